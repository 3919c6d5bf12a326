package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.amanet.demo.Stack;
import org.amanet.reports.Grant;
import org.amanet.testing.Database;
import org.amanet.testing.Desks;
import org.junit.jupiter.api.Test;

/** Who is given a key to a report that comes in by the form, and who never is. */
class ReportReadersIT {
    private static final Stack STACK = Stack.shared();

    private static WebForm filled(String language) {
        return WebForm.filled(STACK.http(), language);
    }

    @Test
    void somebodyTickedHasNoKey() {
        Set<String> expected = Desks.holders(STACK, "north");
        String caseworker = Desks.holders(STACK, "north", "CASEWORKER").iterator().next();
        ReceiptShown everybody = filled("en").with("desk", "north").receipt();
        assertEquals(expected, readers(everybody));
        ReceiptShown shown =
                filled("en").with("desk", "north").with("exclude", caseworker).receipt();
        assertTrue(expected.remove(caseworker));
        assertEquals(expected, readers(shown));
    }

    @Test
    void aNameTypedFreelyLeavesItToTheLeads() {
        ReceiptShown shown =
                filled("en").with("desk", "north").with("excludeText", "Somebody").receipt();
        assertEquals(Desks.holders(STACK, "north", "LEAD"), readers(shown));
    }

    @Test
    void theDeskOfTheInsiderDoesNotLearnOfIt() {
        WebForm form = filled("en").with("insider", "yes").with("insiderAt", "north");
        ReceiptShown shown = form.with("desk", "north").receipt();
        assertEquals("south RESTRICTED", row(shown));
        assertEquals(Desks.holders(STACK, "south", "LEAD"), readers(shown));
    }

    @Test
    void aDeskThatIsTrustedIsNotSwappedForTheFearedOne() {
        ReceiptShown named =
                filled("en")
                        .with("desk", "south")
                        .with("insider", "yes")
                        .with("insiderAt", "north")
                        .receipt();
        assertEquals("south RESTRICTED", row(named));
        ReceiptShown elsewhere =
                filled("en").with("desk", "south").with("insider", "yes").receipt();
        assertEquals("south RESTRICTED", row(elsewhere));
        assertEquals(Desks.holders(STACK, "south", "LEAD"), readers(elsewhere));
    }

    @Test
    void exclusionHoldsAtTheAlternateDeskToo() {
        WebForm form = filled("en").with("desk", "north").with("insider", "yes");
        form.with("insiderAt", "north");
        Desks.holders(STACK, "south", "LEAD").forEach(lead -> form.with("exclude", lead));
        form.send().require(422);
    }

    @Test
    void theCountryChoosesTheDeskOnlyWhereItMay() {
        ReceiptShown silent = filled("en").with("where", "SE").receipt();
        assertEquals("north NEW", row(silent));
        assertEquals("", country(silent));
        ReceiptShown open =
                filled("en").with("where", "SE").with("routeByCountry", "yes").receipt();
        assertEquals("south NEW", row(open));
        assertEquals("SE", country(open));
    }

    private static String row(ReceiptShown shown) {
        return Database.text(
                STACK,
                "select desk || ' ' || status from report where reference = ?",
                shown.reference());
    }

    private static String country(ReceiptShown shown) {
        return Database.text(
                STACK,
                "select coalesce(country, '') from report where reference = ?",
                shown.reference());
    }

    private static Set<String> readers(ReceiptShown shown) {
        String ids =
                Database.text(
                        STACK,
                        "select string_agg(distinct holder::text, ' ') from report_grant g"
                                + " join report r on r.id = g.report where r.reference = ?",
                        shown.reference());
        Set<String> readers = new HashSet<>(List.of(ids.split(" ")));
        assertTrue(readers.remove(Grant.REPORTER.toString()), "the reporter has no key");
        assertTrue(readers.remove(Grant.RECOVERY.toString()), "there is no way to recover it");
        return readers;
    }
}
