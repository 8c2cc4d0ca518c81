package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CooperationMembreTest {

    @Test
    void matchesMembersWithTheRegistryByAnyOfTheirNumbers(SparkSession spark) {
        assertThat(membres(spark, """
                cooperation | membre           | role    | du
                c1          | 010000024        | membre  | 2021-03-01
                c1          | finess:010780062 | support | 2021-03-01
                c1          | siren:260100045  | membre  | 2021-03-01
                c1          | coop:c2          | membre  | 2021-03-01
                c1          | ext:mairie       | membre  | 2021-03-01
                """)).hasRows("""
                code_acteur      | resolution       | numero_finess_et | numero_finess_ej | _regles
                finess:010000024 | etablissement    | 010000024        | 010780054        |
                finess:010780062 | entite_juridique |                  | 010780062        |
                siren:260100045  | siren            |                  | 010780054        |
                coop:c2          | cooperation      |                  |                  |
                ext:mairie       | hors_registre    |                  |                  | membre_hors_registre
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        assertThat(membres(spark, """
                cooperation | membre     | role   | du         | au         | _ligne
                c9          | ext:a      | membre | 2021-03-01 |            | 2
                c1          | la mairie  | membre | 2021-03-01 |            | 3
                c1          | 010000024  | chef   | 2021-03-01 |            | 4
                c1          | 010000024  | membre | 2021-03-01 | 2020-01-01 | 5
                c1          | coop:c1    | membre | 2021-03-01 |            | 6
                c1          | 010000032  | membre |            | plus tard  | 7
                """)).hasRows("""
                _ligne | _regles
                2      | cooperation_absente, membre_hors_registre
                3      | acteur_illisible, membre_hors_registre
                4      | role_inconnu
                5      | dates_inversees
                6      | cycle_de_membres
                7      | date_illisible, date_reprise
                """);
    }

    @Test
    void refusesTheLinkThatWouldMakeACooperationItsOwnMember(SparkSession spark) {
        assertThat(membres(spark, """
                cooperation | membre  | role   | du         | _ligne
                c1          | coop:c2 | membre | 2021-03-01 | 2
                c2          | coop:c1 | membre | 2021-03-01 | 3
                """)).hasRows("""
                _ligne | _regles
                2      |
                3      | cycle_de_membres
                """);
    }

    @Test
    void refusesAMemberThatEntersAgainBeforeItHasLeft(SparkSession spark) {
        assertThat(membres(spark, """
                cooperation | membre    | role    | du         | au         | _ligne
                c1          | 010000024 | membre  | 2019-01-01 | 2020-12-31 | 2
                c1          | 010000024 | membre  | 2020-12-31 | 2021-12-31 | 3
                c1          | 010000024 | support | 2021-06-01 |            | 4
                c1          | 010000032 | membre  | 2021-01-01 |            | 5
                c1          | 010000032 | membre  | 2021-01-01 |            | 6
                """)).hasRows("""
                _ligne | _regles
                2      |
                3      |
                4      | membre_en_double
                5      |
                6      | membre_en_double
                """);
    }

    @Test
    void takesTheStartOfTheCooperationWhenTheEntryIsUnknown(SparkSession spark) {
        assertThat(membres(spark, """
                cooperation | membre    | role   | du
                c1          | 010000024 | membre |
                """)).hasRows("""
                code_acteur      | date_debut | _regles
                finess:010000024 | 2019-01-01 | date_reprise
                """);
    }

    @Test
    void replacesTheMembersOfACooperationByALaterUploadOfIt(SparkSession spark) {
        assertThat(membres(spark, """
                cooperation | membre    | role   | du         | _rang
                c1          | 010000024 | membre | 2021-03-01 | 1
                c1          | 010000032 | membre | 2021-03-01 | 1
                c2          | 010000032 | membre | 2021-03-01 | 1
                c1          | 010000024 | membre | 2021-04-01 | 2
                """)).hasRows("""
                code_cooperation | code_acteur      | date_debut
                coop:c1          | finess:010000024 | 2021-04-01
                coop:c2          | finess:010000032 | 2021-03-01
                """);
    }

    @Test
    void takesTheMembersOfPublishedGroupingsAndSetsThoseOfADeniedOneAside(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.GROUPEMENT, """
                        identifiant_groupement | nature_groupement | numero_finess_ej
                        GCC-12                 | conventionnel     |
                        GCO-11                 | organique         | 590000113
                        """)
                .with(Silver.GROUPEMENT_MEMBRE, """
                        identifiant_groupement | type_objet | identifiant_objet | numero_finess | code_role | source      | connu_du
                        GCC-12                 | PM         | 1                 | 590000121     | S         | finess-plus | 2026-07-31
                        GCC-12                 | EG         | 2                 | 590000022     | M         | finess-plus | 2026-07-31
                        GCC-12                 | PM         | 3                 |               | M         | finess-plus | 2026-07-31
                        GCO-11                 | PM         | 1                 | 590000121     | M         | finess-plus | 2026-07-31
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej
                        590000022        | 590000139
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation
                        coop:gcc:12
                        """);

        assertThat(new CooperationMembre().build(tables)).hasRows("""
                code_cooperation      | code_acteur      | role    | date_debut | numero_finess_et | numero_finess_ej | resolution       | _regles
                coop:finess:590000113 | finess:590000121 | membre  | 2026-07-31 |                  | 590000121        | entite_juridique | cooperation_absente, date_de_parution
                coop:gcc:12           | finess:590000022 | membre  | 2026-07-31 | 590000022        | 590000139        | etablissement    | date_de_parution
                coop:gcc:12           | finess:590000121 | support | 2026-07-31 |                  | 590000121        | entite_juridique | date_de_parution
                """);
    }

    private static Dataset<Row> membres(SparkSession spark, String declarations) {
        Dataset<Row> annuaire = table(spark, Silver.COOPERATION_MEMBRE, """
                code_acteur      | resolution       | numero_finess_et | numero_finess_ej
                finess:010000024 | etablissement    | 010000024        | 010780054
                finess:010000032 | etablissement    | 010000032        | 010780062
                finess:010780062 | entite_juridique |                  | 010780062
                siren:260100045  | siren            |                  | 010780054
                """);
        Dataset<Row> cooperations = table(spark, Silver.COOPERATION, """
                code_cooperation | date_debut
                coop:c1          | 2019-01-01
                coop:c2          |
                """);
        Dataset<Row> lignes = CooperationMembre.lues(table(spark, Bronze.DECLARATION_MEMBRE, declarations), annuaire);
        List<Row> links = CooperationMembre.links(lignes).collectAsList();
        return CooperationMembre.apply(lignes, CooperationMembre.closing(links), cooperations, annuaire);
    }
}
