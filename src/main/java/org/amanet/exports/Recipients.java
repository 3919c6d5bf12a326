package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.staff.Member;
import org.amanet.staff.Role;
import org.amanet.staff.Vouchings;
import org.jspecify.annotations.Nullable;

/** Who a package can be made for: investigators for whose key somebody stands. */
@ApplicationScoped
class Recipients {
    private final Vouchings vouchings;

    Recipients(Vouchings vouchings) {
        this.vouchings = vouchings;
    }

    /**
     * An investigator, as those may see them who prepare a package.
     *
     * @param vouched whether a package can be made for them
     */
    record RecipientView(
            UUID id,
            String alias,
            @Nullable String memberState,
            String fingerprint,
            boolean vouched) {}

    /** All of them, by name. */
    List<RecipientView> all() {
        return Member.investigators().stream().map(this::view).toList();
    }

    /** The one of this id; refused like {@link #require(UUID)}. */
    RecipientView view(UUID id) {
        return view(require(id));
    }

    private RecipientView view(Member member) {
        return new RecipientView(
                member.id,
                member.alias,
                member.memberState,
                member.fingerprint(),
                isVouched(member));
    }

    boolean isVouched(Member member) {
        return vouchings.hold(member);
    }

    /**
     * The investigator of this id, whose state is known.
     *
     * @throws Refusal not found; or without a key, when nobody stands for it
     */
    Member require(UUID id) {
        Member member =
                Member.byId(id)
                        .filter(one -> one.role == Role.INVESTIGATOR && one.memberState != null)
                        .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        if (!isVouched(member)) {
            throw new Refusal(Problem.KEY_MISSING);
        }
        return member;
    }

    /** The recipient of an export, where key and state are still those it was prepared for. */
    Member require(Export export) {
        return Member.byId(export.recipient)
                .filter(this::isVouched)
                .filter(member -> member.recipient.equals(export.recipientKey))
                .filter(member -> export.memberState.equals(member.memberState))
                .orElseThrow(() -> new Refusal(Problem.KEY_MISSING));
    }
}
