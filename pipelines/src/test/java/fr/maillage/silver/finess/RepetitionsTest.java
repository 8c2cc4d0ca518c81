package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Which lines of many releases repeat their neighbours, and that the history does without them. */
@SparkTest
class RepetitionsTest {

    private static final String HEADER =
            "nofinesset | nofinessej | rs | categetab | telephone | _millesime | _fichier | _source | _ligne\n";
    private static final String RELEASES = "systeme | objet | date_parution | portee | fermes_inclus | est_retiree\n";

    @Test
    void keepsTheFirstAndTheLastOfLinesThatSayTheSame(SparkSession spark) {
        assertThat(kept(spark, """
                010000024 | 010780054 | FOYER   | 500 | | 2020-01-01 | f0 | finess-etalab | 1
                010000024 | 010780054 | FOYER   | 500 | | 2021-01-01 | f1 | finess-etalab | 1
                010000024 | 010780054 | FOYER   | 500 | | 2022-01-01 | f2 | finess-etalab | 1
                010000024 | 010780054 | FOYER   | 500 | | 2023-01-01 | f3 | finess-etalab | 1
                010000024 | 010780054 | LE PARC | 500 | | 2024-01-01 | f4 | finess-etalab | 1
                """, "")).hasRows("""
                rs      | _millesime | _dite_jusqu
                FOYER   | 2020-01-01 | 2023-01-01
                FOYER   | 2023-01-01 | 2023-01-01
                LE PARC | 2024-01-01 | 2024-01-01
                """);
    }

    @Test
    void keepsWhatAReleaseBetweenMisses(SparkSession spark) {
        assertThat(kept(spark, """
                010000024 | 010780054 | FOYER | 500 | | 2020-01-01 | f0 | finess-etalab | 1
                010000024 | 010780054 | FOYER | 500 | | 2021-01-01 | f1 | finess-etalab | 1
                010000024 | 010780054 | FOYER | 500 | | 2023-01-01 | f3 | finess-etalab | 1
                010000024 | 010780054 | FOYER | 500 | | 2024-01-01 | f4 | finess-etalab | 1
                """, "").count()).isEqualTo(4);
    }

    @Test
    void keepsDoublesLinesThatStandForNothingAndThoseOfADayWithTwoSystems(SparkSession spark) {
        assertThat(kept(spark, """
                010000024 | 010780054 | FOYER | 500 | | 2020-01-01 | f0 | finess-etalab | 1
                010000024 | 010780054 | FOYER | 500 | | 2021-01-01 | f1 | finess-etalab | 1
                010000024 | 010780054 | FOYER | 500 | | 2021-01-01 | f1 | finess-etalab | 2
                010000024 | 010780054 | FOYER | 500 | | 2022-01-01 | f2 | finess-etalab | 1
                010000032 | 010780054 | FOYER |     | | 2020-01-01 | f0 | finess-etalab | 3
                010000032 | 010780054 | FOYER |     | | 2021-01-01 | f1 | finess-etalab | 3
                010000032 | 010780054 | FOYER |     | | 2022-01-01 | f2 | finess-etalab | 3
                          | 010780054 | FOYER | 500 | | 2021-01-01 | f1 | finess-etalab | 4
                010000040 | 010780054 | FOYER | 500 | | 2022-01-01 | f2 | finess-etalab | 5
                010000040 | 010780054 | FOYER | 500 | | 2023-01-01 | f3 | finess-etalab | 5
                010000040 | 010780054 | FOYER | 500 | | 2024-01-01 | f4 | finess-etalab | 5
                """, "finess-fhir | etablissement | 2023-01-01 | echantillon | false | false\n")
                        .count())
                .isEqualTo(11);
    }

    /** Lines of 30 establishments that change now and then, with two files a day, missing days and a withdrawn release. */
    @Test
    void leavesTheHistoryAsItIs(SparkSession spark) {
        Random random = new Random(60);
        List<String> days = new ArrayList<>();
        StringBuilder releases = new StringBuilder(RELEASES);
        for (int month = 1; month <= 12; month++) {
            String day = "2021-%02d-04".formatted(month);
            days.add(day);
            releases.append("finess-etalab | etablissement | %s | %s | false | %s%n"
                    .formatted(day, month == 4 ? "echantillon" : "nationale", month == 9));
        }
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            lines.addAll(life(random, days, number));
        }
        TestTables tables = new TestTables(spark)
                .with(Bronze.FINESS_STRUCTUREET, HEADER + String.join("", lines))
                .with(Silver.PARUTION, releases.toString());
        Dataset<Row> stayed = EtablissementsEtalab.rows(sans(tables), tables.read(Bronze.FINESS_GEOLOCALISATION));

        assertThat(stayed.count()).isLessThan(lines.size() * 2L / 3);
        assertThat(histoire(tables, stayed)).isNotEmpty().isEqualTo(histoire(tables, toutes(tables)));
    }

    private static List<String> life(Random random, List<String> days, int number) {
        List<String> lines = new ArrayList<>();
        int name = 0;
        int telephone = 0;
        for (String day : days) {
            name += random.nextInt(8) == 0 ? 1 : 0;
            telephone += random.nextInt(10) == 0 ? 1 : 0;
            int copies = random.nextInt(15) == 0 ? 0 : 1 + number % 2;
            for (int file = 0; file < copies; file++) {
                lines.add("0100000%02d | 010780054 | N%d | %s | %d | %s | f%d-%s | finess-etalab | %d%n"
                        .formatted(
                                number, name, random.nextInt(25) == 0 ? "" : "500", telephone, day, file, day, number));
            }
        }
        return lines;
    }

    private static List<String> histoire(TestTables tables, Dataset<Row> lines) {
        Column known = col(NUMERO_FINESS_ET).isNotNull().and(col(CODE_CATEGORIE).isNotNull());
        return new Histoire(
                        Silver.ETABLISSEMENT_VERSION,
                        List.of(NUMERO_FINESS_ET),
                        List.of(EtablissementsEtalab.SYSTEME),
                        Parutions.of(tables, Registre.ETABLISSEMENT))
                        .whole(lines, known, col(X_PUBLIE).isNull())
                        .select(new EtablissementVersion()
                                .target().columns().stream()
                                        .map(name -> col(name))
                                        .toArray(Column[]::new))
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .sorted()
                        .toList();
    }

    private static Dataset<Row> toutes(TestTables tables) {
        return EtablissementsEtalab.rows(
                tables.read(Bronze.FINESS_STRUCTUREET), tables.read(Bronze.FINESS_GEOLOCALISATION));
    }

    private static Dataset<Row> kept(SparkSession spark, String lines, String otherReleases) {
        StringBuilder releases = new StringBuilder(RELEASES).append(otherReleases);
        for (int year = 2020; year <= 2024; year++) {
            releases.append("finess-etalab | etablissement | %d-01-01 | nationale | false | false%n".formatted(year));
        }
        return sans(new TestTables(spark)
                .with(Bronze.FINESS_STRUCTUREET, HEADER + lines)
                .with(Silver.PARUTION, releases.toString()));
    }

    private static Dataset<Row> sans(TestTables tables) {
        Parutions parutions = Parutions.of(tables, Registre.ETABLISSEMENT);
        return Repetitions.sans(
                        parutions,
                        Repetitions.Lignes.of(
                                Bronze.FINESS_STRUCTUREET,
                                parutions.maintenuesDeBronze(tables.read(Bronze.FINESS_STRUCTUREET)),
                                NOFINESSET,
                                EtablissementsEtalab.saine()))
                .get(0);
    }
}
