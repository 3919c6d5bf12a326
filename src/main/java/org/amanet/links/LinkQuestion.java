package org.amanet.links;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who holds one report asks those who hold another about a match. */
@Entity
@Table(name = "link_question")
class LinkQuestion extends PanacheEntityBase {
    private static final String TEXT = "LINK_QUESTION";
    private static final String ANSWER = "LINK_ANSWER";

    @Id public UUID id;
    @Column public String desk;
    @Column public UUID report;
    @Column public UUID about;
    @Column public UUID asker;
    @Column public Instant hour;

    @Enumerated(EnumType.STRING)
    public State state;

    @Column public byte[] sealed;
    @Column public @Nullable UUID answerer;
    @Column public byte @Nullable [] answer;

    /** How far a question has come. */
    enum State {
        OPEN,
        PROPOSED,
        DECLINED
    }

    static LinkQuestion of(UUID report, UUID about, UUID asker, String desk, Instant now) {
        LinkQuestion question = new LinkQuestion();
        question.id = UUID.randomUUID();
        question.desk = desk;
        question.report = report;
        question.about = about;
        question.asker = asker;
        question.hour = now.truncatedTo(ChronoUnit.HOURS);
        question.state = State.OPEN;
        return question;
    }

    static Optional<LinkQuestion> byId(UUID id) {
        return findByIdOptional(id);
    }

    static boolean isOpen(UUID report, UUID about, UUID asker) {
        return count(
                        "report = ?1 and about = ?2 and asker = ?3 and state = ?4",
                        report,
                        about,
                        asker,
                        State.OPEN)
                > 0;
    }

    /** Open ones about reports that this member holds, not asked by themselves. */
    static List<LinkQuestion> to(UUID member, int limit) {
        return find(
                        "select q from LinkQuestion q join Grant g on g.report = q.about"
                                + " where g.holder = ?1 and g.compartment = ACCOUNT"
                                + " and q.asker <> ?1 and q.state = ?2 order by q.hour, q.id",
                        member,
                        State.OPEN)
                .page(0, limit)
                .list();
    }

    static List<LinkQuestion> from(UUID member, int limit) {
        return find("asker = ?1 order by hour desc, id", member).page(0, limit).list();
    }

    /** Answered once; of two who answer at once, the second is too late. */
    boolean answered(State outcome, UUID by, byte[] sealedAnswer) {
        return update(
                        "state = ?1, answerer = ?2, answer = ?3 where id = ?4 and state = ?5",
                        outcome,
                        by,
                        sealedAnswer,
                        id,
                        State.OPEN)
                == 1;
    }

    static void removeAll(UUID report) {
        delete("report = ?1 or about = ?1", report);
    }

    SealedText.Spot text() {
        return new SealedText.Spot(about, id, TEXT);
    }

    SealedText.Spot answerText() {
        return new SealedText.Spot(about, id, ANSWER);
    }

    @Override
    public String toString() {
        return "LinkQuestion " + id;
    }
}
