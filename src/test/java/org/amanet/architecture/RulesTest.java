package org.amanet.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that cannot fail holds nothing: each is broken once by a small sample. */
class RulesTest {
    private static final String ROUTE =
            """
            import jakarta.annotation.security.PermitAll;
            import jakarta.ws.rs.*;
            import java.util.*;
            """;

    @TempDir Path folder;

    /** The rule complains of exactly these, and of nothing in the samples beside them. */
    private void complains(ArchRule rule, List<String> of, String... samples) throws IOException {
        complains(rule, of, Samples.of(folder, samples));
    }

    private static void complains(ArchRule rule, List<String> of, Samples samples) {
        var said = rule.evaluate(samples.imported()).getFailureReport().getDetails();
        for (String expected : of) {
            assertTrue(
                    said.stream().anyMatch(line -> line.contains(expected)),
                    () -> "nothing about " + expected + " in " + said);
        }
        var found = said.stream().filter(line -> of.stream().noneMatch(line::contains)).toList();
        assertEquals(List.of(), found, "complaints too many");
    }

    @Test
    void circleOfRooms() throws IOException {
        complains(
                Rules.noCircles(),
                List.of("Cycle detected"),
                "package org.amanet.left; public class A { org.amanet.right.B b; }",
                "package org.amanet.right; public class B { org.amanet.left.A a; }",
                "package org.amanet.below; public class C { }",
                "package org.amanet.left; class D { org.amanet.below.C c; }");
    }

    @Nested
    class Plan {
        private static final String UPPER =
                "package org.amanet.upper; class A { org.amanet.lower.B b; }";
        private static final String LOWER = "package org.amanet.lower; public class B { }";
        private static final List<List<String>> ROWS = List.of(List.of("upper"), List.of("lower"));

        @Test
        void isKept() throws IOException {
            var rooms = Rooms.of(ROWS, Map.of("upper", "lower", "lower", ""));
            planComplains(rooms, List.of(), UPPER, LOWER);
        }

        @Test
        void lacksAnArrow() throws IOException {
            var rooms = Rooms.of(ROWS, Map.of("upper", "", "lower", ""));
            planComplains(rooms, List.of("upper -> lower is not in the plan"), UPPER, LOWER);
        }

        @Test
        void hasAnArrowThatNobodyUses() throws IOException {
            var rooms = Rooms.of(ROWS, Map.of("upper", "lower", "lower", ""));
            planComplains(rooms, List.of("upper -> lower is used by nobody"), LOWER);
        }

        @Test
        void lacksARoom() throws IOException {
            var rooms = Rooms.of(List.of(List.of("upper")), Map.of("upper", ""));
            planComplains(rooms, List.of("room lower is not in the plan"), LOWER);
        }

        @Test
        void leadsUp() throws IOException {
            var rooms = Rooms.of(ROWS.reversed(), Map.of("upper", "lower", "lower", ""));
            planComplains(rooms, List.of("upper -> lower does not lead down"), UPPER, LOWER);
        }

        @Test
        void forgetsARow() throws IOException {
            var rooms = Rooms.of(ROWS, Map.of("upper", ""));
            planComplains(
                    rooms,
                    List.of("rows and table name different rooms"),
                    "package org.amanet.upper; class A { }");
        }

        @Test
        void seesAnImportOfAConstant() throws IOException {
            var rooms = Rooms.of(ROWS, Map.of("upper", "", "lower", ""));
            planComplains(
                    rooms,
                    List.of("upper -> lower is not in the plan"),
                    """
                    package org.amanet.upper;
                    import org.amanet.lower.B;
                    class A { String name = B.NAME; }
                    """,
                    """
                    package org.amanet.lower;
                    public class B { public static final String NAME = "b"; }
                    """);
        }

        @Test
        void letsNobodyImportTheRoot() throws IOException {
            var rooms = Rooms.of(List.of(List.of("upper")), Map.of("upper", ""));
            planComplains(
                    rooms,
                    List.of("upper -> org.amanet is not in the plan"),
                    "package org.amanet; public class Root { }",
                    "package org.amanet.upper; class A { org.amanet.Root root; }");
        }

        private void planComplains(Rooms rooms, List<String> of, String... texts)
                throws IOException {
            var samples = Samples.of(folder, texts);
            complains(Rules.thePlan(rooms, samples.sources()), of, samples);
        }
    }

    @Test
    void cryptographyElsewhere() throws IOException {
        complains(
                Rules.cryptographyOnlyInSealing(),
                List.of("reports.Cipherer", "reports.Signer", "reports.Ager"),
                "package org.amanet.reports; class Cipherer { javax.crypto.Cipher c; }",
                "package org.amanet.reports; class Signer { java.security.SecureRandom r; }",
                "package org.amanet.reports; class Ager {"
                        + " com.exceptionfactory.jagged.RecipientStanzaReader r; }",
                "package org.amanet.sealing; class Own { javax.crypto.Cipher c; }");
    }

    @Test
    void httpInTheCore() throws IOException {
        complains(
                Rules.httpOnlyAtTheEdge(),
                List.of("reports.Filing2"),
                "package org.amanet.reports; class Filing2 { jakarta.ws.rs.core.Response r; }",
                "package org.amanet.reports; class OddResource { jakarta.ws.rs.core.Response r; }",
                "package org.amanet.reports; class OddPage { jakarta.ws.rs.core.Response r; }",
                "package org.amanet.http; class Filter2 { jakarta.ws.rs.core.Response r; }",
                "package org.amanet.staff; class First {"
                        + " @org.jboss.resteasy.reactive.server.ServerRequestFilter"
                        + " jakarta.ws.rs.core.Response r() { return null; } }",
                "package org.amanet.staff; @jakarta.ws.rs.NameBinding @interface Bound { }");
    }

    @Test
    void routeThatSaysNothing() throws IOException {
        complains(
                Rules.everyRouteSaysWhoMay(),
                List.of("AResource.open()"),
                "package org.amanet.desk;"
                        + ROUTE
                        + """
                        class AResource {
                            @GET void open() {}
                            @GET @PermitAll void fine() {}
                            void noRoute() {}
                        }
                        """,
                "package org.amanet.desk;"
                        + ROUTE
                        + "@PermitAll class BResource { @POST void fine() {} }");
    }

    @Test
    void openingInSilence() throws IOException {
        complains(
                Rules.openingSaysThatItWantsTheVault(),
                List.of("AResource.direct()", "AResource.indirect()", "AResource.farther()"),
                "package org.amanet.staff; public class CurrentMember {"
                        + " public Object vault() { return this; } }",
                "package org.amanet.desk;"
                        + ROUTE
                        + """
                        class AResource {
                            org.amanet.staff.CurrentMember current;
                            @GET void direct() { current.vault(); }
                            @GET void indirect() { opened(); }
                            @GET void farther() { new Case().open(current); }
                            @GET void closed() { }
                            @org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement(name = "vault")
                            @GET void said() { current.vault(); }
                            private Object opened() { return current.vault(); }
                        }
                        class Case {
                            void open(org.amanet.staff.CurrentMember current) {
                                Optional.of(current).map(one -> one.vault());
                            }
                        }
                        """);
    }

    @Test
    void entityThatTravels() throws IOException {
        complains(
                Rules.noEntityTravels(),
                List.of("AResource.list()", "AResource.put(", "AResource.wrapped()"),
                "package org.amanet.desk; @jakarta.persistence.Entity class Thing { }",
                "package org.amanet.desk; record View(java.util.Optional<Thing> thing) { }",
                "package org.amanet.desk;"
                        + ROUTE
                        + """
                        class AResource {
                            @GET List<Thing> list() { return List.of(); }
                            @PUT void put(Thing thing) {}
                            @GET View wrapped() { return null; }
                            @GET List<String> fine() { return List.of(); }
                            Thing inside() { return null; }
                        }
                        """);
    }

    @Test
    void classThatTravels() throws IOException {
        complains(
                Rules.whatTravelsIsARecord(),
                List.of("carries org.amanet.desk.Bean"),
                "package org.amanet.desk; class Bean { }",
                "package org.amanet.desk; record Fine() { }",
                "package org.amanet.desk;"
                        + ROUTE
                        + """
                        class AResource {
                            @GET List<Bean> list() { return List.of(); }
                            @GET Fine fine() { return null; }
                        }
                        """);
        complains(
                Rules.viewsAreRecords(),
                List.of("BPage$View"),
                "package org.amanet.desk;"
                        + "class BPage { class View { } record Fine() { } enum Also { } }");
    }

    @Test
    void entityWrittenFromOutside() throws IOException {
        complains(
                Rules.entitiesAreWrittenAtHome(),
                List.of("desk.Outside.write"),
                """
                package org.amanet.reports;
                @jakarta.persistence.Entity public class Thing {
                    public String state;
                    void close() { state = "closed"; }
                }
                """,
                """
                package org.amanet.desk;
                class Outside {
                    String read(org.amanet.reports.Thing thing) { return thing.state; }
                    void write(org.amanet.reports.Thing thing) { thing.state = ""; }
                }
                """);
    }

    @Test
    void fieldInjection() throws IOException {
        complains(
                Rules.noFieldInjection(),
                List.of("Injected.clock", "Injected.name"),
                """
                package org.amanet.desk;
                class Injected {
                    @jakarta.inject.Inject java.time.Clock clock;
                    @org.eclipse.microprofile.config.inject.ConfigProperty(name = "n") String name;
                    String fine;
                }
                """);
    }

    @Test
    void anotherClock() throws IOException {
        complains(
                Rules.oneClock(),
                List.of("Late.a()", "Late.b()", "Late.c()", "Late.d()", "Late.e()"),
                """
                package org.amanet.desk;
                import java.time.*;
                class Late {
                    Instant a() { return Instant.now(); }
                    LocalDate b() { return LocalDate.now(ZoneOffset.UTC); }
                    long c() { return System.currentTimeMillis(); }
                    Clock d() { return Clock.systemUTC(); }
                    java.util.function.Supplier<Instant> e() { return Instant::now; }
                    Instant fine(Clock clock) { return Instant.now(clock); }
                    long alsoFine() { return System.nanoTime(); }
                }
                """,
                "package org.amanet; class Root {"
                        + " java.time.Clock clock() { return java.time.Clock.systemUTC(); } }");
    }

    @Test
    void emptyName() throws IOException {
        complains(
                Rules.noEmptyNames(),
                List.of("GrantHelper", "Utils", "KeyManager", "FilingImpl"),
                "package org.amanet.desk; class GrantHelper { }",
                "package org.amanet.desk; class Utils { }",
                "package org.amanet.desk; class KeyManager { }",
                "package org.amanet.desk; class FilingImpl { }",
                "package org.amanet.desk; class Helpful { }");
    }

    @Test
    void drawer() throws IOException {
        complains(
                Rules.noDrawers(),
                List.of("org.amanet.util.Strings", "org.amanet.desk.dto.Row"),
                "package org.amanet.util; class Strings { }",
                "package org.amanet.desk.dto; class Row { }",
                "package org.amanet.desk; class Fine { }");
    }

    @Test
    void interfaceWithOneImplementation() throws IOException {
        complains(
                Rules.interfacesEarnTheirPlace(),
                List.of("org.amanet.desk.Lonely "),
                "package org.amanet.desk; interface Lonely { void a(); }",
                "package org.amanet.desk; class Only implements Lonely { public void a() {} }",
                "package org.amanet.desk; interface Pair { }",
                "package org.amanet.desk; class One implements Pair { }",
                "package org.amanet.desk; class Two implements Pair { }",
                "package org.amanet.desk; sealed interface Shut { record In() implements Shut {} }",
                "package org.amanet.desk; @FunctionalInterface interface Act { void a(); }",
                "package org.amanet.desk; @interface Mark { }",
                "/** Desk. */ package org.amanet.desk;",
                """
                package org.amanet.desk;
                @io.smallrye.config.ConfigMapping(prefix = "a")
                interface Config { Inner inner(); interface Inner { } }
                """);
    }

    @Test
    void roomThatSaysNothing() throws IOException {
        var samples =
                Samples.of(
                        folder,
                        "package org.amanet.mute; class A { }",
                        "@org.jspecify.annotations.NullMarked package org.amanet.marked;",
                        "/** Only words. */ package org.amanet.words;",
                        "package org.amanet.words; class C { }",
                        """
                        /** Says what it is for. */
                        @NullMarked
                        package org.amanet.fine;

                        import org.jspecify.annotations.NullMarked;
                        """,
                        "package org.amanet.fine; class B { }");
        complains(
                Rules.roomsSayWhatTheyAreFor(samples.sources()),
                List.of("org.amanet.mute ", "org.amanet.marked ", "org.amanet.words "),
                samples);
    }

    @Test
    void printing() throws IOException {
        complains(
                Rules.noStreamsNoOldLog(),
                List.of("Loud.a()", "Loud.b()", "Loud.log"),
                """
                package org.amanet.desk;
                class Loud {
                    void a() { System.out.println(); }
                    void b() { new Exception().printStackTrace(); }
                    java.util.logging.Logger log;
                }
                """,
                "package org.amanet.desk; class Program {"
                        + " public static void main(String[] a) { System.out.println(); } }");
    }

    @Test
    void publicForNobody() throws IOException {
        var samples =
                Samples.of(
                        folder,
                        "package org.amanet.reports; public class Lonely { }",
                        "package org.amanet.reports; class Neighbour { Lonely lonely; }",
                        "package org.amanet.reports; public class Used {"
                                + " public Answered answer() { return null; } }",
                        "package org.amanet.reports; public record Answered() { }",
                        "package org.amanet.reports; public class Named {"
                                + " public static final String NAME = \"n\"; }",
                        """
                        package org.amanet.desk;
                        import org.amanet.reports.Named;
                        class User { org.amanet.reports.Used used; String name = Named.NAME; }
                        """);
        complains(
                Rules.publicIsUsedElsewhere(samples.sources()),
                List.of("org.amanet.reports.Lonely "),
                samples);
    }

    @Test
    void contentInTheLog() throws IOException {
        var log =
                """
                import io.quarkus.logging.Log;
                class Telling {
                    void a(String s) { Log.infof("said %s", s); }
                    void b(String s) { Log.info("said " + s); }
                    void c(Exception e) { Log.error("failed", e); }
                    void d(java.util.List<String> all) { all.forEach(Log::info); }
                    void e(String s) { org.jboss.logging.Logger.getLogger("x").info(s); }
                    void fine() { Log.info("a sentence"); }
                }
                """;
        complains(
                Rules.contentIsNeverLogged(),
                List.of("in a", "in b", "in c", "in e", "Telling.d(java.util.List)"),
                "package org.amanet.reports;" + log,
                "package org.amanet.http;" + log);
    }

    /** Samples are compiled as ours are: a text that is none is refused. */
    @Test
    void sampleThatDoesNotCompile() {
        var thrown =
                org.junit.jupiter.api.Assertions.assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                Samples.of(
                                        folder, "package org.amanet.desk; class A { Missing m; }"));
        assertTrue(Pattern.compile("Missing").matcher(thrown.getMessage()).find());
    }
}
