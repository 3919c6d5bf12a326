package org.amanet.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.amanet.audit.Act;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.evidence.BlackBox;
import org.amanet.evidence.Copies;
import org.amanet.evidence.CopyView;
import org.amanet.evidence.Exhibits;
import org.amanet.evidence.RedactionView;
import org.amanet.evidence.Redactions;
import org.amanet.evidence.Rendition;
import org.amanet.evidence.Renditions;
import org.amanet.problems.Problem;
import org.amanet.problems.Refusal;
import org.amanet.reports.Access;
import org.amanet.reports.Mark;
import org.amanet.reports.Marks;
import org.amanet.reports.OpenedReport;
import org.amanet.reports.Pace;
import org.amanet.staff.CurrentMember;
import org.amanet.staff.Member;

/**
 * How a member sees a file: as a copy that can harm nobody; as it came by a second decision alone;
 * and how they take something away before it goes to others.
 */
@ApplicationScoped
class Viewing {
    private final CurrentMember current;
    private final Access access;
    private final Pace pace;
    private final Exhibits exhibits;
    private final Copies copies;
    private final Renditions renditions;
    private final Redactions redactions;
    private final Marks marks;
    private final Trail trail;

    Viewing(
            CurrentMember current,
            Access access,
            Pace pace,
            Exhibits exhibits,
            Copies copies,
            Renditions renditions,
            Redactions redactions,
            Marks marks,
            Trail trail) {
        this.current = current;
        this.access = access;
        this.pace = pace;
        this.exhibits = exhibits;
        this.copies = copies;
        this.renditions = renditions;
        this.redactions = redactions;
        this.marks = marks;
        this.trail = trail;
    }

    /** A copy before it is looked at, and what was made of the file. */
    record Looked(CopyView copy, List<RedactionView> redactions) {
        @Override
        public String toString() {
            return "Looked";
        }
    }

    Looked look(String id, String file, int page) {
        return copied(
                id,
                file,
                opened -> {
                    CopyView copy = copies.of(opened, Casework.uuid(file), page);
                    List<RedactionView> made =
                            redactions.of(opened).stream()
                                    .filter(one -> copy.exhibit().equals(one.exhibit()))
                                    .toList();
                    return new Looked(copy, made);
                });
    }

    /** The copy itself. */
    Rendition copy(String id, String file, int page) {
        return copied(id, file, opened -> renditions.copy(opened, Casework.uuid(file), page));
    }

    /** The file as it came, to be handed out. */
    Handing original(String id, String file, String reason) {
        Member member = current.member();
        UUID exhibit = Casework.uuid(file);
        pace.require(Casework.uuid(id), member);
        OpenedReport opened =
                access.openOriginal(Casework.uuid(id), member, current.vault(), exhibit, reason);
        try {
            return new Handing(
                    exhibits.stream(opened, exhibit), trail, broken(member, id, exhibit));
        } catch (Refusal notToBeHad) {
            opened.close();
            trail.recordRefusal(broken(member, id, exhibit));
            throw notToBeHad;
        }
    }

    /**
     * The account with the mark of whoever sees it, and the copies of it from which something was
     * taken away.
     */
    record Told(String account, List<RedactionView> redactions) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    Told account(String id) {
        return opened(
                id,
                opened ->
                        new Told(
                                marks.of(current.member(), opened.id())
                                        .shown(opened.account().account()),
                                redactions.of(opened).stream()
                                        .filter(one -> one.exhibit() == null)
                                        .toList()));
    }

    /** All copies of a report from which something was taken away. */
    List<RedactionView> redactions(String id) {
        return opened(id, redactions::of);
    }

    UUID blackenAccount(String id, String marked) {
        Member member = current.member();
        return opened(id, opened -> redactions.account(opened, member, Mark.without(marked)));
    }

    UUID blacken(String id, String file, List<BlackBox> boxes) {
        Member member = current.member();
        return copied(
                id, file, opened -> redactions.exhibit(opened, member, Casework.uuid(file), boxes));
    }

    /** A page of a blacked-out copy; whoever receives it closes it. */
    Blackened blackened(String id, String redaction, int page) {
        Member member = current.member();
        UUID copy = Casework.uuid(redaction);
        pace.require(Casework.uuid(id), member);
        OpenedReport opened = access.openCopy(Casework.uuid(id), member, current.vault(), copy);
        try {
            return new Blackened(redactions.page(opened, copy, page), opened);
        } catch (Refusal notToBeHad) {
            opened.close();
            throw notToBeHad;
        }
    }

    private <T> T copied(String id, String file, Function<OpenedReport, T> act) {
        Member member = current.member();
        UUID exhibit = Casework.uuid(file);
        pace.require(Casework.uuid(id), member);
        try (OpenedReport opened =
                access.openCopy(Casework.uuid(id), member, current.vault(), exhibit)) {
            return act.apply(opened);
        } catch (Refusal refusal) {
            if (refusal.problem() == Problem.SEAL_BROKEN) {
                trail.recordRefusal(broken(member, id, exhibit));
            }
            throw refusal;
        }
    }

    private <T> T opened(String id, Function<OpenedReport, T> act) {
        pace.require(Casework.uuid(id), current.member());
        try (OpenedReport opened =
                access.open(Casework.uuid(id), current.member(), current.vault())) {
            return act.apply(opened);
        }
    }

    private static Happening broken(Member member, String id, UUID file) {
        return Happening.of(Act.SEAL_BROKEN, member.actor())
                .about(Casework.uuid(id))
                .touching(file);
    }
}
