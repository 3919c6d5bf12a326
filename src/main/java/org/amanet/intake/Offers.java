package org.amanet.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.amanet.codes.Code;
import org.amanet.codes.Codes;
import org.amanet.codes.Countries;
import org.amanet.intake.Offer.DeskOption;
import org.amanet.intake.Offer.Option;
import org.amanet.intake.Offer.Reader;
import org.amanet.languages.Language;
import org.amanet.staff.Desk;
import org.amanet.staff.Desks;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;

/** Puts together what the form offers. */
@ApplicationScoped
class Offers {
    private final Map<Language, Offer> fixed = new EnumMap<>(Language.class);
    private final Desks desks;
    private final Vouchings vouchings;

    Offers(Codes codes, Desks desks, Vouchings vouchings) {
        this.desks = desks;
        this.vouchings = vouchings;
        for (Language language : Language.offered()) {
            fixed.put(language, fixed(codes, language));
        }
    }

    /** With the people who could read a report today. */
    Offer in(Language language) {
        return with(language, desks.all().stream().map(this::withReaders).toList());
    }

    /** Without them, for when the store that knows them cannot be reached. */
    Offer withoutReaders(Language language) {
        return with(
                language,
                desks.all().stream()
                        .map(desk -> new DeskOption(desk.slug(), desk.name(), List.of()))
                        .toList());
    }

    private Offer with(Language language, List<DeskOption> options) {
        Offer offer = fixed.getOrDefault(language, fixed.values().iterator().next());
        return new Offer(
                offer.demands(),
                offer.means(),
                offer.channels(),
                offer.actors(),
                offer.bases(),
                offer.evidence(),
                offer.urgency(),
                offer.wishes(),
                offer.countries(),
                options,
                desks.serving(null, language.tag()).name());
    }

    private DeskOption withReaders(Desk desk) {
        return new DeskOption(
                desk.slug(),
                desk.name(),
                vouchings.holdersOf(desk).stream()
                        .map(m -> new Reader(m.id.toString(), m.alias, m.role == Role.LEAD))
                        .toList());
    }

    private static Offer fixed(Codes codes, Language language) {
        return new Offer(
                taps(codes, "DEM", language),
                taps(codes, "MEA", language),
                taps(codes, "CHN", language),
                taps(codes, "ACT", language),
                taps(codes, "ATT", language),
                taps(codes, "EVD", language),
                codes.urgent().stream().map(code -> option(codes, code, language)).toList(),
                taps(codes, "SUP", language),
                countries(
                        Stream.concat(
                                Countries.in(language).stream(), Stream.of(Countries.ELSEWHERE)),
                        language),
                List.of(),
                "");
    }

    private static List<Option> taps(Codes codes, String list, Language language) {
        return codes.taps(list).stream()
                .map(Code::code)
                .map(code -> option(codes, code, language))
                .toList();
    }

    private static Option option(Codes codes, String code, Language language) {
        return new Option(code, codes.label(code, language));
    }

    private static List<Option> countries(Stream<String> codes, Language language) {
        return codes.map(code -> new Option(code, Countries.name(code, language))).toList();
    }
}
