package org.amanet.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amanet.problems.Fault;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;

/**
 * A rectangle that is made black, in per cent of the page.
 *
 * @param page from 1
 */
public record BlackBox(int page, double left, double top, double width, double height) {
    private static final int MAX = 200;
    private static final double WHOLE = 100;

    private boolean isSensible() {
        return page >= 1
                && left >= 0
                && top >= 0
                && width > 0
                && height > 0
                && left < WHOLE
                && top < WHOLE
                && width <= WHOLE
                && height <= WHOLE;
    }

    /** Refuses what is no rectangle on a page, none at all, and too many. */
    static void requireSensible(List<BlackBox> boxes) {
        if (boxes.isEmpty()
                || boxes.size() > MAX
                || !boxes.stream().allMatch(BlackBox::isSensible)) {
            throw new Refusal(Problem.INVALID_REQUEST, new Fault("/boxes", "wrong-format"));
        }
    }

    /** What makes those of this page black, for ffmpeg; numbers of ours and nothing else. */
    static String filter(List<BlackBox> boxes, int page) {
        return boxes.stream()
                .filter(box -> box.page == page)
                .map(BlackBox::drawn)
                .collect(Collectors.joining());
    }

    /** A point more on each side, so that nothing of an edge shines through. */
    private String drawn() {
        return String.format(
                Locale.ROOT,
                "drawbox=x=iw*%.6f-1:y=ih*%.6f-1:w=iw*%.6f+2:h=ih*%.6f+2:color=black:t=fill,",
                left / WHOLE,
                top / WHOLE,
                width / WHOLE,
                height / WHOLE);
    }
}
