package fr.maillage.silver.trajet;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TrajetDeclareTest {

    /** 01099 became a part of 01002 in 2022; 01003 came apart into 01003 and 01098 in 2023. */
    private static final String SUCCESSEURS = """
            code_commune | lu_du      | lu_au      | code_commune_cible | part
            01001        | 1943-01-01 | 9999-12-31 | 01001              | 1.0
            01002        | 1943-01-01 | 9999-12-31 | 01002              | 1.0
            01099        | 1943-01-01 | 2022-01-01 | 01002              | 1.0
            01003        | 1943-01-01 | 2023-01-01 | 01003              | 0.7
            01003        | 1943-01-01 | 2023-01-01 | 01098              | 0.3
            2A004        | 1943-01-01 | 9999-12-31 | 2A004              | 1.0
            """;

    private static final String POINTS = """
            code_commune | millesime | longitude | latitude
            01001        | 2024      | 5.00      | 46.00
            01002        | 2024      | 5.50      | 46.00
            2A004        | 2024      |           |
            """;

    @Test
    void readsWhatAPersonBringsAndSaysWhatIsWrong(SparkSession spark) {
        assertThat(declared(spark, """
                code_commune_origine | code_commune_destination | millesime_texte | minutes_texte | distance_route_m_texte | methode_trajet | minutes_max_texte | obstacle_trajet | source_texte | _ligne | _rang
                1001                 | 01002                    | 2024            | 45,5          | 52 000                 |                | 60                |                 | OSRM         | 2      | 2
                01001                | 01002                    | 2024            | 30            |                        | Route          | 60                |                 | OSRM         | 3      | 2
                01001                | 2a004                    | 2024            |               |                        | route          | 60                | sans chemin     | OSRM         | 4      | 2
                01001                | 01001                    | 2024            | 0             | 0                      | estimation     | 60                |                 | OSRM         | 5      | 2
                01002                | 01001                    | 2024            | 9             | 20000                  |                |                   |                 | OSRM         | 6      | 2
                01002                | 01002                    | 2024            |               |                        |                |                   | hors_couverture | OSRM         | 7      | 2
                2A004                | 2A004                    | 2024            | vite          |                        |                |                   |                 | OSRM         | 8      | 2
                2A004                | 01997                    | 2024            | 20            |                        |                |                   |                 | OSRM         | 9      | 2
                2A004                | 01001                    |                 | 20            |                        |                |                   |                 | OSRM         | 10     | 2
                2A004                | 01002                    | 2024            |               |                        |                |                   |                 | OSRM         | 11     | 2
                """)).hasRows("""
                code_commune_origine | code_commune_destination | millesime | distance_geodesique_m | distance_route_m | minutes | methode_trajet | minutes_max | obstacle_trajet | source | _ligne | _regles
                01001                | 01002                    | 2024      | 38732.0               | 52000.0          | 45.5    | route          | 60.0        |                 | OSRM   | 2      | doublon
                01001                | 01002                    | 2024      | 38732.0               |                  | 30.0    | route          | 60.0        |                 | OSRM   | 3      |
                01001                | 2A004                    | 2024      |                       |                  |         | route          | 60.0        | sans_chemin     | OSRM   | 4      |
                01001                | 01001                    | 2024      | 0.0                   | 0.0              | 0.0     | estimation     | 60.0        |                 | OSRM   | 5      |
                01002                | 01001                    | 2024      | 38732.0               | 20000.0          | 9.0     | route          |             |                 | OSRM   | 6      | trop_rapide, plus_court_que_la_droite
                01002                | 01002                    | 2024      | 0.0                   |                  |         | route          |             | hors_couverture | OSRM   | 7      | extrait_ne_couvre_pas
                2A004                | 2A004                    | 2024      |                       |                  |         | route          |             |                 | OSRM   | 8      | minutes_illisibles
                2A004                |                          | 2024      |                       |                  | 20.0    | route          |             |                 | OSRM   | 9      | commune_inconnue
                                     |                          |           |                       |                  | 20.0    | route          |             |                 | OSRM   | 10     | commune_inconnue
                2A004                | 01002                    | 2024      |                       |                  |         | route          |             |                 | OSRM   | 11     | minutes_illisibles
                """);
    }

    @Test
    void carriesJourneysToTheGeographyOfTheCadre(SparkSession spark) {
        assertThat(declared(spark, """
                code_commune_origine | code_commune_destination | millesime_texte | minutes_texte | _ligne | _rang
                01001                | 01099                    | 2021            | 30            | 2      | 2
                01001                | 01002                    | 2021            | 45            | 3      | 2
                01099                | 01001                    | 2021            | 32            | 4      | 2
                01001                | 01003                    | 2022            | 20            | 5      | 2
                01001                | 01099                    | 2024            | 20            | 6      | 2
                """)).hasRows("""
                code_commune_origine | code_commune_destination | minutes | _ligne | _regles
                01001                | 01002                    | 30.0    | 2      | doublon
                01001                | 01002                    | 45.0    | 3      |
                01002                | 01001                    | 32.0    | 4      |
                01001                | 01003                    | 20.0    | 5      | commune_scindee
                01001                |                          | 20.0    | 6      | commune_inconnue
                """);
    }

    @Test
    void aLaterUploadOfAnOriginReplacesTheFormerOne(SparkSession spark) {
        assertThat(declared(spark, """
                code_commune_origine | code_commune_destination | millesime_texte | minutes_texte | _ligne | _rang
                01001                | 01001                    | 2024            | 0             | 2      | 1
                01001                | 01002                    | 2024            | 45            | 3      | 1
                01002                | 01001                    | 2024            | 45            | 4      | 1
                01001                | 01002                    | 2024            | 50            | 2      | 2
                """)).hasRows("""
                code_commune_origine | code_commune_destination | minutes | _ligne
                01001                | 01002                    | 50.0    | 2
                01002                | 01001                    | 45.0    | 4
                """);
    }

    private static org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> declared(SparkSession spark, String lignes) {
        return new TrajetDeclare()
                .build(new TestTables(spark)
                        .with(Bronze.DECLARATION_TRAJET, lignes)
                        .with(Silver.COMMUNE_SUCCESSEUR, SUCCESSEURS)
                        .with(Silver.COMMUNE_POINT, POINTS));
    }
}
