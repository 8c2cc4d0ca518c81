package fr.maillage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An expected answer kept as text: a question as SQL, a blank line, the answer as a table.
 *
 * <p>With {@code -Dgolden=write} the answer is written instead of compared, and the test fails, so that someone reads
 * the difference before it is kept.
 */
public record Golden(Path file) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** All golden files, by name. */
    public static List<Golden> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Golden::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to the question is the one in the file. */
    public void check(UnaryOperator<String> answers) {
        String[] parts = text().split("\n\n", 2);
        String answer = answers.apply(parts[0]);
        if ("write".equals(System.getProperty("golden"))) {
            write(parts[0] + "\n\n" + answer);
            fail("%s was written: read the difference, then run without -Dgolden=write", file.getFileName());
        }
        assertThat(answer).isEqualTo(parts.length == 2 ? parts[1] : "");
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
