package org.amanet.staff;

import java.util.Map;
import java.util.UUID;
import org.amanet.demo.Account;
import org.amanet.demo.Answer;
import org.amanet.demo.Session;
import org.amanet.demo.Stack;

/** Somebody at the desk of the north who is there for one test alone. */
public record Colleague(Stack stack, String name) {
    /** With a vault, and vouched for. */
    public static Colleague caseworker(Stack stack, String name) {
        stack.add(Account.staff(name, "caseworker", "north"));
        return new Colleague(stack, name);
    }

    public static Colleague lead(Stack stack, String name) {
        stack.add(Account.staff(name, "lead", "north"));
        return new Colleague(stack, name);
    }

    public UUID id() {
        return UUID.fromString(
                stack.session(name)
                        .get("/api/v1/staff/me")
                        .require(200)
                        .json()
                        .at("/member/id")
                        .asText());
    }

    public boolean isVouched() {
        return stack.session(name)
                .get("/api/v1/staff/me")
                .require(200)
                .json()
                .path("vouched")
                .asBoolean();
    }

    /** Signed in afresh, with the vault open. */
    public Session unlocked() {
        return stack.newSession(name).unlock(stack.passphrase(name));
    }

    public Answer unlocking(String passphrase) {
        return stack.newSession(name)
                .post("/api/v1/vault/session", Map.of("passphrase", passphrase));
    }

    /** Where leads decide about this member. */
    public String path() {
        return "/api/v1/staff/members/" + id();
    }
}
