package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AccesParTerritoireTest {

    /** 010000004 is closed; the access of 010000003 and of commune 01003 is not known; 02 has no establishment. */
    @Test
    void countsWhatIsFarAmongWhatIsKnown(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | code_categorie | code_commune | millesime_commune | date_fermeture
                        010000001        | 500            | 01001        | 2024              |
                        010000002        | 500            | 01002        | 2024              |
                        010000003        | 500            | 01003        | 2024              |
                        010000004        | 500            | 01002        | 2024              | 2020-01-01
                        010000005        | 355            | 01002        | 2024              |
                        """)
                .with(Silver.ACCES_ETABLISSEMENT, """
                        numero_finess_et | minutes_zone_urbaine | est_eloigne
                        010000001        | 10                   | false
                        010000002        | 40                   | true
                        010000003        |                      |
                        010000004        | 99                   | true
                        010000005        |                      | true
                        """)
                .with(Silver.ACCES_COMMUNE, """
                        code_commune | est_eloigne
                        01001        | false
                        01002        | true
                        01003        |
                        02001        |
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                        500            | 4000           | 4400           | 4401
                        355            | 1000           | 1100           | 1101
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01001        | 1943-01-01 | 9999-12-31 | 01001              | 1    | exact
                        01002        | 1943-01-01 | 9999-12-31 | 01002              | 1    | exact
                        01003        | 1943-01-01 | 9999-12-31 | 01003              | 1    | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire | part | nature_part
                        01001        | 2024      | departement | 01              | 1    | exact
                        01002        | 2024      | departement | 01              | 1    | exact
                        01003        | 2024      | departement | 01              | 1    | exact
                        02001        | 2024      | departement | 02              | 1    | exact
                        01002        | 2024      | bassin      | B1              | 0.5  | pondere
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire | population
                        commune     | 01001           | 2024      | Un                 | 300
                        commune     | 01002           | 2024      | Deux               | 100
                        commune     | 01003           | 2024      | Trois              | 50
                        commune     | 02001           | 2024      | Quatre             | 10
                        departement | 01              | 2024      | Ain                | 450
                        departement | 02              | 2024      | Aisne              | 10
                        """)
                .with(Silver.COUVERTURE_REGISTRE, """
                        niveau      | code_territoire | registre
                        departement | 01              | complet
                        departement | 02              | complet
                        commune     | 02001           | inconnu
                        """);

        assertThat(new AccesParTerritoire().build(tables).where("niveau = 'departement' OR code_territoire = '02001'"))
                .hasRows("""
                        niveau      | code_territoire | perimetre | nb_etablissements | nb_etablissements_acces_connu | nb_etablissements_eloignes | part_etablissements_eloignes | minutes_zone_urbaine_moyennes | population | population_acces_connu | population_eloignee | part_population_eloignee | part_estimee
                        departement | 01              | tous      | 4                 | 3                             | 2                          | 0.6666666666666666           | 25.0                          | 450        | 400                    | 100                 | 0.25                     | 0.0
                        departement | 01              | esms      | 3                 | 2                             | 1                          | 0.5                          | 25.0                          | 450        | 400                    | 100                 | 0.25                     | 0.0
                        departement | 02              | tous      | 0                 | 0                             |                            |                              |                               | 10         |                        |                     |                          |
                        departement | 02              | esms      | 0                 | 0                             |                            |                              |                               | 10         |                        |                     |                          |
                        commune     | 02001           | tous      |                   |                               |                            |                              |                               | 10         |                        |                     |                          |
                        commune     | 02001           | esms      |                   |                               |                            |                              |                               | 10         |                        |                     |                          |
                        """);
    }
}
