package fr.maillage.quality;

import static fr.maillage.testing.TextTable.table;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class FichierACorrigerTest {

    private static final String DECLARATIONS = """
            membre           | mois_texte | service | commune | heures | _fichier | _ligne
            finess:010000024 | 2024-01    | autre   | 01053   | 3      | abcd     | 2
            finess:010000024 | 2024-01    | a "b"   | 01053   | -3     | abcd     | 3
            """;

    private final FichierACorriger fichier = new FichierACorriger(Gabarit.ACTIVITE, Silver.ACTIVITE);

    @Test
    void hasTheRefusedLinesAsTypedWithTheReasonInFrench(SparkSession spark) {
        assertThat(fichier.header()).isEqualTo("membre;mois;service;commune;heures;personnes;etp;ligne_corrigee;motif");
        assertThat(fichier.lines(declarations(spark), refused(spark, "service_inconnu", "nb_heures.minimum")))
                .containsExactly("finess:010000024;2024-01;\"a \"\"b\"\"\";01053;-3;;;abcd:3;"
                        + "Le service ne figure pas dans la liste service_activite.");
    }

    @Test
    void saysWhichColumnIsWrongWhenOnlyAConstraintIsBroken(SparkSession spark) {
        assertThat(fichier.lines(declarations(spark), refused(spark, "code_commune.required")))
                .allMatch(line -> line.endsWith(";Commune : doit être renseigné."));
    }

    @Test
    void isReadBackAsACorrectionOfThoseLines(SparkSession spark, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("a-corriger.csv");

        assertThat(fichier.write(declarations(spark), refused(spark, "service_inconnu"), file))
                .isEqualTo(1);

        SourceFile source = new SourceFile(file.toString(), "", "a-corriger.csv", "0".repeat(64), "", null, 2);
        SourceRecord record = new FichierDeclaration(Gabarit.ACTIVITE)
                .records(source, Bronze.DECLARATION_ACTIVITE)
                .next();
        assertThat(record.values())
                .containsExactly("finess:010000024", "2024-01", "a \"b\"", "01053", "-3", null, null, "abcd:3");
    }

    @Test
    void writesNoFileWhenNothingIsRefused(SparkSession spark, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("a-corriger.csv");

        assertThat(fichier.write(declarations(spark), List.of(), file)).isZero();
        assertThat(Files.exists(file)).isFalse();
    }

    private static List<Row> declarations(SparkSession spark) {
        return table(spark, Bronze.DECLARATION_ACTIVITE, DECLARATIONS).collectAsList();
    }

    private static List<Row> refused(SparkSession spark, String... rules) {
        return spark.range(1)
                .select(
                        lit("abcd").as("_fichier"),
                        lit(3L).as("_ligne"),
                        array(java.util.Arrays.stream(rules)
                                        .map(rule -> lit(rule))
                                        .toArray(org.apache.spark.sql.Column[]::new))
                                .as("_regles"))
                .collectAsList();
    }
}
