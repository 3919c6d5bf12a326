package org.amanet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.amanet.architecture.Conditions.broken;
import static org.amanet.architecture.Conditions.isRoute;
import static org.amanet.architecture.Conditions.topLevel;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What holds the house together, one rule a method. */
public final class Rules {
    private static final DescribedPredicate<JavaClass> CRYPTOGRAPHY =
            resideInAnyPackage(
                            "javax.crypto..", "org.bouncycastle..", "com.exceptionfactory.jagged..")
                    .or(
                            belongToAnyOf(
                                    KeyFactory.class,
                                    KeyPairGenerator.class,
                                    Signature.class,
                                    SecureRandom.class))
                    .as("cryptography");

    /** They cannot hold what a person wrote. */
    private static final String[] LOGGING_ROOMS = {
        Rooms.ROOT + ".audit..", Rooms.ROOT + ".http..", Rooms.ROOT + ".problems.."
    };

    private static final String[] DRAWERS = {
        "util", "common", "impl", "misc", "dto", "service", "model", "entities"
    };

    private Rules() {}

    public static ArchRule noCircles() {
        return slices().matching(Rooms.ROOT + ".(*)..").should().beFreeOfCycles();
    }

    public static ArchRule thePlan(Rooms rooms, Path sources) {
        return classes()
                .should(
                        Conditions.ofAll(
                                "keep to the plan of rooms",
                                all -> rooms.faults(all, Sources.of(sources)).stream()));
    }

    public static ArchRule cryptographyOnlyInSealing() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(Rooms.ROOT + ".sealing..")
                .should()
                .dependOnClassesThat(CRYPTOGRAPHY);
    }

    public static ArchRule httpOnlyAtTheEdge() {
        var edge =
                resideInAnyPackage(Rooms.ROOT + ".http..", Rooms.ROOT + ".problems..")
                        .or(describe("resources and pages", Conditions::isResourceOrPage))
                        .or(describe("filters", Conditions::isFilter));
        return noClasses()
                .that(not(edge))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."));
    }

    public static ArchRule everyRouteSaysWhoMay() {
        return methods()
                .that(isRoute())
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(PermitAll.class);
    }

    public static ArchRule openingSaysThatItWantsTheVault() {
        return methods()
                .that(isRoute())
                .and(describe("use the open vault", Conditions::usesTheVault))
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(SecurityRequirement.class);
    }

    public static ArchRule noEntityTravels() {
        return methods()
                .that(isRoute())
                .should(
                        broken(
                                "carry no entity",
                                route ->
                                        Conditions.travelling(route)
                                                .filter(type -> type.isAnnotatedWith(Entity.class))
                                                .map(type -> "carries " + type.getName())));
    }

    public static ArchRule whatTravelsIsARecord() {
        return methods()
                .that(isRoute())
                .should(
                        broken(
                                "carry records",
                                route ->
                                        Conditions.travelling(route)
                                                .filter(
                                                        type ->
                                                                !type.isRecord()
                                                                        && !type.isEnum()
                                                                        && !isOfRecords(type))
                                                .map(type -> "carries " + type.getName())));
    }

    /** Whether it only says which records may stand there. */
    private static boolean isOfRecords(JavaClass type) {
        return type.isInterface()
                && !type.getSubclasses().isEmpty()
                && type.getSubclasses().stream().allMatch(JavaClass::isRecord);
    }

    public static ArchRule viewsAreRecords() {
        return classes()
                .that(describe("nested in a resource or page", Conditions::isResourceOrPage))
                .and()
                .areMemberClasses()
                .should()
                .beRecords()
                .orShould()
                .beEnums();
    }

    public static ArchRule entitiesAreWrittenAtHome() {
        return noClasses()
                .should()
                .setFieldWhere(
                        describe(
                                "the field is an entity's of another package",
                                access ->
                                        access.getTargetOwner().isAnnotatedWith(Entity.class)
                                                && !access.getTargetOwner()
                                                        .getPackageName()
                                                        .equals(
                                                                access.getOriginOwner()
                                                                        .getPackageName())));
    }

    public static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class);
    }

    public static ArchRule oneClock() {
        return classes()
                .should(
                        broken(
                                "read the one clock",
                                type ->
                                        type.getCodeUnitAccessesFromSelf().stream()
                                                .filter(Conditions::readsAnotherClock)
                                                .map(access -> access.getDescription())));
    }

    public static ArchRule noEmptyNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Processor|Wrapper)");
    }

    public static ArchRule noDrawers() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        Stream.of(DRAWERS).map(name -> ".." + name + "..").toArray(String[]::new));
    }

    public static ArchRule interfacesEarnTheirPlace() {
        return classes()
                .that()
                .areInterfaces()
                .and(not(describe("package-info", Conditions::isPackageInfo)))
                .should(
                        broken(
                                "have two implementations, or a reason",
                                type ->
                                        Conditions.earnsItsPlace(type)
                                                ? Stream.empty()
                                                : Stream.of("has fewer than two")));
    }

    public static ArchRule roomsSayWhatTheyAreFor(Path sources) {
        return classes()
                .should(
                        Conditions.ofAll(
                                "live in a null-marked package that says what it is for",
                                all -> Sources.of(sources).undescribedPackages(all)));
    }

    public static ArchRule noStreamsNoOldLog() {
        return noClasses()
                .that(not(describe("programs", type -> Conditions.isProgram(topLevel(type)))))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."));
    }

    public static ArchRule publicIsUsedElsewhere(Path sources) {
        return classes()
                .should(
                        Conditions.ofAll(
                                "be public only where another room uses them",
                                all -> {
                                    var used = Conditions.usedElsewhere(all, Sources.of(sources));
                                    return all.stream()
                                            .filter(Conditions::isPublicByChoice)
                                            .filter(type -> !used.contains(type))
                                            .map(
                                                    type ->
                                                            type.getName()
                                                                    + " is used by nobody else");
                                }));
    }

    public static ArchRule contentIsNeverLogged() {
        return classes()
                .that(resideOutsideOfPackages(LOGGING_ROOMS))
                .should(broken("log constant sentences only", Bytecode::telling));
    }
}
