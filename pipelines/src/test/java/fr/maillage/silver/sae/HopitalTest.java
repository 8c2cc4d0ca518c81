package fr.maillage.silver.sae;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.expr;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class HopitalTest {

    private static final String STATUTS = """
            code_statut_juridique
            13
            73
            """;

    @Test
    void putsTheQuestionnairesOfASiteSideBySide(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Bronze.SAE_ID, """
                        an   | fi        | rs   | fi_ej     | stj | cat | cominsee
                        2021 | 010000024 | CH   | 010780054 | 13  | 355 | 01451
                        2022 | 010000024 | CH   | 010780054 | 14  | 355 | 01451
                        2021 | 2A0000014 | CLIN | 2A0000154 | 73  | 365 | 2A004
                        """)
                .with(Bronze.SAE_URGENCES, """
                        an   | fi        | autsu | autgen | autped
                        2021 | 010000024 | 1     | 1      | 0
                        """)
                .with(Bronze.SAE_HAD, """
                        an   | fi        | platot | sej_had | jou_had
                        2021 | 010000024 | 45     | 538     |
                        """)
                .with(Bronze.SAE_USLD, """
                        an   | fi        | lit | jou
                        2022 | 010000024 | 30  | 8964
                        """)
                .with(Bronze.SAE_SSR, """
                        an   | fi        | gde     | lit
                        2021 | 010000024 | SSR_A   | 10
                        2021 | 010000024 | SSR_TOT | 40
                        """)
                .with(Silver.STATUT_JURIDIQUE, STATUTS);

        assertThat(new Hopital().build(tables)).hasRows("""
                numero_finess_et | annee | numero_finess_ej | nom  | code_statut_juridique | code_commune_declaree | est_autorise_urgences | est_urgences_pediatriques | nb_places_had | nb_sejours_had | nb_journees_had | nb_lits_longue_duree | nb_lits_ssr | _regles
                010000024        | 2021  | 010780054        | CH   | 13                    | 01451                 | true                  | false                     | 45            | 538            |                 |                      | 40          |
                010000024        | 2022  | 010780054        | CH   | 14                    | 01451                 |                       |                           |               |                |                 | 30                   |             | statut_juridique_inconnu
                2A0000014        | 2021  | 2A0000154        | CLIN | 73                    | 2A004                 |                       |                           |               |                |                 |                      |             |
                """);
    }

    @Test
    void readsTheStaffOfPsychiatryUnderTheNamesOfEachYear(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Bronze.SAE_PSY, """
                        an   | fi        | dis | nb_sect | cap_htp | cap_hdj | etp_pkt | etpsal_pkt | etp_med | etpsal_med | etp_pnm | etpsal_pnm | etp_inf
                        2021 | 010000495 | GEN | 4       | 301     | 77      | 27.15   |            | 13.02   |            | 671.67  |            | 409.87
                        2021 | 010000495 | INF | 1       | 11      | 14      | 7.39    |            |         |            | 128.5   |            | 63.07
                        2021 | 010000495 | TOT |         | 312     | 91      | 35.15   |            | 13.02   |            | 806.29  |            | 474.7
                        2022 | 010000495 | TOT |         | 315     | 101     |         | 30,83      |         | 13,47      |         | 768.11     | 444.1
                        """);

        assertThat(new Hopital().build(tables)).hasRows("""
                numero_finess_et | annee | nb_secteurs_generaux | nb_secteurs_infanto_juveniles | nb_lits_psychiatrie | nb_places_jour_psychiatrie | etp_psychiatres | etp_autres_medecins_psychiatrie | etp_non_medical_psychiatrie | etp_infirmiers_psychiatrie | _regles
                010000495        | 2021  | 4                    | 1                             | 312                 | 91                         | 35.15           | 13.02                           | 806.29                      | 474.7                      | identite_absente
                010000495        | 2022  |                      |                               | 315                 | 101                        | 30.83           | 13.47                           | 768.11                      | 444.1                      | identite_absente
                """);
    }

    @Test
    void ofALineLoadedTwiceTheLaterFileCounts(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Bronze.SAE_USLD, """
                        an   | fi        | lit | jou | _rang | _fichier | _ligne
                        2021 | 010000081 | 30  | 1   | 1     | a        | 2
                        2021 | 010000081 | 31  | x   | 2     | b        | 2
                        2021 | 010000081 | 32  | 1   | 2     | b        | 3
                        2021 |           | 33  | 1   | 2     | b        | 4
                        """);

        assertThat(new Hopital().build(tables)).hasRows("""
                numero_finess_et | nb_lits_longue_duree | nb_journees_longue_duree
                010000081        | 31                   |
                """);
    }

    @Test
    void theNationalFiguresAreThoseOfThePublishedFiles(SparkSession spark, @TempDir Path folder) throws IOException {
        RealTables tables = new RealTables(spark, folder)
                .with(RealData.path("finess/sae"))
                .with(RealData.path("finess/flux-xml/finess_cs1500107_stock_20230202-0335.xml.gz"));

        assertThat(tables.read(Silver.HOPITAL)
                        .groupBy("annee")
                        .agg(
                                expr("count(*)").as("sites"),
                                expr("count_if(code_statut_juridique is not null)")
                                        .as("statuts"),
                                expr("sum(nb_secteurs_generaux)").as("generaux"),
                                expr("sum(nb_secteurs_infanto_juveniles)").as("infanto"),
                                expr("count_if(est_autorise_urgences)").as("urgences"),
                                expr("sum(nb_places_had)").as("had"),
                                expr("sum(nb_lits_longue_duree)").as("usld"),
                                expr("round(sum(etp_infirmiers_psychiatrie), 2)")
                                        .as("infirmiers"),
                                expr("count_if(nom is null)").as("sans_nom")))
                .hasRows("""
                annee | sites | statuts | generaux | infanto | urgences | had   | usld  | infirmiers | sans_nom
                2021  | 3998  | 3998    | 862      | 360     | 623      | 22780 | 30263 | 58597.61   | 0
                2022  | 3995  | 3995    | 874      | 363     | 624      | 23149 | 29656 | 56408.87   | 0
                """);
    }
}
