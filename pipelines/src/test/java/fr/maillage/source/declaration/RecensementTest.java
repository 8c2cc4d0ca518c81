package fr.maillage.source.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecensementTest {

    private static final Recensement FORMAT = new Recensement();

    @TempDir
    Path folder;

    @Test
    void makesACooperationAndItsFactsOutOfALine() throws IOException {
        SourceFile file = file("recensement_2024-05-01.csv", """
                Identifiant;Nom de la coopération;Support juridique;Date de création;Objectifs stratégiques;Effectif (ETP);Budget annuel;Catégorie;Maturité;Publics visés;Coordonnées et contact
                c1;GCSMS des deux vallées;GCSMS;2021-03;Rompre l’isolement;7,6;450 K€;isolement, efficience;En place;Personnes âgées (PA);Mme X
                """, "");

        assertThat(recognised(file)).isTrue();
        assertThat(rows(file, Bronze.DECLARATION_COOPERATION))
                .containsExactly(
                        "identifiant=c1, nom=GCSMS des deux vallées, forme_juridique=gcsms, date_debut_texte=2021-03");
        assertThat(rows(file, Bronze.DECLARATION_FAIT))
                .containsExactlyInAnyOrder(
                        "cooperation=c1, rubrique=forme_juridique, valeur=gcsms",
                        "cooperation=c1, rubrique=objectif_strategique, valeur=Rompre l’isolement",
                        "cooperation=c1, rubrique=etp, valeur=7,6",
                        "cooperation=c1, rubrique=budget, valeur=450, unite_texte=K€",
                        "cooperation=c1, rubrique=categorie, valeur=isolement, statut_texte=principale",
                        "cooperation=c1, rubrique=categorie, valeur=efficience, statut_texte=secondaire",
                        "cooperation=c1, rubrique=maturite, valeur=en_place",
                        "cooperation=c1, rubrique=public, valeur=personnes_agees",
                        "cooperation=c1, rubrique=contact, valeur=Mme X");
    }

    @Test
    void readsAnAgencysOwnListByTheNamesOfItsColumns() throws IOException {
        SourceFile file = file("liste_ars_2024.csv", """
                Groupement;Forme;Date de signature;Objet;Zone
                CAP Santé;Groupement d’intérêt public;12/05/2019;achats, formation;Bresse
                """, "");

        assertThat(recognised(file)).isTrue();
        assertThat(rows(file, Bronze.DECLARATION_COOPERATION))
                .containsExactly(
                        "identifiant=cap-sante, nom=CAP Santé, forme_juridique=gip, date_debut_texte=12/05/2019");
        assertThat(rows(file, Bronze.DECLARATION_FAIT))
                .contains("cooperation=cap-sante, rubrique=fonction, valeur=achats")
                .contains("cooperation=cap-sante, rubrique=territoire, valeur=Bresse");
    }

    @Test
    void readsColumnsAsAPersonSays() throws IOException {
        String list = """
                Réf;Libellé;Montage
                17;Les Aulnes;gie
                """;
        SourceFile told = file(
                "a.csv",
                list,
                Recensement.colonnes(Map.of("Réf", "identifiant", "Libellé", "nom", "Montage", "support_juridique")));

        assertThat(recognised(file("b.csv", list, ""))).isFalse();
        assertThat(recognised(told)).isTrue();
        assertThat(rows(told, Bronze.DECLARATION_COOPERATION))
                .containsExactly("identifiant=17, nom=Les Aulnes, forme_juridique=gie");
        assertThatThrownBy(() -> Recensement.colonnes(Map.of("Montage", "couleur")))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("'couleur': a census has no such field. Choose one of identifiant, nom");
    }

    @Test
    void losesNoColumnInSilence() throws IOException {
        String list = """
                Nom;Forme;Zone;Objet;Couleur préférée
                Les Aulnes;gie;Ain;achats;bleu
                """;
        assertThatThrownBy(() -> recognised(file("a.csv", list, "")))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("colonnes inconnues : Couleur préférée ; dire ce qu’elles sont avec --colonne")
                .hasMessageContaining("--colonne \"*=ignorer\"");
        assertThat(recognised(file("b.csv", list, Recensement.colonnes(Map.of("*", "ignorer")))))
                .isTrue();
        assertThat(recognised(file("c.csv", list, Recensement.colonnes(Map.of("Couleur préférée", "perspectives")))))
                .isTrue();
    }

    @Test
    void refusesLinesOnWhichCellsAreMergedAndReadsTheOthers() throws IOException {
        SourceFile file = workbook(sheet -> {
            row(sheet, 0, "Identifiant", "Nom", "Support juridique", "Territoire", "Perspectives");
            row(sheet, 1, "c1", "Seule", "gip", "Ain", "CPOM");
            row(sheet, 2, "c2", "Fusionnée", "gie", "Jura", "");
            row(sheet, 3, "c3", "Avec elle", "gie", "", "");
            sheet.range(2, 3, 3, 3).merge();
        });

        assertThat(recognised(file)).isTrue();
        List<SourceRecord> records = records(file, Bronze.DECLARATION_COOPERATION);
        assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 3L, 4L);
        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly(null, "cellules_fusionnees", "cellules_fusionnees");
        assertThat(records.get(1).text()).isEqualTo("c2 | Fusionnée | gie | Jura | ");
        assertThat(rows(file, Bronze.DECLARATION_FAIT)).hasSize(3).allMatch(fact -> fact.contains("cooperation=c1"));
    }

    @Test
    void readsItsOwnTemplatesAsFilesWithoutALine() throws IOException {
        Modeles.write("recensement", folder.resolve("modele"));

        for (String name : List.of("recensement.csv", "recensement.xlsx")) {
            SourceFile file = source(folder.resolve("modele").resolve(name), "");
            assertThat(recognised(file)).as(name).isTrue();
            assertThat(records(file, Bronze.DECLARATION_COOPERATION)).as(name).isEmpty();
        }
    }

    private interface Content {
        void fill(Worksheet sheet);
    }

    private SourceFile workbook(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.fill(workbook.newWorksheet("liste"));
        }
        return source(Files.write(folder.resolve("liste.xlsx"), bytes.toByteArray()), "");
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    private SourceFile file(String name, String text, String colonnes) throws IOException {
        return source(Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)), colonnes);
    }

    private static SourceFile source(Path path, String colonnes) {
        return new SourceFile(
                path.toString(), "", path.getFileName().toString(), "0".repeat(64), "", null, 1, colonnes);
    }

    private static boolean recognised(SourceFile file) throws IOException {
        Probe probe = Probes.of(Path.of(file.path()), file.name());
        return FORMAT.recognise(new Probe(probe.name(), probe.size(), probe.head(), file))
                .isPresent();
    }

    private static List<SourceRecord> records(SourceFile file, TableContract table) throws IOException {
        try (var records = FORMAT.records(file, table)) {
            List<SourceRecord> all = new java.util.ArrayList<>();
            records.forEachRemaining(all::add);
            return all;
        }
    }

    private static List<String> rows(SourceFile file, TableContract table) throws IOException {
        return records(file, table).stream()
                .filter(SourceRecord::isReadable)
                .map(record -> Arrays.toString(record.values()))
                .map(text -> named(text, table))
                .toList();
    }

    private static String named(String values, TableContract table) {
        String[] cells = values.substring(1, values.length() - 1).split(", (?! )", -1);
        return java.util.stream.IntStream.range(
                        0, Math.min(cells.length, table.fields().size()))
                .filter(i -> !Objects.equals(cells[i], "null"))
                .mapToObj(i -> table.columns().get(i) + "=" + cells[i])
                .collect(Collectors.joining(", "));
    }
}
