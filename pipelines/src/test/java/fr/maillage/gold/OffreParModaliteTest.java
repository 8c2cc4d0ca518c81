package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OffreParModaliteTest {

    @Test
    void countsEstablishmentsOncePerCellAndAddsTheirPlaces(SparkSession spark) {
        assertThat(rows(
                        spark,
                        "niveau = 'national' and perimetre = 'tous' and medicalisation = 'ENS' and financeurs = 'ENS'"))
                .hasRows("""
                code_territoire | millesime | libelle_territoire | public_accueilli   | modalite_accueil | nb_etablissements | nb_places_installees | nb_places_autorisees | places_par_etablissement | strate_capacite
                FR              | 2024      | France             | ENS                | ENS              | 4                 | 186                  | 105                  | 93.0                     | 80-99
                FR              | 2024      | France             | personnes_agees    | ENS              | 1                 | 86                   | 100                  | 86.0                     | 80-99
                FR              | 2024      | France             | adultes_handicapes | ENS              | 1                 | 100                  |                      | 100.0                    | 100-119
                FR              | 2024      | France             | enfance_protegee   | ENS              | 1                 |                      | 5                    |                          |
                FR              | 2024      | France             | inconnu            | ENS              | 1                 |                      |                      |                          |
                FR              | 2024      | France             | ENS                | hebergement      | 3                 | 180                  | 105                  | 90.0                     | 80-99
                FR              | 2024      | France             | ENS                | temporaire       | 1                 | 6                    |                      | 6.0                      | 0-19
                FR              | 2024      | France             | ENS                | inconnu          | 1                 |                      |                      |                          |
                FR              | 2024      | France             | personnes_agees    | hebergement      | 1                 | 80                   | 100                  | 80.0                     | 80-99
                FR              | 2024      | France             | personnes_agees    | temporaire       | 1                 | 6                    |                      | 6.0                      | 0-19
                FR              | 2024      | France             | adultes_handicapes | hebergement      | 1                 | 100                  |                      | 100.0                    | 100-119
                FR              | 2024      | France             | enfance_protegee   | hebergement      | 1                 |                      | 5                    |                          |
                FR              | 2024      | France             | inconnu            | inconnu          | 1                 |                      |                      |                          |
                """);
    }

    @Test
    void givesEachAxisAloneAndTheFourTogether(SparkSession spark) {
        assertThat(rows(
                        spark,
                        "niveau = 'commune' and code_territoire = '01001' and perimetre = 'tous'"
                                + " and (medicalisation <> 'ENS' or financeurs <> 'ENS')"))
                .hasRows("""
                public_accueilli | modalite_accueil | medicalisation | financeurs                    | nb_etablissements | nb_places_installees
                ENS              | ENS              | oui            | ENS                           | 1                 | 86
                ENS              | ENS              | ENS            | assurance_maladie+departement | 1                 | 86
                personnes_agees  | hebergement      | oui            | assurance_maladie+departement | 1                 | 80
                personnes_agees  | temporaire       | oui            | assurance_maladie+departement | 1                 | 6
                """);
    }

    @Test
    void theMedicoSocialScopeLeavesOutChildProtectionHospitalsAndUnknownCategories(SparkSession spark) {
        assertThat(rows(
                        spark,
                        "niveau = 'national' and perimetre = 'esms' and modalite_accueil = 'ENS'"
                                + " and medicalisation = 'ENS' and financeurs = 'ENS'"))
                .hasRows("""
                public_accueilli   | nb_etablissements | nb_places_installees
                ENS                | 2                 | 186
                personnes_agees    | 1                 | 86
                adultes_handicapes | 1                 | 100
                """);
    }

    @Test
    void theBandsAreAParameter(SparkSession spark) {
        assertThat(new OffreParModalite()
                        .build(tables(spark).with(Parametres.STRATES_CAPACITE, "90"))
                        .where("niveau = 'national' and perimetre = 'tous' and public_accueilli = 'personnes_agees'"
                                + " and modalite_accueil = 'ENS' and medicalisation = 'ENS'"))
                .hasRows("""
                strate_capacite
                0-89
                """);
    }

    private static Dataset<Row> rows(SparkSession spark, String condition) {
        return new OffreParModalite().build(tables(spark)).where(condition);
    }

    /** An EHPAD, a foyer without commune, an unknown hospital service, a child home, and a closed EHPAD. */
    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.PLACE, """
                        numero_finess_et | code_categorie | public_accueilli   | modalite_accueil | est_medicalise | financeurs                    | nb_places_installees | nb_places_autorisees
                        010000001        | 500            | personnes_agees    | hebergement      | true           | assurance_maladie+departement | 50                   | 100
                        010000001        | 500            | personnes_agees    | hebergement      | true           | assurance_maladie+departement | 30                   |
                        010000001        | 500            | personnes_agees    | temporaire       | true           | assurance_maladie+departement | 6                    |
                        010000002        | 252            | adultes_handicapes | hebergement      | false          | departement                   | 100                  |
                        010000003        | 355            |                    |                  |                |                               |                      |
                        010000004        | 177            | enfance_protegee   | hebergement      |                | departement                   |                      | 5
                        010000005        | 500            | personnes_agees    | hebergement      | true           | assurance_maladie+departement | 999                  | 999
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | code_categorie | code_commune | millesime_commune | date_fermeture | connu_du
                        010000001        | 500            | 01001        | 2024              |                | 2021-01-08
                        010000002        | 252            |              |                   |                | 2021-01-08
                        010000003        | 355            | 01002        | 2024              |                | 2021-01-08
                        010000004        | 177            | 01002        | 2024              |                | 2021-01-08
                        010000005        | 500            | 01001        | 2024              | 2020-01-01     | 2021-01-08
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                        500            | 4000           | 4400           | 4401
                        252            | 4000           | 4300           | 4301
                        177            | 4000           | 4500           | 4501
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01001        | 2024-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        01002        | 2024-01-01 | 9999-12-31 | 01002              | 1.0  | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire
                        01001        | 2024      | commune     | 01001
                        01001        | 2024      | departement | 01
                        01002        | 2024      | commune     | 01002
                        01002        | 2024      | departement | 01
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire
                        commune     | 01001           | 2024      | Un
                        commune     | 01002           | 2024      | Deux
                        departement | 01              | 2024      | Ain
                        national    | FR              | 2024      | France
                        """);
    }
}
