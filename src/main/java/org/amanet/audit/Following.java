package org.amanet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.amanet.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/** The log as it goes on, for whoever watches what happens. */
@ApplicationScoped
public class Following {
    private final Walk walk;

    Following(Walk walk) {
        this.walk = walk;
    }

    /**
     * A line of it.
     *
     * @param intact whether it is as it was written
     * @param entry nothing where somebody edited it, or a newer server wrote what we do not know
     */
    public record Line(long seq, boolean intact, @Nullable Entry entry) {
        static Line of(Link link) {
            try {
                return new Line(link.seq(), true, Entry.of(link));
            } catch (SealBroken edited) {
                return new Line(link.seq(), false, null);
            } catch (IllegalArgumentException unknown) {
                return new Line(link.seq(), true, null);
            }
        }
    }

    /** Some lines after this number, in order. */
    public List<Line> after(long seq, int limit) {
        return walk.after(seq, limit).stream().map(Line::of).toList();
    }
}
