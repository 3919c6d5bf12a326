package org.amanet.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.amanet.staff.Member;
import org.jspecify.annotations.Nullable;

/** The names that members chose, for those who work with them. */
@ApplicationScoped
class Names {
    /** The name; empty where there is nobody. */
    String of(@Nullable UUID member) {
        return member == null ? "" : Member.byId(member).map(one -> one.alias).orElse("");
    }
}
