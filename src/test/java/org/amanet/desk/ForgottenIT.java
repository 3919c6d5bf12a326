package org.amanet.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;
import org.amanet.staff.Colleague;
import org.amanet.staff.Offline;
import org.amanet.testing.Case;
import org.amanet.testing.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passphrase is lost: all that it opened comes back, from colleagues and the recovery key. */
class ForgottenIT {
    private static final Stack STACK = Stack.shared();
    private static final String NEXT = "dazuri 48 pelomi tagefo nurisa bokave";

    @TempDir private Path folder;

    private static Case whole(String account) {
        return Case.of(STACK, Reports.whole(account, "A sister", "DE"));
    }

    private static void assertRefused(int status, String slug, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertEquals("/problems/" + slug, answer.text("type"));
    }

    @Test
    void everythingComesBack() throws IOException {
        Colleague owner = Colleague.caseworker(STACK, "forgotten-owner");
        List<Case> shared = List.of(whole("Shared one."), whole("Shared two."));
        Case alone = whole("Nobody else's.");
        Ceremony.leaveAloneWith(STACK, owner, alone);
        long before = Ceremony.grants(STACK, owner);
        makeNewVault(owner);
        assertRefused(404, "not-found", newly(owner).get(shared.getFirst().path()));

        Session colleague = STACK.unlocked("caseworker");
        JsonNode lost = Ceremony.of(colleague, "RESTORATION", owner);
        assertEquals(3, lost.path("waiting").asInt());
        assertEquals(2, lost.path("yours").asInt());
        JsonNode given = Ceremony.finish(colleague, Ceremony.path(lost));
        assertEquals(1, given.path("waiting").asInt());
        Ceremony.assertOpens(newly(owner), shared);
        assertRefused(404, "not-found", newly(owner).get(alone.path()));

        recover(owner);
        Ceremony.assertOpens(newly(owner), List.of(alone));
        assertEquals(before, Ceremony.grants(STACK, owner));
        assertEquals(
                "ENDED",
                STACK.unlocked("lead")
                        .get(Ceremony.path(lost))
                        .require(200)
                        .json()
                        .path("stage")
                        .asText());
    }

    private static Session newly(Colleague owner) {
        return STACK.newSession(owner.name()).unlock(NEXT);
    }

    private static void makeNewVault(Colleague owner) {
        String fingerprint =
                STACK.newSession(owner.name())
                        .post(
                                "/api/v1/vault/next-key",
                                Map.of("reason", "FORGOTTEN", "passphrase", NEXT))
                        .require(201)
                        .text("fingerprint");
        owner.unlocking(STACK.passphrase(owner.name())).require(201);
        Session lead = STACK.unlocked("lead");
        String path = owner.path() + "/next-key/vouching";
        String other = fingerprint.substring(0, 38) + "Z";
        assertRefused(409, "conflict", lead.post(path, Map.of("fingerprint", other)));
        lead.post(path, Map.of("fingerprint", fingerprint)).require(204);
        assertRefused(403, "vault-refused", owner.unlocking(STACK.passphrase(owner.name())));
    }

    private void recover(Colleague owner) throws IOException {
        Session lead = STACK.unlocked("lead");
        Map<String, Object> wish =
                Map.of("kind", "RECOVERY", "subject", owner.id().toString(), "reason", "FORGOTTEN");
        String path = Ceremony.path(lead.post(Ceremony.ALL, wish).require(201).json());
        assertRefused(403, "self-approval", lead.post(path + "/approval", "{}"));
        assertEquals(404, lead.get(path + "/file").status());
        STACK.unlocked("lead-alternate").post(path + "/approval", "{}").require(200);
        Path file = folder.resolve("recovery.txt");
        Files.writeString(file, lead.get(path + "/file").require(200).text());
        String fingerprint =
                STACK.session(owner.name())
                        .get("/api/v1/staff/me")
                        .json()
                        .at("/member/fingerprint")
                        .asText();
        String heard = fingerprint.substring(30).replace(" ", "");
        Offline.run(heard + "\n", "recover", Offline.key(STACK), file.toString());
        String back = Files.readString(folder.resolve("recovery.txt.sealed"));
        JsonNode end = lead.put(path + "/file", Map.of("file", back)).require(200).json();
        assertEquals("ENDED", end.path("stage").asText());
    }
}
