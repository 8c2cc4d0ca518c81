package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Libelles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the page, where no browser is needed. */
class ExperiencesHtmlTest {

    @Test
    void needsNoOtherFileAndIsTheSameTwice(@TempDir Path folder) throws Exception {
        Path file = ExperiencesPage.write(Catalogue.read(), folder.resolve("a/b"), new Libelles(false));

        assertThat(file).hasFileName("experiences.html");
        assertThat(Files.readString(file))
                .startsWith("<!doctype html>\n<html lang=\"fr\">")
                .doesNotContain("{{", "src=", "<link", "https:", "@import")
                .isEqualTo(ExperiencesPage.html(Catalogue.read(), new Libelles(false)));
    }

    @Test
    void isWrittenInEnglishToo() {
        assertThat(ExperiencesPage.html(Catalogue.read(), new Libelles(true)))
                .contains("<html lang=\"en\">", "<title>Experiences of cooperation — Maillage</title>");
    }
}
