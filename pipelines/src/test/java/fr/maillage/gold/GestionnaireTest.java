package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class GestionnaireTest {

    @Test
    void describesWhoManagesWhatAndHowFarApart(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | longitude | latitude | date_fermeture
                        010000001        | 010000010        | 500            | 01002        | 2021              | 2.0       | 48.0     |
                        010000002        | 010000010        | 186            | 69001        | 2023              | 3.0       | 48.0     |
                        010000003        | 010000010        | 186            |              |                   |           |          |
                        010000004        | 010000010        | 500            | 01001        | 2023              | 9.0       | 48.0     | 2020-01-01
                        010000005        | 010000020        | 355            | 01001        | 2023              | 2.0       | 48.0     |
                        010000006        | 010000030        | 999            | 01001        | 2023              |           |          |
                        010000007        | 010000030        | 999            | 01001        | 2023              |           |          |
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom | code_statut_juridique | connue_par
                        010000010        | A   | 60                    | registre
                        010000020        |     |                       | numero_seul
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                        500            | 4000           | 4400           | 4401
                        186            | 4000           | 4600           | 4605
                        355            | 1000           | 1100           | 1102
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01002        | 2021-01-01 | 2023-01-01 | 01001              | 1.0  | exact
                        01001        | 2023-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        69001        | 2023-01-01 | 9999-12-31 | 69001              | 1.0  | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire
                        01001        | 2023      | departement | 01
                        69001        | 2023      | departement | 69
                        """)
                .with(Silver.PLACE, """
                        numero_finess_et | nb_places_installees | nb_places_autorisees
                        010000001        | 80                   | 82
                        010000002        | 31                   |
                        010000004        | 500                  | 500
                        010000005        |                      | 12
                        """);

        assertThat(new Gestionnaire().build(tables)).hasRows("""
                numero_finess_ej | nom | code_statut_juridique | connue_par  | nb_etablissements | nb_categories | nb_publics | nb_departements | est_mono_etablissement | est_mono_activite | etendue_km | nb_places_installees | nb_places_autorisees | places_par_etablissement | strate_capacite
                010000010        | A   | 60                    | registre    | 3                 | 2             | 2          | 2               | false                  | false             | 74.625     | 111                  | 82                   | 55.5                     | 40-59
                010000020        |     |                       | numero_seul | 1                 | 1             | 0          | 1               | true                   | true              |            |                      | 12                   |                          |
                010000030        |     |                       |             | 2                 | 1             | 0          | 1               | false                  | true              |            |                      |                      |                          |
                """);
    }
}
