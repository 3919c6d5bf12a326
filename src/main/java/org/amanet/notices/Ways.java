package org.amanet.notices;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.amanet.staff.Member;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The ways out. Every mail is the same to the letter, in one language for all: it names neither a
 * report nor a desk, and has no link that somebody could imitate.
 */
@ApplicationScoped
class Ways {
    private static final String SUBJECT = "Something waits for you";
    private static final String TEXT =
            """
            Something waits for you. To see it, sign in the way you always do.

            This mail is the same for everything and says nothing about when it happened.
            There is no link in it, and there never will be. Nobody reads answers to it.
            """;

    private final Mailer mailer;
    private final Addresses addresses;
    private final Hooks hooks;
    private final boolean mailing;

    Ways(
            Mailer mailer,
            Addresses addresses,
            Hooks hooks,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mailer = mailer;
        this.addresses = addresses;
        this.hooks = hooks;
        this.mailing = from.isPresent();
    }

    /** Those that this server has been given; what goes another way is left to others. */
    List<String> usable() {
        return Stream.of(mailing ? Way.MAIL : null, hooks.isEmpty() ? null : Way.HOOK)
                .filter(Objects::nonNull)
                .map(Way::name)
                .toList();
    }

    /** Those that this member can choose. */
    Set<Way> openTo(Member member) {
        Set<Way> open = EnumSet.of(Way.NONE);
        if (mailing) {
            open.add(Way.MAIL);
        }
        if (hooks.of(member).isPresent()) {
            open.add(Way.HOOK);
        }
        return open;
    }

    /** An address that nobody can read any more is asked for again on the page. */
    void mail(UUID member, byte @Nullable [] sealed) throws Undelivered {
        Optional<String> address =
                Optional.ofNullable(sealed).flatMap(one -> addresses.open(member, one));
        try {
            address.ifPresent(to -> mailer.send(written(to)));
        } catch (RuntimeException failed) {
            throw new Undelivered(failed);
        }
    }

    private static Mail written(String to) {
        return Mail.withText(to, SUBJECT, TEXT).addHeader("Auto-Submitted", "auto-generated");
    }

    void hook(UUID member) throws Undelivered {
        hooks.call(Member.byId(member).flatMap(hooks::of).orElseThrow(() -> new Undelivered(null)));
    }
}
