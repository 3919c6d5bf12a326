package org.amanet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.config.ConfigMapping;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NameBinding;
import java.lang.classfile.Attributes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What the rules ask of a class, a method, or of all classes together. */
final class Conditions {
    private static final List<String> OTHER_CLOCKS =
            List.of(
                    "java.lang.System.currentTimeMillis",
                    "java.util.Calendar.getInstance",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system");

    private static final String REST_CLIENT =
            "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

    private Conditions() {}

    /** Broken by every complaint about one thing. */
    static <T extends HasName.AndFullName> ArchCondition<T> broken(
            String promise, Function<T, Stream<String>> complaints) {
        return new ArchCondition<>(promise) {
            @Override
            public void check(T item, ConditionEvents events) {
                complaints
                        .apply(item)
                        .forEach(
                                complaint ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        item,
                                                        item.getFullName() + " " + complaint)));
            }
        };
    }

    /** Broken by every complaint about all classes together. */
    static ArchCondition<JavaClass> ofAll(
            String promise, Function<Collection<JavaClass>, Stream<String>> complaints) {
        return new ArchCondition<>(promise) {
            private final List<JavaClass> seen = new ArrayList<>();

            @Override
            public void init(Collection<JavaClass> all) {
                seen.clear();
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                seen.add(item);
            }

            @Override
            public void finish(ConditionEvents events) {
                complaints
                        .apply(seen)
                        .forEach(said -> events.add(SimpleConditionEvent.violated(seen, said)));
            }
        };
    }

    /** A method that answers an HTTP request. */
    static DescribedPredicate<JavaMethod> isRoute() {
        return describe("routes", method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }

    /** Whether the route, or what it calls in its own room, asks for the open vault. */
    static boolean usesTheVault(JavaMethod route) {
        var seen = new LinkedHashSet<JavaMethod>();
        var waiting = new ArrayDeque<>(List.of(route));
        while (!waiting.isEmpty()) {
            var method = waiting.remove();
            if (!seen.add(method)) {
                continue;
            }
            for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                if (isVault(call)) {
                    return true;
                }
                if (call.getTargetOwner().getPackage().equals(route.getOwner().getPackage())) {
                    call.getTarget().resolveMember().ifPresent(waiting::add);
                }
            }
        }
        return false;
    }

    private static boolean isVault(JavaMethodCall call) {
        return call.getName().equals("vault")
                && call.getTargetOwner().getSimpleName().equals("CurrentMember");
    }

    /** Every type of ours that comes in or goes out with a route, whatever it is wrapped in. */
    static Stream<JavaClass> travelling(JavaMethod route) {
        var waiting = new ArrayDeque<JavaType>(route.getParameterTypes());
        waiting.add(route.getReturnType());
        var found = new LinkedHashSet<JavaClass>();
        while (!waiting.isEmpty()) {
            for (JavaClass type : waiting.remove().getAllInvolvedRawTypes()) {
                if (type.getPackageName().startsWith(Rooms.ROOT) && found.add(type)) {
                    type.getFields().stream()
                            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                            .forEach(field -> waiting.add(field.getType()));
                }
            }
        }
        return found.stream();
    }

    static boolean isResourceOrPage(JavaClass type) {
        return topLevel(type).getSimpleName().matches("\\w+(Resource|Page)");
    }

    /** Asked before a route, or the name that binds it to one. */
    static boolean isFilter(JavaClass type) {
        return type.isAnnotatedWith(NameBinding.class)
                || type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(ServerRequestFilter.class));
    }

    static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(Conditions::topLevel).orElse(type);
    }

    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    static boolean readsAnotherClock(JavaCodeUnitAccess<?> access) {
        if (access.getOriginOwner().getPackageName().equals(Rooms.ROOT)) {
            return false;
        }
        var target = access.getTarget();
        var owner = target.getOwner().getFullName();
        var parameters = target.getRawParameterTypes();
        boolean now =
                owner.startsWith("java.time.")
                        && target.getName().equals("now")
                        && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean date = owner.equals("java.util.Date") && parameters.isEmpty();
        return now || date || OTHER_CLOCKS.contains(owner + "." + target.getName());
    }

    static boolean earnsItsPlace(JavaClass type) {
        return type.isAnnotation()
                || type.getAllSubclasses().size() >= 2
                || type.isAnnotatedWith(FunctionalInterface.class)
                || type.isAnnotatedWith(MessageBundle.class)
                || topLevel(type).isAnnotatedWith(ConfigMapping.class)
                || type.isAnnotatedWith(REST_CLIENT)
                || isSealed(type);
    }

    private static boolean isSealed(JavaClass type) {
        return Bytecode.of(type).findAttribute(Attributes.permittedSubclasses()).isPresent();
    }

    /** A program that is started by its name and answers on the terminal. */
    static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    /**
     * Qute generates the other user of a message bundle; programs and filters are started by name.
     */
    static boolean isPublicByChoice(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && !isPackageInfo(type)
                && !isProgram(type)
                && !type.isAnnotatedWith(MessageBundle.class)
                && !type.isAnnotatedWith(OpenApiFilter.class);
    }

    /** What another room names, and what stands in the signatures of that. */
    static Set<JavaClass> usedElsewhere(Collection<JavaClass> classes, Sources sources) {
        var used = new LinkedHashSet<JavaClass>();
        var waiting = new ArrayDeque<JavaClass>();
        classes.stream().filter(type -> isNamedElsewhere(type, sources)).forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var type = topLevel(waiting.remove());
            if (used.add(type)) {
                type.getPackage().getClasses().stream()
                        .filter(member -> topLevel(member).equals(type))
                        .flatMap(Conditions::signatures)
                        .forEach(waiting::add);
            }
        }
        return used;
    }

    private static boolean isNamedElsewhere(JavaClass type, Sources sources) {
        var home = Rooms.roomOf(type);
        return sources.isImportedOutside(home, type.getFullName())
                || type.getDirectDependenciesToSelf().stream()
                        .anyMatch(user -> !Rooms.roomOf(user.getOriginClass()).equals(home));
    }

    private static Stream<JavaClass> signatures(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(
                        method ->
                                Stream.concat(
                                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                                        method.getParameterTypes().stream()
                                                .flatMap(
                                                        parameter ->
                                                                parameter
                                                                        .getAllInvolvedRawTypes()
                                                                        .stream())))
                .filter(named -> named.getPackageName().startsWith(Rooms.ROOT));
    }
}
