package org.amanet.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was sealed before a question existed still opens. */
class AccountTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final String OLD =
            """
            {"language":"ug","danger":"SOON","account":"They called.","demands":["DEM.RETURN"],
             "means":[],"channels":[],"when":"WEEK","about":null,"where":"DE",
             "urgency":["URG.FAM.DETAINED_30D"],"excluded":[],"excludeText":null,
             "insider":false,"insiderAt":null}
            """;

    @Test
    void anOldAccountHasNothingWhereNothingWasAsked() throws JsonProcessingException {
        Account old = JSON.readValue(OLD, Account.class);
        assertEquals(List.of(), old.suspects());
        assertEquals(List.of(), old.evidence());
        assertEquals(List.of(), old.wishes());
        assertNull(old.residence());
        assertNull(old.contact());
        assertTrue(Sound.is(old));
        assertEquals(Band.P1, BandRules.triage(old).band());
    }

    @Test
    void aNewOneIsReadBackAsItWasWritten() throws JsonProcessingException {
        Account old = JSON.readValue(OLD, Account.class);
        Account whole =
                new Account(
                        old.language(),
                        old.danger(),
                        old.account(),
                        old.demands(),
                        old.means(),
                        old.channels(),
                        old.when(),
                        old.about(),
                        old.where(),
                        Residence.PROTECTED,
                        List.of(
                                new Suspect(
                                        "ACT.PRC",
                                        "ATT.KNOWN",
                                        List.of(new Trace("SEL.TEL", "+86 991")),
                                        "a quiet voice")),
                        List.of("EVD.VOICE"),
                        old.urgency(),
                        List.of("SUP.SAFETY"),
                        old.excluded(),
                        null,
                        false,
                        null,
                        new SafeContact("at night", List.of(SafeContact.Never.CALL), null, null));
        assertEquals(whole, JSON.readValue(JSON.writeValueAsString(whole), Account.class));
        assertTrue(Sound.is(whole));
    }

    @Test
    void whatSomebodyElseSealedWithHolesInItIsNotSound() throws JsonProcessingException {
        for (String hole :
                List.of(
                        "\"suspects\":[null]",
                        "\"suspects\":[{\"actor\":\"<b>\"}]",
                        "\"suspects\":[{\"traces\":[{\"type\":\"SEL.TEL\"}]}]",
                        "\"evidence\":[null]",
                        "\"wishes\":[\"a wish\"]",
                        "\"contact\":{\"never\":[null]}")) {
            String broken = OLD.strip().replaceAll("\\}$", "," + hole + "}");
            assertEquals(false, Sound.is(JSON.readValue(broken, Account.class)), hole);
        }
    }
}
