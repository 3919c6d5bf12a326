package org.amanet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    /** Two branches that each add the next one are both right, until they meet. */
    @Test
    void areNumberedWithoutGapOrRepetition() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<Integer> numbers =
                    files.map(file -> file.getFileName().toString())
                            .map(name -> Integer.valueOf(name.replaceFirst("V(\\d+)__.*", "$1")))
                            .sorted()
                            .toList();
            assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
        }
    }
}
