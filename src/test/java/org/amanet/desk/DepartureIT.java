package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.staff.Colleague;
import org.amanet.testing.Case;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.Test;

/** Somebody leaves: what they held is in other hands, and nothing of theirs goes on. */
class DepartureIT {
    private static final Stack STACK = Stack.shared();
    private static final Rows ROWS = new Rows(STACK);

    private static Case leavingOut(Colleague... whom) {
        Map<String, Object> report = Reports.whole("Handed over.", "An uncle", "DE");
        report.put("exclude", List.of(whom).stream().map(one -> one.id().toString()).toList());
        return Case.of(STACK, report);
    }

    private static String begun(Session by, Map<String, Object> wish) {
        return Ceremony.path(by.post(Ceremony.ALL, wish).require(201).json());
    }

    @Test
    void successorReceivesWhatTheReporterAllowsAndLeadsTheRest() {
        Colleague leaver = Colleague.caseworker(STACK, "departure-leaver");
        Colleague successor = Colleague.caseworker(STACK, "departure-successor");
        Case alone = leavingOut();
        Case assigned = leavingOut();
        Case without = leavingOut(successor);
        Ceremony.leaveAloneWith(STACK, leaver, alone);
        Session session = leaver.unlocked();
        String tag = session.get(assigned.path()).require(200).header("ETag");
        session.put(assigned.path() + "/assignment", Map.of("member", leaver.id()), "If-Match", tag)
                .require(200);
        String path =
                begun(session, Map.of("kind", "DEPARTURE", "successor", successor.id().toString()));
        JsonNode passed = Ceremony.finish(session, path);
        assertEquals(0, passed.path("waiting").asInt());
        assertEquals(3, passed.path("done").asInt());
        Ceremony.assertOpens(successor.unlocked(), List.of(alone, assigned));
        assertEquals(404, successor.unlocked().get(without.path()).status());
        Ceremony.assertOpens(STACK.unlocked("lead"), List.of(without));
        assertEquals(
                successor.id().toString(),
                ROWS.text(
                        "select assignee::text from report where id = ?",
                        UUID.fromString(assigned.id())));
        assertEquals(403, session.post(path + "/ending", Map.of("leaving", false)).status());
        STACK.unlocked("lead").post(path + "/ending", Map.of("leaving", false)).require(200);
        assertEquals(0, Ceremony.grants(STACK, leaver));
        assertFalse(leaver.isVouched());
        assertEquals(403, leaver.unlocking(STACK.passphrase(leaver.name())).status());
    }

    @Test
    void whatOnlyTheLeaverCouldOpenIsToldAndStaysWithTheRecoveryKey() {
        Colleague leaver = Colleague.caseworker(STACK, "departure-gone");
        Case shared = leavingOut();
        Case alone = leavingOut();
        Ceremony.leaveAloneWith(STACK, leaver, alone);
        Session lead = STACK.unlocked("lead");
        Map<String, Object> wish = Map.of("kind", "DEPARTURE", "subject", leaver.id().toString());
        assertEquals(403, STACK.unlocked("caseworker").post(Ceremony.ALL, wish).status());
        String path = begun(lead, wish);
        JsonNode passed = Ceremony.finish(lead, path);
        assertEquals(1, passed.path("waiting").asInt());
        assertEquals(1, passed.path("done").asInt());
        assertFalse(passed.toString().contains(alone.id()), "not theirs is not there");
        assertEquals(409, lead.post(path + "/ending", Map.of("leaving", false)).status());
        assertEquals(2, Ceremony.grants(STACK, leaver));
        lead.post(path + "/ending", Map.of("leaving", true)).require(200);
        assertEquals(0, Ceremony.grants(STACK, leaver));
        Ceremony.assertOpens(lead, List.of(shared));
        assertEquals(
                2,
                ROWS.count(
                        "select count(*) from report_grant where report = ? and holder::text ="
                                + " '00000000-0000-0000-0000-000000000002'",
                        UUID.fromString(alone.id())));
        assertEquals(
                "left=1",
                ROWS.text(
                        "select detail from audit_entry where act = 'MEMBER_LEFT' and subject = ?",
                        leaver.id()));
    }
}
