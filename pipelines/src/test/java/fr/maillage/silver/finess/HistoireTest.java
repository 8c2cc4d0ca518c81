package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What releases make of a history: scope, absence, systems, withdrawal; and the fold that equals the whole. */
@SparkTest
class HistoireTest {

    private static final EtablissementVersion TABLE = new EtablissementVersion();

    private static final String TWO_RELEASES = """
            nofinesset | nofinessej | rs    | categetab | _millesime | _fichier | _source
            010000024  | 010780054  | FOYER | 500       | 2021-01-01 | a        | finess-etalab
            920000032  | 920780054  | AUTRE | 500       | 2021-01-01 | a        | finess-etalab
            010000024  | 010780054  | FOYER | 500       | 2022-01-01 | b        | finess-etalab
            """;

    private static final String HEADER =
            "nofinesset | nofinessej | rs | categetab | telephone | datefermeture | _millesime | _fichier | _source | _ligne\n";
    private static final String RELEASE_HEADER =
            "systeme | objet | date_parution | portee | departements | tranches | fermes_inclus | est_retiree\n";
    private static final String NO_RELEASE = "systeme | objet | date_parution\n";
    private static final String NATIONAL_YEARS = """
            systeme       | objet         | date_parution | portee    | fermes_inclus | est_retiree
            finess-etalab | etablissement | 2021-01-01    | nationale | false         | false
            finess-etalab | etablissement | 2022-01-01    | nationale | false         | false
            finess-etalab | etablissement | 2023-01-01    | nationale | false         | false
            """;

    @Test
    void closesWhatANationalReleaseMisses(SparkSession spark) {
        assertThat(versions(spark, TWO_RELEASES, """
                systeme       | objet         | date_parution | portee    | fermes_inclus | est_retiree
                finess-etalab | etablissement | 2021-01-01    | nationale | false         | false
                finess-etalab | etablissement | 2022-01-01    | nationale | false         | false
                """)).hasRows("""
                numero_finess_et | valide_du  | valide_au  | connu_du   | connu_au
                010000024        | 2021-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31
                920000032        | 2021-01-01 | 9999-12-31 | 2021-01-01 | 2022-01-01
                920000032        | 2021-01-01 | 2022-01-01 | 2022-01-01 | 9999-12-31
                """);
    }

    @Test
    void neitherClosesNorOpensWhatLiesOutsideTheScope(SparkSession spark) {
        for (String portee : List.of("departements | 01", "echantillon | ", "tranches | ")) {
            assertThat(versions(spark, TWO_RELEASES, """
                    systeme       | objet         | date_parution | portee    | departements | tranches            | fermes_inclus | est_retiree
                    finess-etalab | etablissement | 2021-01-01    | nationale |              |                     | false         | false
                    finess-etalab | etablissement | 2022-01-01    | %s        | 010000001-910000000 | false         | false
                    """.formatted(portee)).where("numero_finess_et = '920000032'"))
                    .hasRows("""
                    valide_du  | valide_au
                    2021-01-01 | 9999-12-31
                    """);
        }
    }

    @Test
    void letsNoSystemMissWhatItNeverTold(SparkSession spark) {
        assertThat(versions(
                        spark, TWO_RELEASES.replace("b        | finess-etalab", "b        | finess-cs1400102"), """
                systeme       | objet         | date_parution | portee    | fermes_inclus | est_retiree
                finess-etalab | etablissement | 2021-01-01    | nationale | false         | false
                finess-flux   | etablissement | 2022-01-01    | nationale | true          | false
                """))
                .hasRows("""
                numero_finess_et | valide_au  | sources                   | motif
                010000024        | 9999-12-31 | finess-etalab finess-flux | premiere_parution
                920000032        | 9999-12-31 | finess-etalab             | premiere_parution
                """);
    }

    @Test
    void tellsTheWordsOfAnotherSystemFromAChange(SparkSession spark) {
        assertThat(versions(spark, """
                nofinesset | nofinessej | rs        | categetab | dateouv    | _millesime | _fichier | _source
                010000024  | 010780054  | FOYER     | 500       | 1979-02-13 | 2021-01-01 | a        | finess-etalab
                010000024  | 010780054  | LE FOYER  | 500       | 1979-02-13 | 2022-01-01 | b        | finess-cs1400102
                010000024  | 010780054  | LE CHENE  | 500       | 1979-02-13 | 2023-01-01 | c        | finess-cs1400102
                """, NO_RELEASE).where("connu_au = '9999-12-31'"))
                .hasRows("""
                nom      | valide_du  | motif
                FOYER    | 2021-01-01 | premiere_parution
                LE FOYER | 2022-01-01 | changement_de_source
                LE CHENE | 2023-01-01 | changement
                """);
    }

    @Test
    void opensAgainWhatComesBack(SparkSession spark) {
        assertThat(versions(spark, TWO_RELEASES + """
                920000032  | 920780054  | AUTRE | 500       | 2023-01-01 | c        | finess-etalab
                """, NATIONAL_YEARS)
                        .where("numero_finess_et = '920000032' AND connu_au = '9999-12-31'"))
                .hasRows("""
                valide_du  | valide_au  | motif
                2021-01-01 | 2022-01-01 | premiere_parution
                2023-01-01 | 9999-12-31 | reapparition
                """);
    }

    @Test
    void isAsIfAWithdrawnReleaseHadNeverCome(SparkSession spark) {
        String withdrawn = NATIONAL_YEARS.replace(
                "2022-01-01    | nationale | false         | false",
                "2022-01-01    | nationale | false         | true");
        String without = TWO_RELEASES.replaceAll("010000024 .*2022-01-01.*\n", "");

        List<String> asIf = rows(versions(spark, without, NATIONAL_YEARS.replaceAll(".*2022-01-01.*\n", "")));
        assertThat(rows(versions(spark, TWO_RELEASES, withdrawn))).isEqualTo(asIf);
    }

    @Test
    void doesNotTakeALineItCannotReadForAnAbsence(SparkSession spark) {
        assertThat(versions(spark, TWO_RELEASES + """
                920000032  | 920780054  | AUTRE |           | 2022-01-01 | b        | finess-etalab
                """, NATIONAL_YEARS.replaceAll(".*2023-01-01.*\n", ""))
                        .where("numero_finess_et = '920000032' AND code_categorie = '500'"))
                .hasRows("""
                valide_du  | valide_au
                2021-01-01 | 9999-12-31
                """);
    }

    @Test
    void makesTheSameHistoryReleaseByReleaseAsWhole(SparkSession spark) {
        Random random = new Random(20260720);
        List<String> lines = new ArrayList<>();
        StringBuilder releases = new StringBuilder(RELEASE_HEADER);
        TreeMap<String, String> systems = new TreeMap<>();
        for (int year = 2015; year < 2021; year++) {
            String day = year + "-01-01";
            boolean flux = random.nextInt(3) == 0;
            systems.put(day, flux ? "finess-cs1400102" : "finess-etalab");
            releases.append(release(random, day, flux));
            for (int number = 0; number < 60; number++) {
                lines.addAll(lines(random, day, systems.get(day), number));
            }
        }
        Collections.shuffle(lines, random);

        List<String> whole = rows(versions(spark, HEADER + String.join("", lines), releases.toString()));
        assertThat(whole).hasSizeGreaterThan(250);
        assertThat(rows(folded(spark, lines, releases.toString(), systems))).isEqualTo(whole);
    }

    private static String release(Random random, String day, boolean flux) {
        String scope =
                switch (random.nextInt(5)) {
                    case 0 -> "echantillon | |";
                    case 1 -> "departements | 01 02 |";
                    case 2 -> "tranches | | 010000000-020000030";
                    default -> "nationale | |";
                };
        return "%s | etablissement | %s | %s | %s | %s%n"
                .formatted(flux ? "finess-flux" : "finess-etalab", day, scope, flux, random.nextInt(8) == 0);
    }

    /** Present or not, changed or not, closed or not, now and then twice, or without a category. */
    private static List<String> lines(Random random, String day, String system, int number) {
        List<String> lines = new ArrayList<>();
        int copies = random.nextInt(10) < 7 ? 1 : random.nextInt(10) < 2 ? 2 : 0;
        for (int copy = 0; copy < copies; copy++) {
            lines.add("%02d00000%02d | 010780054 | %s | %s | %s | %s | %s | %s | %s | %d%n"
                    .formatted(
                            1 + number % 3,
                            number,
                            random.nextInt(4) == 0 ? "B" : "A",
                            random.nextInt(12) == 0 ? "" : "500",
                            random.nextInt(3),
                            system.equals("finess-etalab") || random.nextInt(4) > 0 ? "" : "2014-06-30",
                            day,
                            "f" + day,
                            system,
                            10 * number + copy));
        }
        return lines;
    }

    private static Dataset<Row> folded(
            SparkSession spark, List<String> lines, String releases, TreeMap<String, String> systems) {
        Dataset<Row> state = null;
        Dataset<Row> settled = null;
        for (String day : systems.keySet()) {
            String own = String.join(
                    "", lines.stream().filter(line -> line.contains(day)).toList());
            TestTables release = tables(
                    spark,
                    HEADER + own,
                    RELEASE_HEADER
                            + releases.lines()
                                    .filter(line -> line.contains(day))
                                    .map(line -> line + "\n")
                                    .findFirst()
                                    .orElseThrow());
            Dataset<Row> next = (state == null ? TABLE.build(release) : TABLE.next(state, release)).localCheckpoint();
            Dataset<Row> open = next.where("connu_au = '9999-12-31' AND code_categorie IS NOT NULL"
                    + " AND NOT array_contains(_regles, 'numero_en_double')");
            Dataset<Row> closed = next.exceptAll(open);
            settled = settled == null ? closed : settled.union(closed);
            state = open;
        }
        return settled.union(state);
    }

    private static List<String> rows(Dataset<Row> versions) {
        return versions.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static Dataset<Row> versions(SparkSession spark, String lines, String releases) {
        return TABLE.build(tables(spark, lines, releases));
    }

    private static TestTables tables(SparkSession spark, String lines, String releases) {
        return new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, lines).with(Silver.PARUTION, releases);
    }
}
