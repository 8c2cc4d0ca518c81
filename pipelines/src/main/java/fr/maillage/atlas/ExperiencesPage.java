package fr.maillage.atlas;

import fr.maillage.MaillageException;
import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.Html;
import fr.maillage.atlas.habillage.Json;
import fr.maillage.atlas.habillage.Resources;
import fr.maillage.atlas.habillage.Volet;
import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Contenu;
import fr.maillage.experience.Libelles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cases of cooperation as one page that opens from the disk without a network, in the style of the atlas. */
public final class ExperiencesPage {

    private ExperiencesPage() {}

    /** Writes the page into a folder, which is made when there is none; the result is the file. */
    public static Path write(Catalogue catalogue, Path folder, Libelles libelles) {
        return write(catalogue, folder, Habillage.beside(folder, libelles.english(), false));
    }

    static Path write(Catalogue catalogue, Path folder, Habillage habillage) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(Volet.EXPERIENCES.file()), html(catalogue, habillage));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot write the experiences to " + folder + ": " + e.getMessage()
                            + ". Give a folder that can be written.",
                    e);
        }
    }

    /** The whole file; the cases are real, so that it never says they are not. */
    static String html(Catalogue catalogue, Habillage habillage) {
        Libelles libelles = new Libelles(habillage.english());
        return habillage
                .page(
                        "experiences.html",
                        Volet.EXPERIENCES,
                        libelles.mot("Expériences de coopération", "Experiences of cooperation"),
                        "experiences.css")
                .replace("{{scripts}}", Resources.text("js/decode.js") + Resources.text("experiences.js"))
                .replace("{{json}}", Html.packed(Json.bytes(new Contenu(catalogue, libelles).of())));
    }
}
