package org.amanet.alarms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.amanet.languages.Language;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Planting;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Person;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Reports that nobody sent: whoever opens one is told of to the leads. */
@Path("/api/v1/desk/planted")
@RolesAllowed(Person.LEAD)
@RunOnVirtualThread
class PlantedResource {
    static final int ACCOUNT_MAX_CHARACTERS = 20_000;
    static final int RELATIVES_MAX_CHARACTERS = 5_000;

    private final Trap trap;
    private final Alarms alarms;

    PlantedResource(Trap trap, Alarms alarms) {
        this.trap = trap;
        this.alarms = alarms;
    }

    /**
     * What it tells.
     *
     * @param country of the desk's own, where it should be routed by one
     */
    record NewPlanted(
            @NotBlank String language,
            @NotNull @Pattern(regexp = "NOW|SOON|NO|UNSURE") String danger,
            @NotBlank @Size(max = ACCOUNT_MAX_CHARACTERS) String account,
            @Nullable @Size(max = RELATIVES_MAX_CHARACTERS) String relatives,
            @Nullable @Pattern(regexp = "[A-Z]{2}") String country) {

        /**
         * As it is planted.
         *
         * @throws Refusal where nobody could write in that language here
         */
        Planting.Bait bait() {
            if (Language.of(language).filter(Language.offered()::contains).isEmpty()) {
                throw new Refusal(Problem.INVALID_REQUEST, new Fault("/language", "unknown"));
            }
            return new Planting.Bait(
                    language, danger, account, blankToNone(relatives), blankToNone(country));
        }

        private static @Nullable String blankToNone(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        @Override
        public String toString() {
            return "NewPlanted";
        }
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Plant a report as a trip-wire",
            description = "Nobody but the leads of the desk can tell it from others.")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public Planting.Name plant(@Valid @NotNull NewPlanted planted) {
        return trap.plant(planted.bait());
    }

    @GET
    @Operation(summary = "The trip-wires that this lead knows of")
    @SecurityRequirement(name = CurrentMember.VAULT)
    public List<AlarmView> all() {
        return alarms.planted();
    }
}
