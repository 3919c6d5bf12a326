package org.amanet.staff;

import java.util.Set;
import org.amanet.languages.Language;

/**
 * What stands around every staff page: which ways this person has, where they are now, and whether
 * their vault is open.
 *
 * @param here the part of the desk that this page belongs to, as in its address: {@code queue},
 *     {@code exports}, {@code people}, {@code vault}, {@code log}, {@code authority}, {@code
 *     alarms}
 * @param alarms how many wait for this lead
 */
public record Frame(
        Language language,
        String here,
        boolean caseworker,
        boolean lead,
        boolean investigator,
        boolean auditor,
        boolean unlocked,
        boolean demonstration,
        long alarms) {

    static Frame of(Language language, String here, Set<String> roles) {
        boolean lead = roles.contains(Person.LEAD);
        return new Frame(
                language,
                here,
                lead || roles.contains(Person.CASEWORKER),
                lead,
                roles.contains(Person.INVESTIGATOR),
                roles.contains(Person.AUDITOR),
                false,
                false,
                0);
    }

    Frame with(boolean nowUnlocked, boolean inDemonstration, long waiting) {
        return new Frame(
                language,
                here,
                caseworker,
                lead,
                investigator,
                auditor,
                nowUnlocked,
                inDemonstration,
                waiting);
    }

    /** Whether the link to this part is the one to mark as current. */
    public boolean at(String part) {
        return here.equals(part);
    }
}
