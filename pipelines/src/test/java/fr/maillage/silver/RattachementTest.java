package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The road from published codes to the territories of the cadre: successors, bridge, territories and populations. */
@SparkTest
class RattachementTest {

    @Test
    void findsEveryCodeOfEveryDayInTheCadre(SparkSession spark) {
        TestTables tables = withSuccessors(spark);

        assertThat(tables.read(Silver.COMMUNE_SUCCESSEUR).where("code_commune < '02'"))
                .hasRows("""
                code_commune | lu_du      | lu_au      | code_commune_cible | millesime_cible | nature_passage | part | nature_part
                01001        | 1800-01-01 | 2023-01-01 | 01001              | 2023            | identique      | 1.0  | exact
                01001        | 2023-01-01 | 9999-12-31 | 01001              | 2023            | identique      | 1.0  | exact
                01002        | 1800-01-01 | 2023-01-01 | 01001              | 2023            | fusion_ou_code | 1.0  | exact
                01002        | 2023-01-01 | 9999-12-31 | 01001              | 2023            | fusion_ou_code | 1.0  | exact
                01003        | 1800-01-01 | 2023-01-01 | 01003              | 2023            | scission       | 0.5  | inconnu
                01003        | 1800-01-01 | 2023-01-01 | 01004              | 2023            | scission       | 0.5  | inconnu
                01003        | 2023-01-01 | 9999-12-31 | 01003              | 2023            | identique      | 1.0  | exact
                01004        | 1800-01-01 | 9999-12-31 | 01004              | 2023            | identique      | 1.0  | exact
                """);
        assertThat(tables.read(Silver.COMMUNE_SUCCESSEUR).where("code_commune = '98501'"))
                .hasRows("""
                lu_du      | lu_au      | code_commune_cible | nature_passage
                1800-01-01 | 9999-12-31 | 97601              | fusion_ou_code
                """);
    }

    @Test
    void populationsOfThePiecesWeighASplit(SparkSession spark) {
        TestTables tables = withSuccessors(tables(spark).with(Silver.POPULATION, """
                code_commune | annee | millesime | population_municipale
                01001        | 2019  | 2021      | 10
                01002        | 2019  | 2021      | 20
                01003        | 2019  | 2021      | 101
                97601        | 2017  | 2019      | 7
                01003        | 2022  | 2024      | 30
                01004        | 2022  | 2024      | 10
                01003        | 2023  | 2025      | 35
                01004        | 2023  | 2025      | 15
                """));
        tables.with(Silver.RATTACHEMENT, computed(spark, new Rattachement().build(tables)));

        assertThat(tables.read(Silver.PASSAGE_COMMUNE).where("code_commune = '01003'"))
                .hasRows("""
                date_debut | date_fin   | atome       | part | part_basse | part_haute | nature_part | millesime_poids
                1943-01-01 | 2023-01-01 | 01003/01003 | 0.75 | 0.7        | 0.75       | pondere     | 2024
                1943-01-01 | 2023-01-01 | 01003/01004 | 0.25 | 0.25       | 0.3        | pondere     | 2024
                2023-01-01 | 9999-12-31 | 01003/01003 | 1.0  | 1.0        | 1.0        | exact       |
                """);
        assertThat(new Territoire()
                        .build(tables.with(Parametres.ANNEE_POPULATION, 2019L))
                        .where("niveau in ('commune', 'departement', 'epci')"))
                .hasRows("""
                niveau      | code_territoire | population | part_estimee
                commune     | 01001           | 30         | 0.0
                commune     | 01003           | 76         | 1.0
                commune     | 01004           | 25         | 1.0
                commune     | 97601           | 7          | 0.0
                epci        | 200000001       | 30         | 0.0
                epci        | 200000002       | 101        | 0.0
                departement | 01              | 106        | 0.7169811320754716
                departement | 69              | 25         | 1.0
                departement | 976             | 7          | 0.0
                """);
    }

    @Test
    void belongsToTheEpciOfTheCodeThatWasKept(SparkSession spark) {
        assertThat(new Rattachement().build(withSuccessors(spark))).hasRows("""
                code_commune | millesime | niveau      | code_territoire | part
                01001        | 2023      | commune     | 01001           | 1.0
                01001        | 2023      | epci        | 200000001       | 1.0
                01001        | 2023      | departement | 01              | 1.0
                01001        | 2023      | region      | 84              | 1.0
                01001        | 2023      | national    | FR              | 1.0
                01003        | 2023      | commune     | 01003           | 1.0
                01003        | 2023      | epci        | 200000002       | 1.0
                01003        | 2023      | departement | 01              | 1.0
                01003        | 2023      | region      | 84              | 1.0
                01003        | 2023      | national    | FR              | 1.0
                01004        | 2023      | commune     | 01004           | 1.0
                01004        | 2023      | epci        | 200000002       | 1.0
                01004        | 2023      | departement | 69              | 1.0
                01004        | 2023      | region      | 84              | 1.0
                01004        | 2023      | national    | FR              | 1.0
                97601        | 2023      | commune     | 97601           | 1.0
                97601        | 2023      | departement | 976             | 1.0
                97601        | 2023      | region      | 06              | 1.0
                97601        | 2023      | national    | FR              | 1.0
                """);
    }

    @Test
    void theParameterChoosesAnEarlierGeography(SparkSession spark) {
        TestTables tables = tables(spark).with(Parametres.GEOGRAPHIE, 2022L);

        assertThat(new Rattachement().build(tables).where("niveau = 'commune'")).hasRows("""
                code_commune | millesime
                01001        | 2021
                01002        | 2021
                01003        | 2021
                97601        | 2021
                """);
    }

    @Test
    void populationsClimbTheBridgeAndStayUnknownBelowASplit(SparkSession spark) {
        assertThat(new Territoire().build(withBridge(spark))).hasRows("""
                niveau      | code_territoire | millesime | libelle_territoire | code_departement | code_region | nb_communes | population | _regles
                commune     | 01001           | 2023      | Un                 | 01               | 84          | 1           | 30         |
                commune     | 01003           | 2023      | Trois              | 01               | 84          | 1           |            | population_inconnue
                commune     | 01004           | 2023      | Quatre             | 69               | 84          | 1           |            | population_inconnue
                commune     | 97601           | 2023      | Acoua              | 976              | 06          | 1           | 7          |
                epci        | 200000001       | 2023      | CC A               | 01               | 84          | 1           | 30         |
                epci        | 200000002       | 2023      | CC B               | 01               | 84          | 2           | 5          |
                departement | 01              | 2023      | Ain                | 01               | 84          | 2           |            | population_inconnue
                departement | 69              | 2023      | Rhône              | 69               | 84          | 1           |            | population_inconnue
                departement | 976             | 2023      |                    | 976              | 06          | 1           | 7          |
                region      | 84              | 2023      |                    |                  | 84          | 3           | 35         |
                region      | 06              | 2023      |                    |                  | 06          | 1           | 7          |
                national    | FR              | 2023      | France             |                  |             | 4           | 42         |
                """);
    }

    @Test
    void aCommuneWithoutAnyPopulationLeavesItsTerritoriesUnknown(SparkSession spark) {
        TestTables tables = withBridge(spark).with(Silver.POPULATION, """
                code_commune | annee | millesime | population_municipale
                01001        | 2019  | 2021      | 10
                01003        | 2019  | 2021      | 5
                """);

        assertThat(new Territoire().build(tables).where("niveau in ('national', 'epci')"))
                .hasRows("""
                niveau   | code_territoire | population
                national | FR              |
                epci     | 200000001       |
                epci     | 200000002       | 5
                """);
    }

    private static TestTables withBridge(SparkSession spark) {
        TestTables tables = withSuccessors(spark);
        return tables.with(Silver.RATTACHEMENT, computed(spark, new Rattachement().build(tables)));
    }

    private static TestTables withSuccessors(SparkSession spark) {
        return withSuccessors(tables(spark));
    }

    private static TestTables withSuccessors(TestTables tables) {
        for (Transformation step : List.of(new CommuneVie(), new PassageCommune(), new CommuneSuccesseur())) {
            Dataset<Row> rows = step.build(tables);
            tables.with(step.target(), computed(rows.sparkSession(), rows));
        }
        return tables;
    }

    private static Dataset<Row> computed(SparkSession spark, Dataset<Row> rows) {
        return spark.createDataFrame(rows.collectAsList(), rows.schema());
    }

    /** In 2023, 01002 merged into 01001 and 01004 came out of 01003. */
    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.COMMUNE, """
                        code_commune | millesime | libelle | code_departement | code_region
                        01001        | 2021      | Un      | 01               | 84
                        01002        | 2021      | Deux    | 01               | 84
                        01003        | 2021      | Trois   | 01               | 84
                        97601        | 2021      | Acoua   | 976              | 06
                        01001        | 2023      | Un      | 01               | 84
                        01003        | 2023      | Trois   | 01               | 84
                        01004        | 2023      | Quatre  | 69               | 84
                        97601        | 2023      | Acoua   | 976              | 06
                        """)
                .with(Bronze.INSEE_MOUVEMENT, """
                        mod | date_eff   | typecom_av | com_av | typecom_ap | com_ap | _millesime
                        32  | 2023-01-01 | COM        | 01001  | COM        | 01001  | 2023-01-01
                        32  | 2023-01-01 | COM        | 01002  | COM        | 01001  | 2023-01-01
                        32  | 2023-01-01 | COM        | 01002  | COMD       | 01002  | 2023-01-01
                        21  | 2023-01-01 | COM        | 01003  | COM        | 01003  | 2023-01-01
                        21  | 2023-01-01 | COM        | 01003  | COM        | 01004  | 2023-01-01
                        32  | 2021-01-01 | COM        | 01003  | COM        | 01001  | 2021-01-01
                        """)
                .with(Silver.POPULATION, """
                        code_commune | annee | millesime | population_municipale
                        01001        | 2019  | 2021      | 10
                        01002        | 2019  | 2021      | 20
                        01003        | 2019  | 2021      | 5
                        97601        | 2017  | 2019      | 7
                        """)
                .with(Silver.EPCI_COMMUNE, """
                        code_commune | millesime | code_epci
                        01001        | 2021      | 200000001
                        01002        | 2021      | 200000002
                        01003        | 2021      | 200000002
                        """)
                .with(Silver.EPCI, """
                        code_epci | millesime | libelle
                        200000001 | 2021      | CC A
                        200000002 | 2021      | CC B
                        """)
                .with(Silver.DEPARTEMENT, """
                        code_departement | millesime | libelle
                        01               | 2023      | Ain
                        69               | 2023      | Rhône
                        """);
    }
}
