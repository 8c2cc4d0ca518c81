package fr.maillage.atlas;

import fr.maillage.MaillageException;
import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Contenu;
import fr.maillage.experience.Libelles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cases of cooperation as one page that opens from the disk without a network, in the style of the atlas. */
public final class ExperiencesPage {

    /** Name of the file, by which other pages link to it. */
    public static final String FILE = "experiences.html";

    private ExperiencesPage() {}

    /** Writes the page into a folder, which is made when there is none; the result is the file. */
    public static Path write(Catalogue catalogue, Path folder, Libelles libelles) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, html(catalogue, libelles));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot write the experiences to " + folder + ": " + e.getMessage()
                            + ". Give a folder that can be written.",
                    e);
        }
    }

    static String html(Catalogue catalogue, Libelles libelles) {
        return Resources.text("experiences.html")
                .replace("{{language}}", libelles.mot("fr", "en"))
                .replace(
                        "{{title}}",
                        Html.escape(libelles.mot("Expériences de coopération", "Experiences of cooperation")))
                .replace("{{style}}", Resources.text("style.css") + Resources.text("experiences.css"))
                .replace("{{scripts}}", Resources.text("js/decode.js") + Resources.text("experiences.js"))
                .replace("{{json}}", Html.packed(Json.bytes(new Contenu(catalogue, libelles).of())));
    }
}
