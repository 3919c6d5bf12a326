package org.amanet.alarms;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.amanet.languages.Language;
import org.amanet.reports.Planting;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trip-wires in the browser, for leads. */
@Path("/desk/planted")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class PlantedPage {
    private static final URI HERE = URI.create("/desk/planted");

    private final CurrentMember current;
    private final Alarms alarms;
    private final Trap trap;

    PlantedPage(CurrentMember current, Alarms alarms, Trap trap) {
        this.current = current;
        this.alarms = alarms;
        this.trap = trap;
    }

    /** What the form sends. */
    record Typed(
            @RestForm @Nullable String tongue,
            @RestForm @Nullable String danger,
            @RestForm @Nullable String account,
            @RestForm @Nullable String relatives) {
        static final Typed NOTHING = new Typed(null, null, null, null);

        /** What stands in the field of the account. */
        public String told() {
            return Objects.toString(account, "");
        }

        /** What stands in the field of the relatives. */
        public String kin() {
            return Objects.toString(relatives, "");
        }

        /** Whether this language was chosen. */
        public boolean speaks(Language one) {
            return one.tag().equals(tongue);
        }

        boolean fits() {
            return !told().isBlank()
                    && told().length() <= PlantedResource.ACCOUNT_MAX_CHARACTERS
                    && kin().length() <= PlantedResource.RELATIVES_MAX_CHARACTERS
                    && Language.of(Objects.toString(tongue, ""))
                            .filter(Language.offered()::contains)
                            .isPresent()
                    && List.of("NOW", "SOON", "NO", "UNSURE").contains(danger);
        }

        Planting.Bait bait() {
            return new Planting.Bait(
                    Objects.requireNonNull(tongue),
                    Objects.requireNonNull(danger),
                    told(),
                    kin().isBlank() ? null : kin(),
                    null);
        }

        @Override
        public String toString() {
            return "Typed";
        }
    }

    @GET
    public TemplateInstance look(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        return page(wanted, Typed.NOTHING, false);
    }

    @POST
    public RestResponse<TemplateInstance> plant(
            @BeanParam Typed typed,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        if (!typed.fits()) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(422)
                    .entity(page(wanted, typed, true))
                    .build();
        }
        trap.plant(typed.bait());
        return RestResponse.seeOther(HERE);
    }

    private TemplateInstance page(@Nullable String wanted, Typed typed, boolean wrong) {
        Language language = Language.bestOfStaff(wanted);
        List<AlarmView> planted = alarms.planted();
        return new Wires(
                        language,
                        current.frame(language, "alarms"),
                        planted,
                        Language.offered(),
                        typed,
                        wrong)
                .setLocale(language.locale());
    }

    /** What is planted, and the form for one more. */
    record Wires(
            Language language,
            Frame frame,
            List<AlarmView> planted,
            List<Language> tongues,
            Typed typed,
            boolean wrong)
            implements TemplateInstance {}
}
