package org.amanet.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Small classes that are compiled for one test only, as if they stood among our own. */
final class Samples {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?:class|record|interface|enum) (\\w+)[^;]*\\{", Pattern.DOTALL);

    private final Path sources;
    private final Path classes;

    private Samples(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    /** Compiles each text as a file of its own. */
    static Samples of(Path folder, String... texts) throws IOException {
        var samples = new Samples(folder.resolve("java"), folder.resolve("classes"));
        Files.createDirectories(samples.classes);
        var files = new ArrayList<Path>();
        for (String text : texts) {
            files.add(samples.write(text));
        }
        samples.compile(files);
        return samples;
    }

    Path sources() {
        return sources;
    }

    JavaClasses imported() {
        return new ClassFileImporter().importPath(classes);
    }

    private Path write(String text) throws IOException {
        var type = TYPE.matcher(text);
        var name = type.find() ? type.group(1) : "package-info";
        var pack = PACKAGE.matcher(text);
        if (!pack.find()) {
            throw new IllegalArgumentException("a sample without a package");
        }
        var file = sources.resolve(pack.group(1).replace('.', '/')).resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void compile(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options =
                    List.of(
                            "-proc:none",
                            "-d",
                            classes.toString(),
                            "-cp",
                            System.getProperty("java.class.path"));
            var units = manager.getJavaFileObjectsFromPaths(files);
            if (!compiler.getTask(said, manager, null, options, null, units).call()) {
                throw new IllegalArgumentException("a sample does not compile: " + said);
            }
        }
    }
}
