package fr.maillage.cli;

import fr.maillage.atlas.ExperiencesPage;
import fr.maillage.experience.Cas;
import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Fiche;
import fr.maillage.experience.Filtre;
import fr.maillage.experience.Libelles;
import fr.maillage.experience.Questions;
import fr.maillage.experience.Recherche;
import fr.maillage.experience.Tableau;
import fr.maillage.serving.output.OutputFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches the cases of cooperation that the sources tell, or shows one; needs no warehouse. */
@Command(
        name = "experiences",
        description =
                "Searches the 57 cases of cooperation told by the sources, or shows one with its facts, lessons and lines.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage experiences mobilité",
            "  maillage experiences financement --territory pays --form partenariat",
            "  maillage experiences --question Q-27 --size deux_a_cinq --format csv",
            "  maillage experiences III-14",
            "  maillage experiences --out atlas",
            "Every word must begin a word of the case; accents and capitals do not count."
        })
final class ExperiencesCommand implements Runnable {

    private static final String A_CODE = "(?i)(anap|iii|x|dc)-?\\d+";

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORD|CODE", description = "Words to find, or the code of one case.")
    private List<String> words = List.of();

    @Option(
            names = {"--tag", "--etiquette"},
            paramLabel = "TAG",
            description = "Only cases with this tag, by code or words: rural, gouvernance, categorie_isolement…")
    private String tag;

    @Option(
            names = {"--territory", "--territoire"},
            paramLabel = "TERRITORY",
            description = "Only this kind of territory (pays, bassin, departement…), or a name.")
    private String territory;

    @Option(
            names = {"--form", "--forme"},
            paramLabel = "FORM",
            description = "Only this form: gcsms, ges, collectif, convention…")
    private String form;

    @Option(
            names = {"--size", "--taille"},
            paramLabel = "SIZE",
            description = "Only this size: une, deux_a_cinq, six_a_vingt, plus_de_vingt, inconnue.")
    private String size;

    @Option(names = "--question", paramLabel = "Q", description = "Only cases that answer a question: Q-27, A15, C03.")
    private String question;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table", description = "Default: table.")
    private OutputFormat format;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes all of them as a page into this folder instead.")
    private Path folder;

    @Override
    public void run() {
        Libelles libelles = new Libelles(common.english());
        Catalogue catalogue = Catalogue.read();
        PrintWriter out = spec.commandLine().getOut();
        if (folder != null) {
            out.println(ExperiencesPage.write(catalogue, folder, libelles));
            return;
        }
        if (words.size() == 1 && words.get(0).matches(A_CODE)) {
            new Fiche(libelles, out).write(catalogue.read(words.get(0)), catalogue, new Questions(libelles));
            return;
        }
        Questions questions = new Questions(libelles);
        Filtre filtre = filtre(libelles, catalogue, questions);
        List<Cas> found = new Recherche(catalogue).list(words, filtre);
        boolean people = format == OutputFormat.TABLE;
        if (found.isEmpty() && people) {
            out.println(libelles.mot(
                    "Aucune expérience n’a tout ce qui est demandé.", "No experience has all that was asked."));
        } else {
            table(found, questions, libelles, out);
        }
        if (people) {
            new Fiche(libelles, out).lecons(filtre.etiquettes());
        }
    }

    private void table(List<Cas> found, Questions questions, Libelles libelles, PrintWriter out) {
        List<Map<String, String>> asked = question == null ? List.of() : questions.list(question);
        new Tableau(libelles).write(found, asked, format, out);
    }

    private Filtre filtre(Libelles libelles, Catalogue catalogue, Questions questions) {
        Filtre filtre = new Filtre(libelles);
        if (tag != null) {
            filtre.etiquette(tag);
        }
        if (territory != null) {
            filtre.territoire(territory, catalogue);
        }
        if (form != null) {
            filtre.forme(form);
        }
        if (size != null) {
            filtre.taille(size);
        }
        if (question != null) {
            filtre.question(question, questions);
        }
        return filtre;
    }
}
