package org.amanet.sealing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/**
 * The founding ceremony, on a machine that is offline: {@code found DIR} makes the keys of a
 * deployment, {@code vouch KEYFILE STATEMENT} stands for its first lead, {@code recover KEYFILE
 * FILE} seals to somebody what nobody else can open.
 */
public final class Founding {
    private static final int SALT_BYTES = 16;

    private final PrintStream out;

    private Founding(PrintStream out) {
        this.out = out;
    }

    /** Runs one of the three; anything else is answered with how to call it, and exit code 2. */
    public static void main(String[] arguments) throws IOException {
        Founding founding = new Founding(System.out);
        if (arguments.length == 2 && arguments[0].equals("found")) {
            founding.found(Path.of(arguments[1]));
        } else if (arguments.length == 3 && arguments[0].equals("vouch")) {
            founding.vouch(Path.of(arguments[1]), arguments[2]);
        } else if (arguments.length == 3 && arguments[0].equals("recover")) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            Recovering recovering = new Recovering(System.out, in);
            if (!recovering.run(Path.of(arguments[1]), Path.of(arguments[2]))) {
                System.exit(1);
            }
        } else {
            founding.out.println(
                    "usage: found DIR | vouch RECOVERY_KEY_FILE STATEMENT"
                            + " | recover RECOVERY_KEY_FILE FILE");
            System.exit(2);
        }
    }

    private void found(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder properties = new StringBuilder();
        try (Identity recovery = Identity.generate();
                Identity token = Identity.generate();
                SigningKey checkpoint = SigningKey.generate();
                SigningKey export = SigningKey.generate()) {
            write(folder.resolve("recovery.key"), text(recovery));
            write(folder.resolve("token.key"), text(token));
            write(folder.resolve("checkpoint.pem"), checkpoint.pem());
            write(folder.resolve("export-signing.pem"), export.pem());
            line(properties, "amanet.staff.recovery-recipient", recovery.recipient().encoded());
            line(properties, "amanet.staff.root-key", recovery.verifyingKey().encoded());
        }
        Path absolute = folder.toAbsolutePath();
        line(properties, "amanet.staff.token-key", absolute.resolve("token.key").toString());
        line(
                properties,
                "amanet.audit.checkpoint-key",
                absolute.resolve("checkpoint.pem").toString());
        line(
                properties,
                "amanet.exports.signing-key",
                absolute.resolve("export-signing.pem").toString());
        byte[] salt = Randomness.bytes(SALT_BYTES);
        line(properties, "amanet.sealing.receipt-salt", Base64.getEncoder().encodeToString(salt));
        write(folder.resolve("deployment.properties"), properties.toString());
        tell();
    }

    private void tell() {
        out.println(
                "Made the keys of a deployment. Take recovery.key off this machine now and keep it");
        out.println(
                "where two people can reach it together: it opens every report when nothing else does.");
    }

    private void vouch(Path recoveryKey, String statement) throws IOException {
        try (Identity recovery = Identity.parse(Files.readString(recoveryKey).strip());
                SigningKey root = recovery.signingKey()) {
            byte[] signature = root.sign(statement.getBytes(StandardCharsets.UTF_8));
            out.println(Base64.getEncoder().encodeToString(signature));
        }
    }

    private static String text(Identity identity) {
        return new String(identity.encodedBytes(), StandardCharsets.US_ASCII) + "\n";
    }

    private static void line(StringBuilder properties, String key, String value) {
        properties.append(key).append('=').append(value).append('\n');
    }

    private static void write(Path file, String content) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }
}
