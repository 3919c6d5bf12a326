package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.amanet.demo.Account;
import org.amanet.demo.Service;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.staff.Colleague;
import org.amanet.testing.Case;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.Test;

/** Another key for a holder: nothing is lost, wherever the change is cut off. */
class RotationIT {
    private static final Stack STACK = Stack.shared();

    private static Case whole(int number) {
        return Case.of(STACK, Reports.whole("Rotated " + number, "A brother", "DE"));
    }

    private static String begun(Session owner, String passphrase) {
        return owner.post(
                        "/api/v1/vault/next-key",
                        Map.of("reason", "ROTATED", "passphrase", passphrase))
                .require(201)
                .text("fingerprint");
    }

    private static void adopt(Session lead, Colleague owner, String fingerprint) {
        lead.post(owner.path() + "/next-key/vouching", Map.of("fingerprint", fingerprint))
                .require(204);
    }

    @Test
    void killedRotationGoesOnAndNoGrantIsLost() throws Exception {
        Colleague owner = Colleague.caseworker(STACK, "rotation-owner");
        String passphrase = STACK.passphrase(owner.name());
        List<Case> reports = IntStream.range(0, 7).mapToObj(RotationIT::whole).toList();
        long before = Ceremony.grants(STACK, owner);
        Session old = owner.unlocked();
        old.post("/api/v1/desk/filters", Map.of("name", "kept", "query", "band=P1")).require(201);
        old.post(
                        "/api/v1/vault/next-key",
                        Map.of("reason", "ROTATED", "passphrase", passphrase + "x"))
                .require(403);
        String fingerprint = begun(old, passphrase);
        Ceremony.assertOpens(old, reports.subList(0, 1));
        adopt(STACK.unlocked("lead"), owner, fingerprint);
        assertEquals(403, old.get(reports.getFirst().path()).status(), "its session has ended");
        String path;
        try (Service replica = STACK.replica(Map.of("amanet.ceremonies.step", "3"))) {
            Session there = STACK.unlockedAt(replica, owner.name());
            Ceremony.assertOpens(there, reports);
            JsonNode rotation = Ceremony.of(there, "ROTATION", owner);
            assertEquals(reports.size(), rotation.path("waiting").asInt());
            path = Ceremony.path(rotation);
            assertEquals(3, Ceremony.step(there, path).path("done").asInt());
            Thread cut = Thread.ofVirtual().start(() -> cutOff(there, path));
            Thread.sleep(60);
            replica.kill();
            cut.join();
        }
        Session again = owner.unlocked();
        Ceremony.assertOpens(again, reports);
        JsonNode end = Ceremony.finish(again, path);
        assertEquals("ENDED", end.path("stage").asText());
        assertEquals(reports.size(), end.path("done").asInt());
        assertEquals(before, Ceremony.grants(STACK, owner));
        assertEquals(
                0,
                new Rows(STACK)
                        .count("select count(*) from former_key where member = ?", owner.id()));
        Session now = owner.unlocked();
        Ceremony.assertOpens(now, reports);
        assertTrue(now.get("/api/v1/desk/filters").text().contains("kept"));
    }

    private static void cutOff(Session session, String path) {
        try {
            session.post(path + "/steps", "{}");
        } catch (RuntimeException noAnswer) {
            return; // that is the point
        }
    }

    @Test
    void whomALeadStandsForTheLeadStandsForWithTheNewKey() {
        Colleague lead = Colleague.lead(STACK, "rotation-lead");
        STACK.keycloak().add(List.of(Account.staff("rotation-follower", "caseworker", "north")));
        Colleague follower = new Colleague(STACK, "rotation-follower");
        STACK.session(follower.name())
                .post(
                        "/api/v1/vault",
                        Map.of(
                                "alias",
                                follower.name(),
                                "desk",
                                "north",
                                "passphrase",
                                STACK.passphrase(follower.name())))
                .require(201);
        Session session = lead.unlocked();
        session.post(follower.path() + "/vouching", Map.of()).require(204);
        String fingerprint = begun(session, STACK.passphrase(lead.name()));
        adopt(STACK.unlocked("lead"), lead, fingerprint);
        assertTrue(lead.isVouched());
        assertTrue(follower.isVouched());
    }
}
