package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** Events date versions; they stand in the column of the telephone here, as {@code 005:2022-06-30} and the like. */
@SparkTest
class FaitsTest {

    private static final String HEADER = "nofinesset | nofinessej | rs    | categetab | dateouv    | datefermeture | "
            + "telephone | _millesime | _fichier | _source | _ligne\n";

    @Test
    void beginsAClosingOnTheDayOfItsEvent(SparkSession spark) {
        assertThat(versions(spark, """
                010000024 | 010780054 | FOYER | 500 | 1979-02-13 |            | 003:1979-02-13                | 2021-01-01 | a | finess-cs1400102 | 1
                010000024 | 010780054 | FOYER | 500 | 1979-02-13 | 2022-06-30 | 003:1979-02-13 005:2022-06-30 | 2023-01-01 | b | finess-cs1400102 | 1
                010000024 | 010780054 | FOYER | 500 | 1979-02-13 | 2022-06-30 | 003:1979-02-13 005:2022-06-30 | 2024-01-01 | c | finess-cs1400102 | 1
                """)).hasRows("""
                date_fermeture | valide_du  | valide_au  | connu_du   | connu_au   | date_parution | code_evenement | identifiant_evenement
                               | 2021-01-01 | 9999-12-31 | 2021-01-01 | 2023-01-01 | 2021-01-01    |                |
                               | 2021-01-01 | 2022-06-30 | 2023-01-01 | 9999-12-31 | 2021-01-01    |                |
                2022-06-30     | 2022-06-30 | 9999-12-31 | 2023-01-01 | 9999-12-31 | 2023-01-01    | 005            | 005:2022-06-30
                """);
    }

    @Test
    void beginsATransferOnTheDayOfItsEvent(SparkSession spark) {
        assertThat(known(versions(spark, """
                010000024 | 010780054 | FOYER | 500 | | | 018:2019-01-01                | 2021-01-01 | a | finess-cs1400102 | 1
                010000024 | 010780062 | FOYER | 500 | | | 018:2019-01-01 018:2022-03-01 | 2023-01-01 | b | finess-cs1400102 | 1
                """))).hasRows("""
                numero_finess_ej | valide_du  | valide_au  | date_parution | code_evenement
                010780054        | 2021-01-01 | 2022-03-01 | 2021-01-01    |
                010780062        | 2022-03-01 | 9999-12-31 | 2023-01-01    | 018
                """);
    }

    @Test
    void beginsWithTheReleaseWhereNoEventExplainsIt(SparkSession spark) {
        assertThat(known(versions(spark, """
                010000024 | 010780054 | FOYER | 500 | |            | 005:2020-01-01                | 2021-01-01 | a | finess-cs1400102 | 1
                010000024 | 010780054 | CHENE | 500 | |            | 018:2022-03-01 008:2022-03-01 | 2023-01-01 | b | finess-cs1400102 | 1
                010000024 | 010780054 | CHENE | 500 | | 2020-01-01 | 005:2020-01-01                | 2024-01-01 | c | finess-cs1400102 | 1
                """))).hasRows("""
                nom   | date_fermeture | valide_du  | code_evenement
                FOYER |                | 2021-01-01 |
                CHENE |                | 2023-01-01 |
                CHENE | 2020-01-01     | 2024-01-01 |
                """);
    }

    @Test
    void beginsAFirstVersionWithItsOpeningWhenThatIsRecent(SparkSession spark) {
        assertThat(versions(spark, """
                010000024 | 010780054 | FOYER | 500 | 2020-06-01 | | 003:2020-06-01 | 2021-01-01 | a | finess-cs1400102 | 1
                010000032 | 010780054 | CHENE | 500 | 1979-02-13 | | 003:1979-02-13 | 2021-01-01 | a | finess-cs1400102 | 2
                010000040 | 010780054 | PINS  | 500 | 2020-06-01 | | 003:2020-07-01 | 2021-01-01 | a | finess-cs1400102 | 3
                """)).hasRows("""
                nom   | valide_du  | connu_du   | code_evenement
                FOYER | 2020-06-01 | 2021-01-01 | 003
                CHENE | 2021-01-01 | 2021-01-01 |
                PINS  | 2021-01-01 | 2021-01-01 |
                """);
    }

    @Test
    void makesTheSameHistoryReleaseByReleaseAsWholeInAnyOrderOfLoading(SparkSession spark) {
        Random random = new Random(20260720);
        List<String> lines = new ArrayList<>();
        TreeSet<String> days = new TreeSet<>();
        for (int year = 2015; year < 2020; year++) {
            days.add(year + "-01-01");
            for (int number = 10; number < 70; number++) {
                if (random.nextInt(6) > 0) {
                    lines.add(line(random, year, number));
                }
            }
        }
        Collections.shuffle(lines, random);

        Dataset<Row> whole = versions(spark, String.join("", lines));
        assertThat(whole.where("code_evenement IS NOT NULL").count()).isGreaterThan(30);
        assertThat(whole.where("valide_du >= valide_au").count()).isZero();
        assertThat(rows(folded(spark, lines, days))).containsExactlyElementsOf(rows(whole));
    }

    private static String line(Random random, int year, int number) {
        String opened = (year - random.nextInt(3)) + "-0" + (2 + random.nextInt(8)) + "-01";
        String closed = random.nextInt(3) == 0 ? (year - 1 - random.nextInt(2)) + "-06-30" : "";
        String moved = (year - 1) + "-03-0" + (1 + random.nextInt(9));
        return "0100000%d | 01078005%d | FOYER | 500 | %s | %s | 003:%s 005:%s 018:%s | %d-01-01 | f%d | finess-cs1400102 | %d%n"
                .formatted(
                        number,
                        random.nextInt(3),
                        opened,
                        closed,
                        opened,
                        closed.isEmpty() ? moved : closed,
                        moved,
                        year,
                        year,
                        number);
    }

    private static Dataset<Row> folded(SparkSession spark, List<String> lines, TreeSet<String> days) {
        Dataset<Row> state = null;
        Dataset<Row> settled = null;
        for (String day : days) {
            Dataset<Row> own = lines(
                    spark,
                    String.join(
                            "",
                            lines.stream()
                                    .filter(line -> line.contains("| " + day + " |"))
                                    .toList()));
            Dataset<Row> next = (state == null
                            ? table(histoire(spark).whole(own, sound()))
                            : table(histoire(spark).next(state, own, sound())))
                    .localCheckpoint();
            Dataset<Row> open = next.where("connu_au = '9999-12-31'");
            Dataset<Row> closed = next.where("connu_au < '9999-12-31'");
            settled = settled == null ? closed : settled.union(closed);
            state = open;
        }
        return settled.union(state);
    }

    private static Dataset<Row> versions(SparkSession spark, String lines) {
        return table(histoire(spark).whole(lines(spark, lines), sound()));
    }

    private static Dataset<Row> known(Dataset<Row> versions) {
        return versions.where("connu_au = '9999-12-31'");
    }

    private static Dataset<Row> table(Dataset<Row> versions) {
        return versions.withColumn(Technical.REGLES, Histoire.regles())
                .select(Histoire.columns(Silver.ETABLISSEMENT_VERSION));
    }

    private static Histoire histoire(SparkSession spark) {
        Parutions none = Parutions.of(new TestTables(spark), Registre.ETABLISSEMENT);
        return new Histoire(
                        Silver.ETABLISSEMENT_VERSION,
                        List.of(Columns.NUMERO_FINESS_ET),
                        List.of(EtablissementsXml.SYSTEME),
                        none)
                .datedBy(new Faits(Columns.DATE_OUVERTURE, Columns.NUMERO_FINESS_EJ, 366));
    }

    private static Dataset<Row> lines(SparkSession spark, String lines) {
        TestTables tables = new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, HEADER + lines);
        Dataset<Row> rows = EtablissementsXml.rows(
                tables.read(Bronze.FINESS_STRUCTUREET), tables.read(Bronze.FINESS_GEOLOCALISATION));
        Column events = functions.expr("transform(split(telephone, ' '), e -> named_struct('jour',"
                + " try_cast(split_part(e, ':', 2) AS DATE), 'code', split_part(e, ':', 1), 'numero', e))");
        return rows.withColumn(Description.EVENEMENTS, events.cast(Faits.TYPE))
                .withColumn(Columns.TELEPHONE, functions.lit(null).cast("string"));
    }

    private static Column sound() {
        return functions.col(Columns.NUMERO_FINESS_ET).isNotNull();
    }

    private static List<String> rows(Dataset<Row> versions) {
        return versions.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
