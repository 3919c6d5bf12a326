package org.amanet.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code bin/run}: everything on loopback, until somebody stops it. */
public final class Demonstration {
    private static final Path FOLDER = Path.of(".amanet");

    private final PrintStream out;

    private Demonstration(PrintStream out) {
        this.out = out;
    }

    /**
     * Starts all parts and waits for the end; exit code 1 and a sentence where they cannot start.
     */
    public static void main(String[] arguments) {
        new Demonstration(System.out).run();
    }

    private void run() {
        try {
            tell(Stack.start(FOLDER, Ports.ofEnvironment(), line -> out.println("  " + line)));
            new CountDownLatch(1).await();
        } catch (Trouble trouble) {
            out.println(trouble.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Stack stack) {
        String base = stack.http().base().toString();
        out.println();
        out.println("Amanet is running. This is a demonstration: a password is enough to sign in,");
        out.println("so never put a real report here.");
        out.println();
        out.println("  Reporters      " + base + "/");
        out.println("  Desk           " + base + "/desk");
        out.println("  Investigators  " + base + "/authority");
        out.println("  Sign-in        " + stack.keycloak().issuer());
        out.println();
        out.printf("  %-16s %-34s %s%n", "account", "password", "vault passphrase");
        for (Account account : Account.DEMONSTRATION) {
            out.printf(
                    "  %-16s %-34s %s%n",
                    account.name(),
                    stack.keycloak().password(account.name()),
                    account.desk() == null ? "-" : stack.passphrase(account.name()));
        }
        out.println();
        out.println("  Everything lies in " + stack.folder() + "; delete it to begin anew.");
        out.println("  Ctrl-C stops it.");
        out.flush();
    }
}
