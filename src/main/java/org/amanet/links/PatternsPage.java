package org.amanet.links;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.languages.Language;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Frame;
import org.amanet.staff.Person;
import org.jspecify.annotations.Nullable;

/** What many reports share, as lists and as pictures. */
@Path("/desk/patterns")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Person.CASEWORKER, Person.LEAD})
@RunOnVirtualThread
class PatternsPage {
    private static final String PART = "patterns";

    private final Patterns patterns;
    private final Rotation rotation;
    private final LinksConfig config;
    private final CurrentMember current;
    private final Codes codes;

    PatternsPage(
            Patterns patterns,
            Rotation rotation,
            LinksConfig config,
            CurrentMember current,
            Codes codes) {
        this.patterns = patterns;
        this.rotation = rotation;
        this.config = config;
        this.current = current;
        this.codes = codes;
    }

    @GET
    public TemplateInstance all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        IndexView index = rotation.look();
        List<Row> rows =
                patterns.all().stream()
                        .map(one -> new Row(one, countries(one.countries(), language)))
                        .toList();
        return new All(
                        language,
                        current.frame(language, PART),
                        rows,
                        index,
                        config.patternReports(),
                        config.patternCountries())
                .setLocale(language.locale());
    }

    private static String countries(List<String> codes, Language language) {
        return String.join(
                ", ", codes.stream().map(code -> Countries.name(code, language)).toList());
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String wanted) {
        Language language = Language.bestOfStaff(wanted);
        PatternDetail pattern = patterns.one(Ids.of(id));
        return new One(
                        language,
                        current.frame(language, PART),
                        pattern,
                        Picture.of(pattern),
                        new PatternWords(pattern, new SelectorTypes(codes, language)))
                .setLocale(language.locale());
    }

    /**
     * The list.
     *
     * @param reports from how many on something is a pattern, as countries
     */
    record All(
            Language language,
            Frame frame,
            List<Row> rows,
            IndexView index,
            int reports,
            int countries)
            implements TemplateInstance {}

    /** A pattern with its countries in words. */
    record Row(PatternView it, String countries) {}

    /**
     * One from near.
     *
     * @param words what is written in its pictures and beside them
     */
    record One(
            Language language,
            Frame frame,
            PatternDetail pattern,
            Picture picture,
            PatternWords words)
            implements TemplateInstance {}
}
