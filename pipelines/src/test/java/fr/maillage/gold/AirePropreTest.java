package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AirePropreTest {

    @Test
    void ratesAreOnThePeopleOfTheOwnArea(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire | part | nature_part
                        01001        | 2023      | commune     | 01001           | 1    | exact
                        01001        | 2023      | epci        | E1              | 1    | exact
                        01002        | 2023      | commune     | 01002           | 1    | exact
                        01002        | 2023      | epci        | E1              | 1    | exact
                        55039        | 2023      | commune     | 55039           | 1    | exact
                        55040        | 2023      | commune     | 55040           | 1    | exact
                        """)
                .with(Silver.PASSAGE_COMMUNE, """
                        code_commune | type_commune | date_debut | date_fin   | lu_du      | lu_au      | atome | part | nature_part
                        01001        | COM          | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 01001 | 1    | exact
                        01002        | COM          | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 01002 | 1    | exact
                        55039        | COM          | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 55039 | 1    | exact
                        55040        | COM          | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 55040 | 1    | exact
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau  | code_territoire | population
                        commune | 01001           | 8000
                        commune | 01002           | 1000
                        commune | 55039           | 0
                        commune | 55040           |
                        epci    | E1              | 9000
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_commune | millesime_commune | connu_du
                        010000024        | 010780054        | 01001        | 2023              | 2024-06-30
                        010000032        | 010780054        | 01002        | 2023              | 2024-06-30
                        """)
                .with(Silver.PLACE, """
                        numero_finess_et | nb_places_installees
                        010000024        | 40
                        010000024        | 5
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | forme_juridique | origine  | date_fin
                        coop:c1          | gcsms           | declaree |
                        coop:finie       | gcsms           | declaree | 2023-12-31
                        coop:reve        | gcsms           | declaree |
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_cooperation | rubrique | code_valeur
                        coop:reve        | maturite | reflexion
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | numero_finess_et | numero_finess_ej | resolution    | connu_du
                        coop:c1          | finess:010000024 | 010000024        | 010780054        | etablissement | 2024-06-30
                        """)
                .with(Silver.LIEN_TERRITOIRE, """
                        code_acteur      | role_lien       | niveau  | code_territoire | millesime | date_debut | date_fin   | part_lien
                        coop:c1          | couvre          | epci    | E1              | 2023      |            |            | 0.5
                        coop:c1          | couvre          | commune | 01002           | 2021      |            |            | 1
                        coop:c1          | siege           | commune | 55039           | 2023      |            |            | 1
                        coop:finie       | couvre          | commune | 01002           | 2023      |            |            | 1
                        coop:reve        | couvre          | commune | 01002           | 2023      |            |            | 1
                        finess:010780054 | intervient_dans | commune | 01001           | 2023      |            |            | 1
                        finess:010780054 | intervient_dans | commune | 55039           | 2023      |            | 2023-12-31 | 1
                        ext:vide         | couvre          | commune | 55039           | 2023      |            |            | 1
                        ext:inconnu      | couvre          | commune | 55040           | 2023      |            |            | 1
                        """);

        assertThat(new AirePropre().build(tables)).hasRows("""
                code_acteur      | nb_communes_couvertes | population_couverte | part_estimee | nb_etablissements | nb_places_installees | taux_aire_pour_10000 | places_aire_pour_1000
                coop:c1          | 2                     | 5000                | 0.8          | 1                 | 45                   | 2.0                  | 9.0
                finess:010780054 | 1                     | 8000                | 0.0          | 2                 | 45                   | 2.5                  | 5.625
                ext:vide         | 1                     | 0                   |              | 0                 |                      |                      |
                ext:inconnu      | 1                     |                     |              | 0                 |                      |                      |
                """);
    }
}
