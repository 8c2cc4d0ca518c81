package fr.maillage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.maillage.serving.DataDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The dictionary that people read is that of the contracts. */
class DictionaryTest {

    private static final Path PAGE = Path.of("../schemas/README.md");

    @Test
    void thePageIsThatOfTheContracts() throws IOException {
        String page = DataDictionary.page();
        if ("write".equals(System.getProperty("dictionary"))) {
            Files.writeString(PAGE, page);
            fail("schemas/README.md was written: read the difference, then run without -Ddictionary=write");
        }
        assertThat(Files.readString(PAGE))
                .as("schemas/README.md is not that of the contracts; write it anew with -Ddictionary=write")
                .isEqualTo(page);
    }
}
