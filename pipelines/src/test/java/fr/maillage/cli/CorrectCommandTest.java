package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction from the file a person fills in to the state, through a new release, and its withdrawal. */
@SparkTest
class CorrectCommandTest {

    private static final String HEADER = "entite;champ;valeur;auteur;raison;date;statut\n";
    private static final String SAMPLE = "etalab-cs1100507-stock-20260311-0338.csv";
    private static final String NOM = "SELECT nom, array_to_string(champs_corriges, '+') FROM silver.etablissement"
            + " WHERE numero_finess_et = '010000024'";
    private static final String STATUT = "SELECT statut_correction FROM silver.correction WHERE champ = 'nom'";

    @TempDir
    private Path folder;

    @Test
    void survivesANewReleaseReportsTheConflictAndIsUndoneByItsWithdrawal() throws IOException {
        String march = sample();
        run("ingest", file(SAMPLE, march));
        run("correct", file("corrections.csv", HEADER + """
                010000024;nom;LES LILAS;ARS;nom d’usage;2026-03-20;
                010000024;couleur;BLEU;ARS;erreur;2026-03-20;
                """));
        run(
                "ingest",
                file(
                        "etalab-cs1100507-stock-20260411-0338.csv",
                        march.replace("2026-03-11", "2026-04-11").replace(";CH DE FLEYRIAT;", ";CH DU PARC;")));
        build();
        assertThat(answer(NOM)).isEqualTo("LES LILAS,nom");
        assertThat(answer(STATUT)).isEqualTo("conflit");
        assertThat(run("history", "010000024").out())
                .contains("Nom : CH DE FLEYRIAT → CH DU PARC")
                .contains("Conflit : la source dit maintenant CH DU PARC");
        assertThat(run("changes", "--from", "2026-03-11", "--to", "2026-04-11", "--format", "csv")
                        .out())
                .contains("010000024", "CH DE FLEYRIAT,CH DU PARC,autre_champ,reel");

        run("correct", file("retrait.csv", HEADER + "010000024;nom;;ARS;le registre est juste;2026-04-20;retiree\n"));
        build();
        assertThat(answer(NOM)).isEqualTo("CH DU PARC,");
        assertThat(answer(STATUT)).isEqualTo("retiree");
        assertThat(refused()).contains(":3;Ce champ n’existe pas");
    }

    @Test
    void takesNothingButCorrections() throws IOException {
        Typed other = typed("correct", file(SAMPLE, sample()));

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err().strip()).hasLineCount(1).contains(SAMPLE, "--template corrections");
    }

    private String refused() throws IOException {
        Path back = folder.resolve("a-corriger");
        run("quality", "--to-correct", back.toString());
        try (var files = Files.list(back)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static String sample() throws IOException {
        try (InputStream in = CorrectCommandTest.class.getResourceAsStream("/samples/finess-etalab/" + SAMPLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void build() {
        run("build", "silver.etablissement", "gold.changement");
    }

    private String answer(String sql) {
        return run("sql", "--format", "csv", sql)
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    private Typed run(String... args) {
        Typed typed = typed(args);
        assertThat(typed.exitCode()).as(typed.err() + typed.out()).isZero();
        return typed;
    }

    private Typed typed(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--warehouse", folder.resolve("entrepot").toString()));
        return Typed.run(all.toArray(String[]::new));
    }
}
