package org.amanet.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Http;
import org.amanet.demo.Stack;
import org.amanet.sealing.Receipt;
import org.amanet.testing.Reports;
import org.amanet.testing.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof that a reporter may keep. */
class AcknowledgementIT {
    private final Stack stack = Stack.shared();
    @TempDir Path folder;

    private Answer acknowledged(String receipt) {
        return stack.http()
                .post("/api/v1/inbox/acknowledgement", Map.of("receipt", receipt))
                .require(200);
    }

    private Answer file(String receipt) {
        String fields = "deed=ACKNOWLEDGEMENT&receipt=" + Http.encoded(receipt);
        return stack.http().form("/en/inbox", fields, "Accept", "text/html").require(200);
    }

    private static String unheld() {
        try (Receipt receipt = Receipt.generate()) {
            return receipt.grouped();
        }
    }

    private int verified(Path proof) {
        return Tool.in(
                        proof,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "proof.pem",
                        "-rawin",
                        "-in",
                        "proof.txt",
                        "-sigfile",
                        "proof.sig")
                .attempt(new byte[0])
                .code();
    }

    @Test
    void opensslVerifiesIt() throws Exception {
        JsonNode accepted = Reports.submitted(stack.http(), Reports.saying("Proven.")).json();
        String receipt = accepted.path("receipt").asText();
        Files.write(folder.resolve("proof.zip"), file(receipt).body());
        Tool.in(folder, "unzip", "-q", "proof.zip").run();
        assertEquals(0, verified(folder));

        String statement = Files.readString(folder.resolve("proof.txt"));
        assertTrue(statement.contains("received " + accepted.path("receivedHour").asText()));
        assertFalse(statement.contains(accepted.path("reference").asText()));
        Files.writeString(
                folder.resolve("proof.txt"), statement.replace("received 2", "received 3"));
        assertNotEquals(0, verified(folder), "another hour passes as well");
    }

    @Test
    void itIsTheSameEachTimeAndForThePage() {
        String receipt =
                Reports.submitted(stack.http(), Reports.saying("The same.")).text("receipt");
        String statement = acknowledged(receipt).text("statement");
        assertEquals(statement, acknowledged(receipt).text("statement"));
        String zip = new String(file(receipt).body(), StandardCharsets.ISO_8859_1);
        assertTrue(zip.contains("proof.sig"));
        assertFalse(zip.contains(receipt.substring(0, 9)));
    }

    @Test
    void aCodeThatNobodyHoldsIsGivenOneAsWell() {
        String held = Reports.submitted(stack.http(), Reports.saying("Held.")).text("receipt");
        String unheld = unheld();
        Answer real = acknowledged(held);
        Answer made = acknowledged(unheld);
        assertEquals(real.body().length, made.body().length);
        assertEquals(real.headers().map().keySet(), made.headers().map().keySet());
        assertEquals(made.text("statement"), acknowledged(unheld).text("statement"));
        assertEquals(file(held).body().length, file(unheld).body().length);
    }
}
