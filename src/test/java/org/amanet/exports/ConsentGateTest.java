package org.amanet.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.amanet.reports.Consent;
import org.amanet.reports.Consent.Decision;
import org.amanet.reports.Consent.IdentityLevel;
import org.amanet.reports.Consent.Scope;

class ConsentGateTest {
    private static final String STATE = "DE";
    private static final Decision NO =
            new Decision(false, STATE, IdentityLevel.IDENTITY, null, null, null);

    /**
     * Which scope carries which profile, whether it is given for a state, and the most it needs.
     */
    private record Line(Scope scope, boolean byState, IdentityLevel most) {}

    private static final Map<Profile, Line> TABLE =
            Map.of(
                    Profile.POLICE_PROSECUTOR, new Line(Scope.C4, true, IdentityLevel.IDENTITY),
                    Profile.SECURITY_SERVICE, new Line(Scope.C5, true, IdentityLevel.PSEUDONYM),
                    Profile.ASYLUM, new Line(Scope.C6, false, IdentityLevel.IDENTITY),
                    Profile.SANCTIONS, new Line(Scope.C7, false, IdentityLevel.PSEUDONYM));

    private final ConsentGate gate = new ConsentGate();

    private static Consent consent(Map<Scope, Decision> decisions) {
        return new Consent(decisions, "en", "00", Instant.EPOCH);
    }

    private static Decision yes(String country, IdentityLevel identity) {
        return new Decision(true, country, identity, null, null, null);
    }

    private static final Decision KEEP = yes(null, null);

    private static Ruling stays(Ruling.Reason reason) {
        return new Ruling.Stays(reason);
    }

    @Example
    void everyProfileHasItsLine() {
        assertEquals(Set.of(Profile.values()), TABLE.keySet());
    }

    @Property
    void theOneScopeOfAProfileOpensItAndNoOther(@ForAll Profile profile, @ForAll Scope scope) {
        Map<Scope, Decision> decisions = new EnumMap<>(Map.of(Scope.C0, KEEP));
        decisions.put(scope, yes(STATE, IdentityLevel.ANONYMOUS));
        Ruling ruling = gate.rule(consent(decisions), profile, STATE);
        assertEquals(
                scope == TABLE.get(profile).scope()
                        ? new Ruling.Passes(IdentityLevel.ANONYMOUS)
                        : stays(Ruling.Reason.NO_CONSENT),
                ruling);
    }

    @Property
    void whoAsksForNothingToBeKeptIsNotHandedOn(@ForAll Profile profile) {
        Scope scope = TABLE.get(profile).scope();
        Decision granted = yes(STATE, IdentityLevel.IDENTITY);
        for (Map<Scope, Decision> decisions :
                List.of(Map.of(scope, granted), Map.of(Scope.C0, NO, scope, granted))) {
            assertEquals(
                    stays(Ruling.Reason.NOT_TO_BE_KEPT),
                    gate.rule(consent(decisions), profile, STATE));
        }
    }

    @Property
    void silenceIsANoAndSoIsANo(@ForAll Profile profile) {
        Scope scope = TABLE.get(profile).scope();
        for (Map<Scope, Decision> decisions :
                List.of(Map.of(Scope.C0, KEEP), Map.of(Scope.C0, KEEP, scope, NO))) {
            assertEquals(
                    stays(Ruling.Reason.NO_CONSENT), gate.rule(consent(decisions), profile, STATE));
        }
    }

    @Property
    void whatIsAllowedToOneStateDoesNotGoToAnother(@ForAll Profile profile) {
        Line line = TABLE.get(profile);
        for (String country : new String[] {"FR", "de", "", null}) {
            Map<Scope, Decision> decisions =
                    Map.of(Scope.C0, KEEP, line.scope(), yes(country, IdentityLevel.PSEUDONYM));
            assertEquals(
                    line.byState()
                            ? stays(Ruling.Reason.OTHER_COUNTRY)
                            : new Ruling.Passes(IdentityLevel.PSEUDONYM),
                    gate.rule(consent(decisions), profile, STATE));
        }
    }

    @Property
    void nobodyAppearsAsMoreThanTheyAllowOrThePurposeNeeds(
            @ForAll Profile profile, @ForAll IdentityLevel allowed) {
        Line line = TABLE.get(profile);
        Ruling ruling =
                gate.rule(
                        consent(Map.of(Scope.C0, KEEP, line.scope(), yes(STATE, allowed))),
                        profile,
                        STATE);
        IdentityLevel shown = assertInstanceOf(Ruling.Passes.class, ruling).identity();
        assertTrue(shown.compareTo(allowed) <= 0);
        assertTrue(shown.compareTo(line.most()) <= 0);
        assertTrue(shown == allowed || shown == line.most());
    }

    @Property
    void whoDidNotSayWhoTheyWantToBeIsNobody(@ForAll Profile profile) {
        assertEquals(
                new Ruling.Passes(IdentityLevel.ANONYMOUS),
                gate.rule(
                        consent(
                                Map.of(
                                        Scope.C0,
                                        KEEP,
                                        TABLE.get(profile).scope(),
                                        yes(STATE, null))),
                        profile,
                        STATE));
    }

    @Provide
    Arbitrary<Map<Scope, Decision>> decisions() {
        Arbitrary<Decision> decision =
                Combinators.combine(
                                Arbitraries.of(true, false),
                                Arbitraries.of("DE", "FR").injectNull(0.2),
                                Arbitraries.of(IdentityLevel.class).injectNull(0.2))
                        .as(
                                (granted, country, level) ->
                                        new Decision(granted, country, level, null, null, null));
        return Arbitraries.maps(Arbitraries.of(Scope.class), decision);
    }

    /** Whatever else was decided: nothing passes without C0, the profile's scope and its state. */
    @Property
    void thereIsNoWayRound(
            @ForAll("decisions") Map<Scope, Decision> decisions, @ForAll Profile profile) {
        Line line = TABLE.get(profile);
        Decision carrying = decisions.get(line.scope());
        boolean passes =
                decisions.containsKey(Scope.C0)
                        && decisions.get(Scope.C0).granted()
                        && carrying != null
                        && carrying.granted()
                        && (!line.byState() || STATE.equals(carrying.country()));
        Ruling ruling = gate.rule(consent(decisions), profile, STATE);
        assertEquals(passes, ruling instanceof Ruling.Passes);
    }
}
