package org.amanet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands in a class file and ArchUnit does not show. */
final class Bytecode {
    private static final Set<String> LOGS =
            Set.of("io.quarkus.logging.Log", "org.jboss.logging.Logger", "org.slf4j.Logger");

    private Bytecode() {}

    static ClassModel of(JavaClass type) {
        try {
            var file = Path.of(type.getSource().orElseThrow().getUri());
            return ClassFile.of().parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls that log anything but one sentence written in the source. */
    static Stream<String> telling(JavaClass type) {
        var calls = of(type).methods().stream().flatMap(Bytecode::telling);
        var references =
                type.getCodeUnitReferencesFromSelf().stream()
                        .filter(use -> LOGS.contains(use.getTargetOwner().getFullName()))
                        .map(use -> use.getDescription());
        return Stream.concat(calls, references);
    }

    private static Stream<String> telling(MethodModel method) {
        List<Instruction> code =
                method.code().stream()
                        .flatMap(body -> body.elementStream())
                        .filter(Instruction.class::isInstance)
                        .map(Instruction.class::cast)
                        .toList();
        return IntStream.range(1, code.size())
                .filter(at -> code.get(at) instanceof InvokeInstruction call && logs(call))
                .filter(at -> !(code.get(at - 1) instanceof ConstantInstruction))
                .mapToObj(at -> "logs more than a sentence in " + method.methodName());
    }

    private static boolean logs(InvokeInstruction call) {
        var name = call.owner().asInternalName().replace('/', '.');
        return LOGS.contains(name) && call.typeSymbol().parameterCount() > 0;
    }
}
