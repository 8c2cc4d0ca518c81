package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class LienTerritoireTest {

    @Test
    void readsWhatAPersonBringsAndSaysWhatIsWrong(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.COMMUNE_VIE, """
                        code_commune
                        01053
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | origine
                        coop:c1          | declaree
                        """)
                .with(Bronze.DECLARATION_LIEN, """
                        acteur  | role   | niveau  | code_territoire | millesime_texte | du         | au         | part_texte | source_texte | _ligne | _rang
                        coop:c1 | Siège  | commune | 1053            | 2023            | 01/03/2021 |            |            | ARS          | 2      | 2
                        coop:c1 | couvre | EPCI    | 200070555       | 2023            |            |            | 0,5        |              | 3      | 2
                        coop:c1 | couvre | epci    | 200070555       | 2023            |            |            |            |              | 4      | 2
                        coop:c1 | siege  | epci    | 200070555       | 2023            |            |            |            |              | 5      | 2
                        coop:c1 | cible  | commune | 01999           | 2023            | bientôt    |            |            |              | 6      | 2
                        coop:c1 | dirige | region  | 84              | 2023            | 2024-01-01 | 2023-01-01 | 2          |              | 7      | 2
                        ext:x   | couvre | region  | 84              | 2023            |            |            |            |              | 8      | 2
                        12      | couvre | region  | 84              | 2023            |            |            |            |              | 9      | 2
                        coop:c1 | couvre | region  | 11              | 2022            |            |            |            |              | 2      | 1
                        """);

        assertThat(new LienTerritoire().build(tables)).hasRows("""
                code_acteur | role_lien | niveau  | code_territoire | millesime | date_debut | date_fin   | part_lien | origine_lien | _ligne | _regles
                coop:c1     | siege     | commune | 01053           | 2023      | 2021-03-01 |            | 1.0       | declare      | 2      |
                coop:c1     | couvre    | epci    | 200070555       | 2023      |            |            | 0.5       | declare      | 3      |
                coop:c1     | couvre    | epci    | 200070555       | 2023      |            |            | 1.0       | declare      | 4      | doublon
                coop:c1     | siege     | epci    | 200070555       | 2023      |            |            | 1.0       | declare      | 5      | siege_sans_commune
                coop:c1     | cible     | commune | 01999           | 2023      |            |            | 1.0       | declare      | 6      | commune_inconnue, date_illisible
                coop:c1     | dirige    | region  | 84              | 2023      | 2024-01-01 | 2023-01-01 | 2.0       | declare      | 7      | role_inconnu, part_illisible, dates_inversees
                ext:x       | couvre    | region  | 84              | 2023      |            |            | 1.0       | declare      | 8      | acteur_inconnu
                            | couvre    | region  | 84              | 2023      |            |            | 1.0       | declare      | 9      | acteur_illisible
                """);
    }

    @Test
    void derivesSeatsFromTheRegistryAndSupportMembersAndReadsZonesOfIntervention(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_commune | millesime_commune
                        010000032        | 010780054        | 01004        | 2023
                        010000024        | 010780054        | 01053        | 2023
                        2A0000014        | 2A0000006        | 2A004        | 2023
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | code_commune_publie | connu_du
                        010780054        |                     | 2024-06-30
                        2A0000006        | 2A247               | 2024-06-30
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation      | origine   | numero_finess | date_debut | source
                        coop:finess:2A0000006 | detectee  | 2A0000006     | 2015-01-01 | finess
                        coop:c1               | declaree  |               | 2021-01-01 | ars
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | role    | date_debut | date_fin   | numero_finess_ej | source
                        coop:c1          | finess:010780054 | support | 2021-01-01 | 2023-12-31 | 010780054        | ars
                        coop:c1          | finess:2A0000006 | membre  | 2021-01-01 |            | 2A0000006        | ars
                        """)
                .with(Silver.ZONE_INTERVENTION_COMMUNE, """
                        numero_finess_ej | identifiant_zone | code_commune | source      | connu_du
                        010780054        | z1               | 01053        | finess-plus | 2026-07-31
                        010780054        | z2               | 01053        | finess-plus | 2026-07-31
                        010780054        | z2               | 01004        | finess-plus | 2026-07-31
                        """);

        assertThat(new LienTerritoire().build(tables)).hasRows("""
                code_acteur           | role_lien       | code_territoire | millesime | date_debut | date_fin   | part_lien | origine_lien
                coop:finess:2A0000006 | siege           | 2A247           | 2024      | 2015-01-01 |            | 1.0       | registre
                coop:c1               | siege           | 01053           | 2023      | 2021-01-01 | 2023-12-31 | 1.0       | support
                finess:010780054      | intervient_dans | 01053           | 2026      |            |            | 1.0       | finess_plus
                finess:010780054      | intervient_dans | 01004           | 2026      |            |            | 1.0       | finess_plus
                """);
    }
}
