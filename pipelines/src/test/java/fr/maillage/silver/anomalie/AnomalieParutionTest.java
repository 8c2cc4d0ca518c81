package fr.maillage.silver.anomalie;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AnomalieParutionTest {

    private static final AnomalieParution.Bornes BORNES = new AnomalieParution.Bornes(2, 0.5, 6);

    private static final String VERSIONS = """
            numero_finess_et | code_categorie | code_commune_publie | valide_du  | valide_au  | connu_du   | connu_au   | date_fermeture | etat_objet
            010000001        | 500            | 01053               | 2000-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31 |                |
            010000002        | 500            | 01053               | 2000-01-01 | 9999-12-31 | 2021-01-01 | 2021-02-01 |                |
            010000003        | 500            | 01053               | 2000-01-01 | 9999-12-31 | 2021-01-01 | 2021-02-01 |                |
            690000001        | 500            |                     | 2000-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31 |                |
            690000002        | 354            |                     | 2000-01-01 | 9999-12-31 | 2021-02-01 | 9999-12-31 |                |
            690000003        | 354            |                     | 2000-01-01 | 9999-12-31 | 2021-02-01 | 9999-12-31 |                | I
            690000004        | 354            |                     | 2000-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31 | 2020-12-01     |
            """;

    private final SparkSession spark;

    AnomalieParutionTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void comparesEachCountWithTheFormerReleaseOfTheSameSystem() {
        assertThat(ecarts("""
                systeme      | objet         | date_parution | portee      | est_retiree
                finess-plus  | etablissement | 2021-01-01    | nationale   | false
                finess-plus  | etablissement | 2021-02-01    | nationale   | false
                finess-flux  | etablissement | 2021-02-01    | nationale   | false
                finess-fhir  | etablissement | 2021-01-01    | echantillon | false
                finess-fhir  | etablissement | 2021-02-01    | echantillon | false
                """)).hasRows("""
                systeme     | date_parution | date_parution_precedente | cle_comptage | code_departement | code_categorie | nb_etablissements | nb_etablissements_precedent | ecart_comptage | taux_ecart | est_anormale
                finess-plus | 2021-02-01    | 2021-01-01               | */*          |                  |                | 3                 | 4                           | -1             | -0.25      | false
                finess-plus | 2021-02-01    | 2021-01-01               | 01/*         | 01               |                | 1                 | 3                           | -2             | -0.6667    | true
                finess-plus | 2021-02-01    | 2021-01-01               | 69/*         | 69               |                | 2                 | 1                           | 1              | 1.0        | false
                finess-plus | 2021-02-01    | 2021-01-01               | */500        |                  | 500            | 2                 | 4                           | -2             | -0.5       | true
                finess-plus | 2021-02-01    | 2021-01-01               | */354        |                  | 354            | 1                 | 0                           | 1              |            | false
                finess-plus | 2021-02-01    | 2021-01-01               | 01/500       | 01               | 500            | 1                 | 3                           | -2             | -0.6667    | true
                finess-plus | 2021-02-01    | 2021-01-01               | 69/354       | 69               | 354            | 1                 | 0                           | 1              |            | false
                """);
    }

    @Test
    void countsOnlyTheDepartementsOfTheScopeAndSkipsWithdrawnReleases() {
        assertThat(ecarts("""
                systeme     | objet         | date_parution | portee       | departements | est_retiree
                finess-plus | etablissement | 2021-01-01    | departements | 69 9D        | false
                finess-plus | etablissement | 2021-01-15    | departements | 69 9D        | true
                finess-plus | etablissement | 2021-02-01    | departements | 69 9D        | false
                finess-plus | etablissement | 2021-02-01    | nationale    |              | false
                """)).hasRows("""
                date_parution_precedente | portee       | cle_comptage | ecart_comptage
                2021-01-01               | departements | */*          | 1
                2021-01-01               | departements | 69/*         | 1
                2021-01-01               | departements | */354        | 1
                2021-01-01               | departements | 69/354       | 1
                """);
    }

    private Dataset<Row> ecarts(String parutions) {
        return AnomalieParution.apply(
                table(spark, Silver.ETABLISSEMENT_VERSION, VERSIONS), table(spark, Silver.PARUTION, parutions), BORNES);
    }
}
