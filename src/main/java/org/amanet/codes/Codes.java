package org.amanet.codes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amanet.languages.Language;
import org.amanet.languages.Texts;

/** All code lists of the current version, and their labels. */
@ApplicationScoped
@Named("codes")
public class Codes {
    /** The version that new reports are coded with. */
    public static final int VERSION = 1;

    private static final List<String> NAMES =
            List.of(
                    "DEM", "MEA", "REL", "RPT", "ACT", "ATT", "CHN", "SEL", "URG", "EVD", "SUP",
                    "GRP");

    /** What cannot wait, in the order of how soon. */
    private static final List<String> URGENT =
            List.of(
                    "URG.LIFE.ATTACK_RECENT",
                    "URG.LIFE.LOCATION_KNOWN",
                    "URG.RETURN.IN_CUSTODY",
                    "URG.RETURN.DATE_7D",
                    "URG.RETURN.DATE_30D",
                    "URG.RETURN.LURED",
                    "URG.FAM.DETAINED_30D",
                    "URG.DEMAND.DEADLINE_72H",
                    "URG.ASYL.HEARING_14D",
                    "URG.ASYL.NEGATIVE",
                    "URG.MINOR.TARGET",
                    "URG.DEV.COMPROMISED",
                    "URG.SELF.SUICIDE_THOUGHTS",
                    "URG.UNK");

    /** What can have happened of that, in the order of how soon. */
    private static final List<String> HAPPENED =
            List.of(
                    "URG.LIFE.ATTACK_NOW",
                    "URG.RETURN.IN_CUSTODY",
                    "URG.MINOR.ALONE",
                    "URG.LIFE.ATTACK_RECENT",
                    "URG.MINOR.TARGET",
                    "URG.FAM.DETAINED_30D",
                    "URG.LIFE.LOCATION_KNOWN",
                    "URG.DEV.COMPROMISED",
                    "URG.ASYL.NEGATIVE",
                    "URG.OTHER");

    private final Map<String, CodeList> lists = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Texts labels = Texts.of("codes");
    private final Texts details = Texts.ofStaff("coding");

    public Codes() {
        var mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        for (var name : NAMES) {
            var list = read(mapper, "codes/" + VERSION + "/" + name + ".json");
            lists.put(name, list);
            list.codes().forEach(code -> codes.put(code.code(), code));
        }
    }

    /** The lists, in their order. */
    public List<CodeList> all() {
        return new ArrayList<>(lists.values());
    }

    /** The list of one domain, such as {@code DEM}. */
    public CodeList list(String name) {
        var list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no code list of that name");
        }
        return list;
    }

    /** The code of this name. */
    public Optional<Code> find(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** Whether a report may carry this code in the given list. */
    public boolean knows(String list, String code) {
        return code.startsWith(list + ".") && codes.containsKey(code);
    }

    /** What a person taps in one list: its codes of level 1 that are still in use. */
    public List<Code> taps(String list) {
        return list(list).codes().stream()
                .filter(code -> code.level() == 1 && !code.deprecated())
                .toList();
    }

    /** What a person is asked about that cannot wait, in the order of how soon. */
    public List<String> urgent() {
        return URGENT;
    }

    /** What can have happened of what was threatened, in the order of how soon. */
    public List<String> happened() {
        return HAPPENED;
    }

    /**
     * A code of level 1, and what a caseworker may say instead.
     *
     * @param members of level 2
     */
    public record Group(Code head, List<Code> members) {}

    /** What a caseworker chooses from in one list: all that is still in use, by level 1. */
    public List<Group> groups(String list) {
        List<Code> used = list(list).codes().stream().filter(code -> !code.deprecated()).toList();
        return used.stream()
                .filter(code -> code.level() == 1)
                .map(
                        head ->
                                new Group(
                                        head,
                                        used.stream().filter(code -> code.isWithin(head)).toList()))
                .toList();
    }

    /**
     * The label in this language; where only those who work here see a code, in theirs, and else
     * its description.
     */
    public String label(String code, Language language) {
        return labels.find(code, language)
                .or(() -> details.find(code, language))
                .orElseGet(() -> find(code).map(Code::description).orElse(code));
    }

    private static CodeList read(JsonMapper mapper, String path) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no code list " + path);
            }
            return mapper.readValue(stream, CodeList.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
