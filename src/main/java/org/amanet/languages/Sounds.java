package org.amanet.languages;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is left of a folded word when everything is taken off that one spelling of a name has and
 * another has not: vowels, and which of two related consonants it was. Chinese has no other way to
 * write a Uyghur name than by what it sounds like.
 */
final class Sounds {
    /** Shorter ones are too many words at once. */
    private static final int SHORTEST = 3;

    private Sounds() {}

    /** How a folded word can have sounded; nothing where too little of it is left. */
    static Set<String> of(String word) {
        Set<String> keys = new LinkedHashSet<>();
        if (word.chars().anyMatch(Character::isDigit)) {
            return keys; // numbers and names of accounts are themselves or nothing
        }
        add(keys, word.replace("x", "h").replace("q", "k"));
        if (word.indexOf('x') >= 0 || word.indexOf('q') >= 0) {
            add(keys, word.replace("x", "sh").replace("q", "ch")); // as pinyin means them
        }
        return keys;
    }

    private static void add(Set<String> keys, String word) {
        String key = key(word.replace("kh", "h").replace("gh", "g").replace("ng", "n"));
        if (key.length() >= SHORTEST) {
            keys.add(key);
        }
    }

    private static String key(String word) {
        StringBuilder key = new StringBuilder();
        char before = 0;
        for (int at = 0; at < word.length(); at++) {
            char letter = word.charAt(at);
            boolean second = letter == 'h' && at > 0;
            char sound = second ? 0 : sound(letter);
            if (sound != 0 && sound != before) {
                key.append(sound);
            }
            before = second ? before : sound;
        }
        return key.toString();
    }

    private static char sound(char letter) {
        return switch (letter) {
            case 'b', 'p', 'f' -> 'B';
            case 'd', 't' -> 'D';
            case 'g', 'k' -> 'K';
            case 's', 'z', 'j', 'c' -> 'S';
            case 'l', 'r' -> 'L';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'h' -> 'H';
            default -> 0;
        };
    }
}
