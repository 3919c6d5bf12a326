package org.amanet.sealing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import org.amanet.demo.Stack;

/** What belongs to a receipt, worked out beside the service as a browser does it. */
public final class Holder {
    private Holder() {}

    /** The identity and lookup id of whoever holds this receipt. */
    public static DerivedIdentity of(Stack stack, String receipt) {
        KeyDerivation derivation = new KeyDerivation(1, 1, Duration.ofMinutes(1), salt(stack));
        try (Receipt parsed = Receipt.parse(receipt).orElseThrow()) {
            return derivation.ofReceipt(parsed, "test");
        } catch (KdfBusy busy) {
            throw new AssertionError(busy);
        }
    }

    private static byte[] salt(Stack stack) {
        Properties deployment = new Properties();
        try (Reader file =
                Files.newBufferedReader(stack.folder().resolve("keys/deployment.properties"))) {
            deployment.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getDecoder().decode(deployment.getProperty("amanet.sealing.receipt-salt"));
    }
}
