package org.amanet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What the compiler leaves out: imports of constants, and what a package says it is for. */
public final class Sources {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.amanet\\.[\\w.]+);");
    private static final Pattern PURPOSE =
            Pattern.compile("/\\*\\*(.+?)\\*/\\s*@NullMarked\\s+package", Pattern.DOTALL);

    private final Path root;
    private final List<Named> imports;

    private Sources(Path root) throws IOException {
        this.root = root;
        try (var files = Files.walk(root)) {
            imports =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(Sources::importsOf)
                            .toList();
        }
    }

    public static Sources of(Path root) {
        try {
            return new Sources(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One import: the package that imports, and the type. */
    record Named(String from, String type) {
        String fromRoom() {
            return Rooms.roomOf(from);
        }

        String toRoom() {
            return Rooms.roomOf(type);
        }

        @Override
        public String toString() {
            return from + " imports " + type;
        }
    }

    List<Named> imports() {
        return imports;
    }

    boolean isImportedOutside(String room, String type) {
        return imports.stream()
                .filter(named -> !named.fromRoom().equals(room))
                .anyMatch(named -> (named.type() + ".").startsWith(type + "."));
    }

    /** The first sentence of what the package says about itself. */
    public Optional<String> purposeOf(String packageName) {
        var file = root.resolve(packageName.replace('.', '/')).resolve("package-info.java");
        return Optional.of(file)
                .filter(Files::exists)
                .flatMap(info -> PURPOSE.matcher(read(info)).results().findFirst())
                .map(found -> found.group(1).replaceAll("\\s*\\n\\s*\\*", " ").strip())
                .map(text -> text.replaceAll("\\s+", " ").split("(?<=\\.) ", 2)[0]);
    }

    Stream<String> undescribedPackages(Collection<JavaClass> classes) {
        var marked =
                classes.stream()
                        .filter(Conditions::isPackageInfo)
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .map(JavaClass::getPackageName)
                        .toList();
        return classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !marked.contains(name) || purposeOf(name).isEmpty())
                .map(name -> name + " has no package-info that is null-marked and says why");
    }

    private static Stream<Named> importsOf(Path file) {
        var text = read(file);
        var from = PACKAGE.matcher(text).results().findFirst().map(found -> found.group(1));
        return from.stream()
                .flatMap(
                        name ->
                                IMPORT.matcher(text)
                                        .results()
                                        .map(
                                                (MatchResult found) ->
                                                        new Named(name, found.group(1))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
