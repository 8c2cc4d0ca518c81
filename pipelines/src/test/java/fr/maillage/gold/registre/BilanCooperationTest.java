package fr.maillage.gold.registre;

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
class BilanCooperationTest {

    /** The rule F-24 of the ANAP guide: a medico-social structure among the members and a legal act. */
    @Test
    void saysWhatIsInTheScopeAndWhyNot(SparkSession spark) {
        assertThat(bilan(spark, """
                        code_fait | code_cooperation | rubrique | code_valeur | date_debut
                        1         | coop:projet      | maturite | reflexion   | 2023-01-01
                        """)).hasRows("""
                        code_cooperation | est_dans_le_champ | motif_champ                  | est_vivante | nb_membres_du_jour | nb_membres_medico_sociaux
                        coop:ehpad       | true              | retenue                      | true        | 2                  | 1
                        coop:sanitaire   | false             | sans_structure_medico_sociale | true       | 1                  | 0
                        coop:inconnus    |                   | membres_inconnus             | true        |                    |
                        coop:gcsms       | true              | retenue                      | false       |                    |
                        coop:informel    | false             | sans_acte_juridique          | true        | 1                  | 1
                        coop:projet      | false             | acte_non_signe               | false       | 1                  | 1
                        """);
    }

    @Test
    void addsUpMoneyAndMonthsWithoutAnyAndKeepsUnknownApartFromZero(SparkSession spark) {
        Dataset<Row> bilan = bilan(spark, """
                code_fait | code_cooperation | rubrique    | code_valeur    | nombre_fait | statut_fait | date_debut | date_fin
                1         | coop:ehpad       | financement | demarrage      | 30000       | obtenu      | 2022-01-01 | 2022-12-31
                2         | coop:ehpad       | financement | fonctionnement | 10000       | obtenu      | 2022-07-01 | 2023-03-31
                3         | coop:ehpad       | financement | investissement | 5000        | refuse      | 2023-01-01 |
                4         | coop:ehpad       | cout        | transition     | 8000        |             |            |
                5         | coop:ehpad       | gain        | usagers        |             | mesure      |            |
                6         | coop:ehpad       | gain        | territoire     |             | prevu       |            |
                7         | coop:ehpad       | engagement  | readmission    |             | tenu        |            |
                8         | coop:ehpad       | engagement  | reponse_crise  |             | non_tenu    |            |
                """).where("code_cooperation in ('coop:ehpad', 'coop:gcsms')");

        assertThat(bilan).hasRows("""
                code_cooperation | financement_obtenu | financement_refuse | mois_sans_financement | cout_transition | cout_structurel | nb_gains_mesures | nb_gains_qualitatifs | nb_gains_prevus | nb_engagements | nb_engagements_tenus
                coop:ehpad       | 40000.0            | 5000.0             | 9                     | 8000.0          |                 | 1                | 0                    | 1               | 2              | 1
                coop:gcsms       |                    |                    |                       |                 |                 |                  |                      |                 |                |
                """);
    }

    private static Dataset<Row> bilan(SparkSession spark, String faits) {
        return new BilanCooperation()
                .build(new TestTables(spark)
                        .with(Parametres.ETAT, LocalDate.of(2023, 12, 31))
                        .with(Silver.COOPERATION, """
                                code_cooperation | origine  | forme_juridique | date_debut | date_fin   | connu_du
                                coop:ehpad       | declaree | convention      | 2022-01-01 |            | 2024-01-01
                                coop:sanitaire   | declaree | gcs_moyens      | 2022-01-01 |            | 2024-01-01
                                coop:inconnus    | detectee | gcs_moyens      | 2022-01-01 |            | 2024-01-01
                                coop:gcsms       | detectee | gcsms           | 2015-01-01 | 2020-12-31 | 2024-01-01
                                coop:informel    | declaree | informel        |            |            | 2024-01-01
                                coop:projet      | declaree | association     |            |            | 2024-01-01
                                """)
                        .with(Silver.COOPERATION_MEMBRE, """
                                code_cooperation | code_acteur      | numero_finess_et | numero_finess_ej | resolution       | date_debut | date_fin
                                coop:ehpad       | finess:010000024 | 010000024        | 010780054        | etablissement    | 2022-01-01 |
                                coop:ehpad       | ext:x            |                  |                  | hors_registre    | 2022-01-01 |
                                coop:ehpad       | ext:parti        |                  |                  | hors_registre    | 2022-01-01 | 2022-12-31
                                coop:sanitaire   | finess:010780062 |                  | 010780062        | entite_juridique | 2022-01-01 |
                                coop:informel    | finess:010780054 |                  | 010780054        | entite_juridique |            |
                                coop:projet      | finess:010780054 |                  | 010780054        | entite_juridique |            |
                                """)
                        .with(Silver.ETABLISSEMENT, """
                                numero_finess_et | numero_finess_ej | code_categorie
                                010000024        | 010780054        | 500
                                010000099        | 010780062        | 355
                                """)
                        .with(Silver.CATEGORIE, """
                                code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                                500            | 4000           | 4400           | 4401
                                355            | 1000           | 1100           | 1102
                                """)
                        .with(Silver.FAIT_COOPERATION, faits));
    }
}
