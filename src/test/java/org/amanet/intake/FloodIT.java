package org.amanet.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.amanet.demo.Answer;
import org.amanet.demo.Service;
import org.amanet.demo.Stack;
import org.amanet.testing.Reports;
import org.amanet.testing.Rows;
import org.junit.jupiter.api.Test;

/**
 * Nobody closes the intake for everyone. Each loopback address stands for a network; the server is
 * set up as it comes.
 */
class FloodIT {
    private static final int CONNECTIONS = 100;
    private static final int NETWORKS = 60;

    /** In the worst minute of a campaign, and ten times that in a hostile one (DOMAIN.md 6.3). */
    private static final int PEAK_PER_MINUTE = 10 * 10;

    private static final int TRIES = 20;

    /** Twenty who share an address are no flood; a script is, and nobody else waits for it. */
    @Test
    void somebodyElseIsTakenInWhileOneNetworkFloods() throws Exception {
        try (Service server = Stack.shared().replica(Map.of());
                Flood flood = new Flood()) {
            Sender many = Sender.at("127.0.0.3", server);
            for (int i = 0; i < 20; i++) {
                assertEquals(201, many.send(Reports.saying("Quick.")), "report " + i);
            }
            Sender script = Sender.at("127.0.0.1", server);
            for (int i = 0; i < CONNECTIONS; i++) {
                flood.join(() -> script.send(Reports.saying("Flood"), Reports.key(), ""));
            }
            Sender person = Sender.at("127.0.0.2", server);
            for (int i = 0; i < 5; i++) {
                int status = person.sendInEarnest(Reports.saying("Somebody else."));
                assertEquals(201, status, "a person was turned away");
            }
            assertTrue(flood.refused() > 0, "the flood was no flood");
        }
    }

    /**
     * Scripts in many networks, half of whom work for their proofs and say that they are in danger,
     * send faster than ten times the worst minute; somebody who is in danger comes through, with a
     * script and without, and whatever got a receipt is there.
     */
    @Test
    void somebodyInDangerComesThroughAHostilePeak() throws Exception {
        Rows rows = new Rows(Stack.shared());
        long before = rows.count("select count(*) from report");
        try (Service server = Stack.shared().replica(Map.of("amanet.intake.turn", "3s"))) {
            Flood flood = new Flood();
            int people = 0;
            long begin = System.nanoTime();
            try (flood) {
                flood.from(NETWORKS, server);
                while (flood.taken() < NETWORKS) {
                    Thread.sleep(50);
                }
                Sender person = Sender.at("127.0.0.2", server);
                assertEquals(201, person.sendInEarnest(Flood.danger("In danger, with a script.")));
                assertEquals(201, withoutScripts(server));
                people = 2;
            }
            double minutes = (System.nanoTime() - begin) / 60e9;
            assertTrue(flood.sent() / minutes > PEAK_PER_MINUTE, "the flood was no flood");
            long kept = rows.count("select count(*) from report") - before;
            assertTrue(kept >= flood.taken() + people, "a receipt without a report");
        }
    }

    private static int withoutScripts(Service server) throws InterruptedException {
        WebForm form = WebForm.filled(server.http(), "ug").instead("danger", "NOW");
        Answer page = form.send();
        for (int i = 0; i < TRIES && page.status() != 201; i++) {
            WebForm.turnIn(page.text()).ifPresent(turn -> form.instead("turn", turn));
            Thread.sleep(1_000);
            page = form.send();
        }
        return page.status();
    }
}
