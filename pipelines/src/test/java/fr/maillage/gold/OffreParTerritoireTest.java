package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class OffreParTerritoireTest {

    private static final String ETABLISSEMENTS = """
            numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | source_commune | date_ouverture | date_fermeture | connu_du
            010000001        | 010000010        | 500            | 01001        | 2023              | publiee        | 2000-01-01     |                | 2021-01-08
            010000002        | 010000010        | 500            | 01002        | 2021              | adresse        |                |                | 2021-01-08
            010000003        | 010000020        | 177            | 01001        | 2023              | publiee        |                | 2022-06-30     | 2021-01-08
            010000004        | 010000020        | 355            |              |                   | inconnue       |                |                | 2021-01-08
            010000005        | 010000030        | 500            | 01001        | 2023              | publiee        |                | 2020-06-30     | 2021-01-08
            010000006        | 010000040        | 500            | 01003        | 2021              | publiee        |                |                | 2021-01-08
            """;

    @Test
    void countsAtEveryLevelAndManagersOnce(SparkSession spark) {
        assertThat(ensemble(spark, "tous")).hasRows("""
                niveau      | code_territoire | millesime | libelle_territoire | nb_etablissements | nb_gestionnaires | population | taux_pour_10000 | part_estimee
                commune     | 01001           | 2023      | Un                 | 3                 | 2                | 30         | 1000.0          | 0.3333333333333333
                commune     | 01003           | 2023      | Trois              | 0                 | 0                |            |                 |
                commune     | 01004           | 2023      | Quatre             | 0                 | 0                | 0          |                 |
                departement | 01              | 2023      | Ain                | 4                 | 3                | 60000      | 0.6667          | 0.25
                national    | FR              | 2023      | France             | 5                 | 3                | 100000     | 0.5             | 0.2
                """);
    }

    @Test
    void theMedicoSocialScopeLeavesOutChildProtectionAndHospitals(SparkSession spark) {
        assertThat(ensemble(spark, "esms")).hasRows("""
                niveau      | code_territoire | nb_etablissements | nb_gestionnaires
                commune     | 01001           | 2                 | 1
                commune     | 01003           | 0                 | 0
                commune     | 01004           | 0                 | 0
                departement | 01              | 3                 | 2
                national    | FR              | 3                 | 2
                """);
    }

    @Test
    void countsEveryLevelOfCategories(SparkSession spark) {
        Dataset<Row> rows = new OffreParTerritoire()
                .build(tables(spark))
                .where("niveau = 'national' and perimetre = 'tous' and niveau_categorie <> 'ensemble'");

        assertThat(rows).hasRows("""
                niveau_categorie | code_regroupement | libelle_regroupement | nb_etablissements | nb_gestionnaires
                agregat_1        | 4000              | Social               | 4                 | 3
                agregat_2        | 4400              | Personnes âgées      | 3                 | 2
                agregat_2        | 4500              | Enfance              | 1                 | 1
                agregat_3        | 4401              | Hébergement          | 3                 | 2
                agregat_3        | 4501              | ASE                  | 1                 | 1
                categorie        | 500               | EHPAD                | 3                 | 2
                categorie        | 177               | MECS                 | 1                 | 1
                categorie        | 355               |                      | 1                 | 1
                """);
    }

    @Test
    void theCadreSaysOnWhichDayAnEstablishmentIsOpen(SparkSession spark) {
        TestTables past = tables(spark).with(Parametres.ETAT, LocalDate.of(1999, 1, 1));

        assertThat(new OffreParTerritoire().build(past).where("niveau = 'national' and code_regroupement = 'ENS'"))
                .hasRows("""
                perimetre | nb_etablissements
                tous      | 5
                esms      | 3
                """);
    }

    @Test
    void theScopeIsAParameter(SparkSession spark) {
        TestTables wider = tables(spark).with(Parametres.ESMS_AGREGATS_MAINTENUS, "4605, 4501");

        assertThat(new OffreParTerritoire()
                        .build(wider)
                        .where("niveau = 'national' and code_regroupement = 'ENS' and perimetre = 'esms'"))
                .hasRows("""
                nb_etablissements
                4
                """);
    }

    @Test
    void addsUpInstalledAndAuthorisedPlacesAndGivesTheirAverage(SparkSession spark) {
        TestTables places = tables(spark).with(Silver.PLACE, """
                numero_finess_et | nb_places_installees | nb_places_autorisees
                010000001        | 60                   | 70
                010000001        | 20                   |
                010000002        | 20                   | 25
                010000003        |                      | 8
                010000006        |                      |
                """);

        assertThat(new OffreParTerritoire().build(places).where("niveau_categorie = 'ensemble' and perimetre = 'tous'"))
                .hasRows("""
                niveau      | code_territoire | nb_etablissements | nb_places_installees | nb_places_autorisees | places_par_etablissement | strate_capacite
                commune     | 01001           | 3                 | 100                  | 103                  | 50.0                     | 40-59
                commune     | 01003           | 0                 |                      |                      |                          |
                commune     | 01004           | 0                 |                      |                      |                          |
                departement | 01              | 4                 | 100                  | 103                  | 50.0                     | 40-59
                national    | FR              | 5                 | 100                  | 103                  | 50.0                     | 40-59
                """);
    }

    @Test
    void doesNotTakeForZeroWhatNoReleaseWouldHaveNamed(SparkSession spark) {
        TestTables partly = tables(spark).with(Silver.COUVERTURE_REGISTRE, """
                niveau      | code_territoire | registre
                commune     | 01001           | partiel
                commune     | 01003           | absent
                commune     | 01004           | complet
                """);

        assertThat(new OffreParTerritoire()
                        .build(partly)
                        .where("niveau = 'commune' and niveau_categorie = 'ensemble' and perimetre = 'tous'"))
                .hasRows("""
                code_territoire | nb_etablissements | registre
                01001           | 3                 | partiel
                01003           |                   | absent
                01004           | 0                 | complet
                """);
    }

    private static Dataset<Row> ensemble(SparkSession spark, String perimetre) {
        return new OffreParTerritoire()
                .build(tables(spark))
                .where("niveau_categorie = 'ensemble' and perimetre = '" + perimetre + "'");
    }

    /** 01002 of 2021 is part of 01001 in 2023; 01003 of 2021 was split into 01003 and 01004. */
    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT, ETABLISSEMENTS)
                .with(Silver.CATEGORIE, """
                        code_categorie | libelle | code_agregat_1 | libelle_agregat_1 | code_agregat_2 | libelle_agregat_2 | code_agregat_3 | libelle_agregat_3
                        500            | EHPAD   | 4000           | Social            | 4400           | Personnes âgées   | 4401           | Hébergement
                        177            | MECS    | 4000           | Social            | 4500           | Enfance           | 4501           | ASE
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01002        | 2021-01-01 | 2023-01-01 | 01001              | 1.0  | exact
                        01003        | 2021-01-01 | 2023-01-01 | 01003              | 0.5  | inconnu
                        01003        | 2021-01-01 | 2023-01-01 | 01004              | 0.5  | inconnu
                        01001        | 2023-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire
                        01001        | 2023      | commune     | 01001
                        01001        | 2023      | departement | 01
                        01001        | 2023      | national    | FR
                        01003        | 2023      | commune     | 01003
                        01003        | 2023      | departement | 01
                        01003        | 2023      | national    | FR
                        01004        | 2023      | commune     | 01004
                        01004        | 2023      | departement | 01
                        01004        | 2023      | national    | FR
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire | population
                        commune     | 01001           | 2023      | Un                 | 30
                        commune     | 01003           | 2023      | Trois              |
                        commune     | 01004           | 2023      | Quatre             | 0
                        departement | 01              | 2023      | Ain                | 60000
                        national    | FR              | 2023      | France             | 100000
                        """)
                .with(Silver.COUVERTURE_REGISTRE, """
                        niveau      | code_territoire | registre
                        commune     | 01001           | complet
                        commune     | 01003           | complet
                        commune     | 01004           | complet
                        departement | 01              | complet
                        national    | FR              | complet
                        """);
    }
}
