package fr.maillage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.SourceFile;
import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class CorrectionsTest {

    @Test
    void givesBackEveryRefusedLineInAFileThatIsReadAsTheirCorrection(SparkSession spark, @TempDir Path folder)
            throws SQLException, IOException {
        FabricatedWarehouse fabricated = new FabricatedWarehouse(spark, folder.resolve("warehouse"))
                .with(Bronze.DECLARATION_ACTIVITE, """
                        membre           | mois_texte | service | commune | heures | _fichier | _ligne | _texte  | _regles          | _rejete
                        finess:010000024 | 2024-01    | autre   | 01053   | 3      | abcd     | 2      |         |                  | false
                        finess:010000024 | 2024-01    | magie   | 01053   | -3     | abcd     | 3      |         |                  | false
                                         |            |         |         |        | abcd     | 4      | a;b;c   | largeur_de_ligne | true
                        finess:010000024 | 2024-02    | magie   | 01053   | 1      | ef01     | 2      |         |                  | false
                        """)
                .with(Silver.ACTIVITE, """
                        code_acteur      | service | _fichier | _ligne | _regles                         | _rejete
                        finess:010000024 | autre   | abcd     | 2      |                                 | false
                        finess:010000024 | magie   | abcd     | 3      | service_inconnu, nombre_negatif | true
                        finess:010000024 | magie   | ef01     | 2      | service_inconnu                 | true
                        """);

        List<Path> files = Corrections.write(fabricated.warehouse(), fabricated.publish(), folder.resolve("retour"));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("activite-abcd-a-corriger.csv", "activite-ef01-a-corriger.csv");
        assertThat(Files.readString(files.get(0)))
                .contains("finess:010000024;2024-01;magie;01053;-3;;;abcd:3;Le service ne figure pas")
                .contains("# ligne 4, à ressaisir.")
                .doesNotContain("autre");
        SourceFile sentAgain = new SourceFile(files.get(0).toString(), "", "retour.csv", "0".repeat(64), "", null, 2);
        try (RecordIterator records =
                new FichierDeclaration(Gabarit.ACTIVITE).records(sentAgain, Bronze.DECLARATION_ACTIVITE)) {
            assertThat(records.next().values())
                    .containsExactly("finess:010000024", "2024-01", "magie", "01053", "-3", null, null, "abcd:3");
            assertThat(records.hasNext()).isFalse();
        }
    }

    @Test
    void reportsWhatACensusGotWrongLineByLine(SparkSession spark, @TempDir Path folder)
            throws SQLException, IOException {
        FabricatedWarehouse fabricated = new FabricatedWarehouse(spark, folder.resolve("warehouse"))
                .with(Bronze.DECLARATION_FAIT, """
                        cooperation | rubrique | valeur   | _fichier | _ligne | _source                 | _rejete
                        c1          | maturite | en_place | abcd     | 2      | declaration-recensement | false
                        c1          | budget   | beaucoup | abcd     | 2      | declaration-recensement | false
                        c1          | budget   | 3        | ef01     | 7      | declaration-faits       | false
                        c9          | budget   | 4        | ef01     | 8      | declaration-faits       | false
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_fait | code_cooperation | rubrique | code_valeur | source                  | _fichier | _ligne | _regles             | _rejete
                        1         | coop:c1          | maturite | en_place    | declaration-recensement | abcd     | 2      |                     | false
                        2         | coop:c1          | budget   |             | declaration-recensement | abcd     | 2      | nombre_illisible    | true
                        3         | coop:c1          | budget   |             | declaration-faits       | ef01     | 7      |                     | false
                        4         | coop:c9          | budget   |             | declaration-faits       | ef01     | 8      | cooperation_absente | true
                        """);

        List<Path> files = Corrections.write(fabricated.warehouse(), fabricated.publish(), folder.resolve("retour"));

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("faits_cooperation-ef01-a-corriger.csv", "recensement-abcd-rapport.csv");
        assertThat(Files.readString(files.get(0))).contains("c9;budget;4;").doesNotContain("c1;budget");
        assertThat(Files.readString(files.get(1)))
                .contains("2;coop:c1;budget;;Le nombre n’en est pas un")
                .doesNotContain("maturite");
    }
}
