package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Libelles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
                .isEqualTo(ExperiencesPage.html(Catalogue.read(), new Habillage(false, false, Set.of())));
    }

    @Test
    void isWrittenInEnglishToo() {
        assertThat(ExperiencesPage.html(Catalogue.read(), new Habillage(true, false, Set.of())))
                .contains("<html lang=\"en\">", "<title>Experiences of cooperation — Maillage</title>");
    }
}
