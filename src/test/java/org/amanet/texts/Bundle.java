package org.amanet.texts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One message file as it stands, and what is wrong with it beside the English one. */
record Bundle(String name, String language, Map<String, String> texts, Set<String> twice) {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Pattern MARKUP = Pattern.compile("[<>]|&#?\\w+;");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Names that stay as they are in every script. */
    private static final Set<String> NAMES =
            Set.of(
                    "Amanet",
                    "WeChat",
                    "WhatsApp",
                    "Telegram",
                    "Signal",
                    "Facebook",
                    "Instagram",
                    "LINE",
                    "QQ",
                    "TikTok",
                    "X (Twitter)",
                    "YouTube");

    /** Words that German writes as English does. */
    private static final Set<String> GERMAN_TOO =
            Set.of(
                    "Alias",
                    "Douyin",
                    "Falun Gong",
                    "Hui",
                    "Name",
                    "Organisation",
                    "Passphrase",
                    "SMS",
                    "Taiwan",
                    "Video",
                    "Weibo");

    static Bundle read(Path file) {
        try {
            var words = file.getFileName().toString().replace(".properties", "").split("_");
            return of(words[0], words[1], Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bundle of(String name, String language, String content) {
        var twice = new TreeSet<String>();
        var texts = new TreeMap<String, String>();
        try {
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    if (texts.put((String) key, (String) value) != null) {
                        twice.add((String) key);
                    }
                    return value;
                }
            }.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundle(name, language, texts, twice);
    }

    /** Everything wrong with this file; {@code english} is the file it is held against. */
    List<String> faults(Bundle english) {
        var faults = new ArrayList<String>();
        twice.forEach(key -> faults.add(at(key) + " stands twice"));
        missing(english, this, faults);
        missing(this, english, faults);
        texts.forEach(
                (key, text) -> {
                    own(key, text, faults);
                    beside(key, text, english.texts.get(key), faults);
                });
        return faults;
    }

    private void missing(Bundle there, Bundle here, List<String> faults) {
        for (String key : there.texts.keySet()) {
            if (!here.texts.containsKey(key)) {
                faults.add(here.at(key) + " is missing");
            }
        }
    }

    private void own(String key, String text, List<String> faults) {
        if (text.isBlank()) {
            faults.add(at(key) + " is empty");
        }
        if (!text.equals(text.strip())) {
            faults.add(at(key) + " begins or ends with a blank");
        }
        if (MARKUP.matcher(text).find()) {
            faults.add(at(key) + " carries markup");
        }
        boolean words = LETTER.matcher(PARAMETER.matcher(text).replaceAll("")).find();
        if (language.equals("ug") && words && !isName(key, text) && !ARABIC.matcher(text).find()) {
            faults.add(at(key) + " is not in Uyghur");
        }
    }

    private void beside(String key, String text, String english, List<String> faults) {
        if (english == null || language.equals("en")) {
            return;
        }
        if (!parameters(text).equals(parameters(english))) {
            faults.add(at(key) + " has other parameters than in English");
        }
        boolean words = LETTER.matcher(PARAMETER.matcher(text).replaceAll("")).find();
        if (words && text.equals(english) && !isName(key, text)) {
            faults.add(at(key) + " is not translated");
        }
    }

    /** Countries are often called the same in German; the order of a list is no text. */
    private boolean isName(String key, String text) {
        boolean german = language.equals("de");
        return NAMES.contains(text)
                || (german && GERMAN_TOO.contains(text))
                || (name.equals("countries") && (german || key.equals("order")));
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private String at(String key) {
        return name + "_" + language + " " + key;
    }
}
