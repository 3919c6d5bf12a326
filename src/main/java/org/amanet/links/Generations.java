package org.amanet.links;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which generations of a desk's index there are. Whoever changes that waits for all who write. */
@ApplicationScoped
class Generations {
    /** A number of our own, so that no other lock is met. */
    private static final int LOCKS = 0x6c696e6b;

    private final Database database;

    Generations(Database database) {
        this.database = database;
    }

    List<Integer> of(String desk) {
        return database.all(
                "select generation from desk_index where desk = ? order by generation",
                row -> row.getInt(1),
                desk);
    }

    /** Until the transaction ends nobody begins or ends a generation of this desk. */
    void share(String desk) {
        lock("pg_advisory_xact_lock_shared", desk);
    }

    /** Until the transaction ends nobody else writes into the index of this desk. */
    void claim(String desk) {
        lock("pg_advisory_xact_lock", desk);
    }

    private void lock(String how, String desk) {
        database.all("select " + how + "(?, hashtext(?))", row -> true, LOCKS, desk);
    }

    void begin(String desk, int generation) {
        database.change("insert into desk_index values (?, ?)", desk, generation);
    }

    void endBefore(String desk, int generation) {
        database.change(
                "delete from desk_index where desk = ? and generation < ?", desk, generation);
    }
}
