package org.amanet.alarms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.amanet.audit.Act;
import org.amanet.audit.Actor;
import org.amanet.audit.Happening;
import org.amanet.audit.Trail;
import org.amanet.reports.Grant;
import org.amanet.sealing.Digests;
import org.amanet.staff.Member;
import org.amanet.staff.OpenedVault;
import org.amanet.staff.Warning;

/** Seals an alarm for each lead who is to know, and opens it again for one of them. */
@ApplicationScoped
class Telling {
    private final ObjectMapper json;
    private final Trail trail;
    private final Clock clock;

    Telling(ObjectMapper json, Trail trail, Clock clock) {
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** Tells them, once for each id. Of a report learn only those who can open it. */
    @Transactional
    void tell(UUID id, Alarm alarm, List<Member> leads) {
        boolean news = false;
        for (Member lead : leads) {
            Alarm theirs = mayKnow(alarm, lead) ? alarm : alarm.about(null);
            byte[] words = written(theirs);
            news |= Warning.tell(id, lead, clock.instant(), alarm.isAlarm(), words);
            Digests.wipe(words);
        }
        if (news && alarm.isAlarm()) {
            trail.record(Happening.of(Act.ALARM_RAISED, Actor.system()).touching(id));
        }
    }

    private static boolean mayKnow(Alarm alarm, Member lead) {
        Alarm.Subject report = alarm.report();
        return report == null
                || alarm.kind() == AlarmKind.PLANTED_HERE
                || Grant.holders(report.id()).contains(lead.id);
    }

    /** What a lead was told; nothing where it cannot be opened any more. */
    Optional<Alarm> read(Warning notice, OpenedVault vault) {
        return notice.words(vault).flatMap(words -> read(words, Alarm.class));
    }

    /** What was written to it. */
    Optional<AlarmAnswer> answer(Warning notice, OpenedVault vault) {
        return notice.answer(vault).flatMap(words -> read(words, AlarmAnswer.class));
    }

    byte[] written(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written"); // the cause may quote it
        }
    }

    private <T> Optional<T> read(byte[] words, Class<T> type) {
        try {
            return Optional.of(json.readValue(words, type));
        } catch (IOException notOurs) {
            return Optional.empty();
        } finally {
            Digests.wipe(words);
        }
    }
}
