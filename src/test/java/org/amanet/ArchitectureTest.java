package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amanet.architecture.Rooms;
import org.amanet.architecture.Rules;
import org.amanet.architecture.Sources;
import org.junit.jupiter.api.Test;

/** The rules that hold the house together, asked of every class that ships. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGE = Path.of("docs/ARCHITECTURE.md");
    private static final String BEGIN = "<!-- rooms: written by ArchitectureTest -->\n";
    private static final String END = "<!-- end of rooms -->\n";

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .importUrl(Amanet.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void roomsFormNoCircle() {
        Rules.noCircles().check(HOUSE);
    }

    @Test
    void roomsImportWhatThePlanAllowsAndNothingElse() {
        Rules.thePlan(Rooms.ofAmanet(), SOURCES).check(HOUSE);
    }

    @Test
    void onlySealingTouchesCryptography() {
        Rules.cryptographyOnlyInSealing().check(HOUSE);
    }

    @Test
    void onlyTheEdgeSpeaksHttp() {
        Rules.httpOnlyAtTheEdge().check(HOUSE);
    }

    @Test
    void everyRouteSaysWhoMay() {
        Rules.everyRouteSaysWhoMay().check(HOUSE);
    }

    @Test
    void aRouteThatOpensSaysSo() {
        Rules.openingSaysThatItWantsTheVault().check(HOUSE);
    }

    @Test
    void noEntityTravels() {
        Rules.noEntityTravels().check(HOUSE);
    }

    @Test
    void whatTravelsIsARecord() {
        Rules.whatTravelsIsARecord().check(HOUSE);
        Rules.viewsAreRecords().check(HOUSE);
    }

    @Test
    void entitiesAreWrittenAtHome() {
        Rules.entitiesAreWrittenAtHome().check(HOUSE);
    }

    @Test
    void constructorsInject() {
        Rules.noFieldInjection().check(HOUSE);
    }

    @Test
    void thereIsOneClock() {
        Rules.oneClock().check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        Rules.noEmptyNames().check(HOUSE);
    }

    @Test
    void noRoomIsADrawer() {
        Rules.noDrawers().check(HOUSE);
    }

    @Test
    void anInterfaceHasTwoImplementationsOrAReason() {
        Rules.interfacesEarnTheirPlace().check(HOUSE);
    }

    @Test
    void everyRoomIsNullMarkedAndSaysWhatItIsFor() {
        Rules.roomsSayWhatTheyAreFor(SOURCES).check(HOUSE);
    }

    @Test
    void nothingIsPrinted() {
        Rules.noStreamsNoOldLog().check(HOUSE);
    }

    @Test
    void whatIsPublicIsUsedByAnotherRoom() {
        Rules.publicIsUsedElsewhere(SOURCES).check(HOUSE);
    }

    @Test
    void contentIsNeverLogged() {
        Rules.contentIsNeverLogged().check(HOUSE);
    }

    /** The plan is printed where people read it. */
    @Test
    void theDocumentedPlanIsThisOne() throws IOException {
        var sources = Sources.of(SOURCES);
        var plan =
                Rooms.ofAmanet()
                        .asMarkdown(
                                room -> sources.purposeOf(Rooms.ROOT + "." + room).orElseThrow());
        var page = Files.readString(PAGE);
        var start = page.indexOf(BEGIN) + BEGIN.length();
        var renewed = page.substring(0, start) + plan + page.substring(page.indexOf(END, start));
        if (Boolean.getBoolean("architecture.renew")) {
            Files.writeString(PAGE, renewed);
        } else {
            assertEquals(
                    renewed,
                    page,
                    "the plan of rooms is out of date; renew it with:"
                            + " mvn test -Dtest=ArchitectureTest -Darchitecture.renew=true");
        }
    }
}
