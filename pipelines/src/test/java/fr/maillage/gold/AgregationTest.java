package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.silver.territoire.Choix;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What goes in comes out, once per level, whole, and called an estimate where a share decides. */
@SparkTest
class AgregationTest {

    @Test
    void establishmentsOfASplitCommuneAreSharedByItsInhabitantsAndStayWhole(SparkSession spark) {
        Map<String, Long> counts = counts(etablissements(spark, 1_000, "01003"), passerelle(spark));

        assertThat(counts.get("national FR exact")).isEqualTo(1_000);
        assertThat(counts.get("departement 01 exact")).isEqualTo(1_000);
        assertThat(counts.get("commune 01003 estime") + counts.get("commune 01004 estime"))
                .isEqualTo(1_000);
        assertThat(counts.get("commune 01003 estime")).isBetween(700L, 800L);
        assertThat(counts.get("epci E1 estime")).isEqualTo(counts.get("commune 01003 estime"));
    }

    @Test
    void aDivisionThatCutsACommuneTakesItsShareAndTheRestIsInNoZone(SparkSession spark) {
        Map<String, Long> counts = counts(etablissements(spark, 1_000, "01001"), passerelle(spark));

        assertThat(counts.get("commune 01001 exact")).isEqualTo(1_000);
        assertThat(counts.get("qpv Q1 estime")).isBetween(250L, 350L);
        assertThat(counts.get("qpv Q2 estime")).isBetween(150L, 250L);
    }

    @Test
    void whatNobodyKnowsIsLeftToTheTerritoriesThatAreCertain(SparkSession spark) {
        Map<String, Long> counts = counts(etablissements(spark, 10, "01005"), passerelle(spark));

        assertThat(counts).containsOnlyKeys("national FR exact", "departement 01 exact");
    }

    @Test
    void theSameEstablishmentIsOnTheSameSideAddedUpByCommuneOrNot(SparkSession spark) {
        Dataset<Row> etablissements = etablissements(spark, 200, "01003").union(etablissements(spark, 200, "01001"));
        Passerelle passerelle = passerelle(spark);
        Dataset<Row> cellules = Agregation.tirees(etablissements, passerelle, col("id"))
                .groupBy("code_commune", "millesime", Agregation.TIRAGE)
                .agg(count(lit(1)).as("n"));

        assertThat(cellules.where(Agregation.TIRAGE + " is not null").count()).isGreaterThan(300);
        for (String niveau : new String[] {"commune", "epci", "departement", "national"}) {
            Dataset<Row> direct = Agregation.parTerritoire(etablissements, passerelle, col("id"))
                    .where(col("niveau").equalTo(niveau))
                    .groupBy("code_territoire")
                    .agg(count(lit(1)).as("n"));
            Dataset<Row> added = Agregation.parTerritoire(cellules, passerelle)
                    .where(col("niveau").equalTo(niveau))
                    .groupBy("code_territoire")
                    .agg(org.apache.spark.sql.functions.sum("n").as("n"));
            assertThat(direct.except(added)).isEmpty();
        }
    }

    @Test
    void aRowWithoutAKnownCommuneCountsInTheCountryAlone(SparkSession spark) {
        assertThat(counts(etablissements(spark, 3, "99999"), passerelle(spark)))
                .isEqualTo(Map.of("national FR exact", 3L));
    }

    /** Shares that overlap: 0.7 and 0.6 of one commune, of which a third zone holds all. */
    @Test
    void zonesThatOverlapHoldEachItsOwnShare(SparkSession spark) {
        Passerelle passerelle = passerelle(spark, """
                code_commune | niveau             | code_territoire | part | nature_part
                01001        | territoire_declare | a               | 0.7  | surface
                01001        | territoire_declare | b               | 1.0  | exact
                01001        | territoire_declare | c               | 0.6  | surface
                """);

        Map<String, Long> counts = counts(etablissements(spark, 2_000, "01001"), passerelle);

        assertThat(counts.get("territoire_declare a estime")).isBetween(1_300L, 1_500L);
        assertThat(counts.get("territoire_declare b exact")).isEqualTo(2_000);
        assertThat(counts.get("territoire_declare c estime")).isBetween(1_100L, 1_300L);
    }

    /** Of four establishments in a commune that a perimeter and a grid cut, the positions of three are known. */
    @Test
    void anEstablishmentStandsInADrawnZoneByItsPosition(SparkSession spark) {
        Passerelle passerelle = passerelle(spark, """
                code_commune | niveau             | code_territoire | part   | nature_part
                01001        | territoire_declare | a               | 0.0001 | surface
                01001        | territoire_declare | b               | 0.9999 | surface
                01001        | territoire_declare | d               | 1.0    | exact
                01001        | hexagone_5         | H1              | 0.9999 | surface
                01001        | hexagone_5         | H2              | 0.0001 | surface
                """)
                .avecPositions(TextTable.table(spark, Silver.ETABLISSEMENT_ZONE, """
                numero_finess_et | zones_de_la_position
                010000001        | territoire_declare|a, hexagone_5|H2
                """.replace("e|a", "e¦a")
                                .replace("5|H", "5¦H"))
                        .withColumn(
                                "zones_de_la_position",
                                org.apache.spark.sql.functions.transform(
                                        col("zones_de_la_position"),
                                        zone -> org.apache.spark.sql.functions.translate(zone, "¦", "|")))
                        .union(TextTable.table(spark, Silver.ETABLISSEMENT_ZONE, """
                numero_finess_et | zones_de_la_position
                010000002        | ailleurs
                """)));
        Dataset<Row> etablissements = TextTable.table(spark, Silver.ETABLISSEMENT, """
                numero_finess_et | code_commune
                010000001        | 01001
                010000002        | 01001
                010000003        | 01001
                """)
                .select(col("numero_finess_et"), col("code_commune"), lit(2021L).as("millesime"));
        Dataset<Row> tirees = Agregation.tirees(etablissements, passerelle, col("numero_finess_et"));

        for (Dataset<Row> placees : java.util.List.of(
                Agregation.parTerritoire(etablissements, passerelle, col("numero_finess_et")),
                Agregation.parTerritoire(tirees, passerelle))) {
            assertThat(placees.where("niveau like 'hexagone%' or niveau = 'territoire_declare'"))
                    .hasRows("""
                    numero_finess_et | niveau             | code_territoire | _estime
                    010000001        | territoire_declare | a               | false
                    010000001        | territoire_declare | d               | false
                    010000001        | hexagone_5         | H2              | false
                    010000002        | territoire_declare | d               | false
                    010000002        | hexagone_5         | H1              | true
                    010000003        | territoire_declare | b               | true
                    010000003        | territoire_declare | d               | false
                    010000003        | hexagone_5         | H1              | true
                    """);
        }
    }

    private static Passerelle passerelle(SparkSession spark, String rattachement) {
        return new Passerelle(
                TextTable.table(spark, Silver.COMMUNE_SUCCESSEUR, """
                code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                01001        | 1800-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                """),
                TextTable.table(spark, Silver.RATTACHEMENT, rattachement));
    }

    private static Map<String, Long> counts(Dataset<Row> mesures, Passerelle passerelle) {
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : Agregation.parTerritoire(mesures, passerelle, col("id"))
                .groupBy("niveau", "code_territoire")
                .agg(count(lit(1)), max(Choix.ESTIME))
                .collectAsList()) {
            counts.put(
                    row.getString(0) + " " + row.getString(1) + (row.getBoolean(3) ? " estime" : " exact"),
                    row.getLong(2));
        }
        return counts;
    }

    private static Dataset<Row> etablissements(SparkSession spark, int number, String commune) {
        return spark.range(number)
                .select(
                        concat(lit("0100"), lpad(col("id").cast("string"), 5, "0"))
                                .as("id"),
                        lit(commune).as("code_commune"),
                        lit(2021L).as("millesime"));
    }

    /** In 2023 01003 had become 01003 and 01004, 3 to 1, and 01005 two communes nobody counted. */
    private static Passerelle passerelle(SparkSession spark) {
        return new Passerelle(
                TextTable.table(spark, Silver.COMMUNE_SUCCESSEUR, """
                code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                01001        | 1800-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                01003        | 1800-01-01 | 2023-01-01 | 01003              | 0.75 | pondere
                01003        | 1800-01-01 | 2023-01-01 | 01004              | 0.25 | pondere
                01005        | 1800-01-01 | 2023-01-01 | 01005              | 0.5  | inconnu
                01005        | 1800-01-01 | 2023-01-01 | 01006              | 0.5  | inconnu
                """),
                TextTable.table(spark, Silver.RATTACHEMENT, """
                code_commune | niveau      | code_territoire | part | nature_part
                01001        | commune     | 01001           | 1.0  | exact
                01001        | departement | 01              | 1.0  | exact
                01001        | qpv         | Q1              | 0.3  | pondere
                01001        | qpv         | Q2              | 0.2  | pondere
                01001        | national    | FR              | 1.0  | exact
                01003        | commune     | 01003           | 1.0  | exact
                01003        | epci        | E1              | 1.0  | exact
                01003        | departement | 01              | 1.0  | exact
                01004        | commune     | 01004           | 1.0  | exact
                01004        | departement | 01              | 1.0  | exact
                01005        | commune     | 01005           | 1.0  | exact
                01005        | departement | 01              | 1.0  | exact
                01006        | commune     | 01006           | 1.0  | exact
                01006        | departement | 01              | 1.0  | exact
                """));
    }
}
