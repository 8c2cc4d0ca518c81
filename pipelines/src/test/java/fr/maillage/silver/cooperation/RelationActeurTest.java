package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class RelationActeurTest {

    @Test
    void readsWhatTheGuideSaysCarriedAnInformalPartnership(SparkSession spark) {
        assertThat(relations(spark, """
                acteur           | autre            | type                  | du         | au         | poids | source_texte
                finess:910000017 | finess:910000025 | Professionnel partagé | 2009-01-01 |            | 0,2   | guide ANAP L1928
                finess:910000017 | ext:ars-idf      | commission            |            |            |       |
                finess:910000017 | finess:910000025 | siège_instance        | 01/03/2010 | 31/12/2011 | 1     |
                """)).hasRows("""
                code_acteur      | code_acteur_autre | type_relation         | est_orientee | date_debut | date_fin   | poids_relation | source           | _regles
                finess:910000017 | finess:910000025  | professionnel_partage | false        | 2009-01-01 |            | 0.2            | guide ANAP L1928 |
                finess:910000017 | ext:ars-idf       | commission            | true         |            |            |                |                  | acteur_hors_registre
                finess:910000017 | finess:910000025  | siege_instance        | true         | 2010-03-01 | 2011-12-31 | 1.0            |                  |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        assertThat(relations(spark, """
                acteur           | autre            | type       | du         | au         | poids  | _ligne
                finess:910000017 | le voisin        | amitie     | 2010-01-01 |            |        | 2
                finess:910000017 | finess:910000017 | convention | 2010-01-01 | 2009-01-01 | -1     | 3
                finess:910000017 | finess:910000025 |            | un jour    |            | un peu | 4
                finess:910000017 | finess:910000025 | prestation | 2010-01-01 |            |        | 5
                finess:910000017 | finess:910000025 | prestation | 2010-01-01 |            | 3      | 6
                finess:910000025 | finess:910000017 | prestation | 2010-01-01 |            | 3      | 7
                """)).hasRows("""
                _ligne | _regles
                2      | acteur_illisible, type_inconnu
                3      | relation_vers_soi, dates_inversees, poids_illisible
                4      | type_inconnu, poids_illisible, date_illisible
                5      |
                6      | relation_en_double
                7      |
                """);
    }

    @Test
    void takesARelationWithoutDirectionToldFromBothEndsForOne(SparkSession spark) {
        assertThat(relations(spark, """
                acteur           | autre            | type       | du         | au         | _rang | _ligne
                finess:910000017 | finess:910000025 | convention | 2010-01-01 |            | 1     | 2
                finess:910000025 | finess:910000017 | convention | 2010-01-01 | 2012-12-31 | 2     | 2
                finess:910000025 | finess:910000017 | alliance   |            |            | 2     | 3
                finess:910000017 | finess:910000025 | alliance   |            |            | 2     | 4
                """)).hasRows("""
                code_acteur      | type_relation | date_fin   | _regles
                finess:910000025 | convention    | 2012-12-31 |
                finess:910000025 | alliance      |            |
                finess:910000017 | alliance      |            | relation_en_double
                """);
    }

    @Test
    void replacesTheRelationsOfTheActorALaterUploadNames(SparkSession spark) {
        assertThat(relations(spark, """
                acteur           | autre            | type        | _rang
                finess:910000017 | finess:910000025 | convention  | 1
                finess:910000017 | coop:c1          | financement | 1
                finess:910000025 | ext:cd91         | prestation  | 1
                finess:910000017 | finess:910000025 | commission  | 2
                """)).hasRows("""
                code_acteur      | type_relation
                finess:910000017 | commission
                finess:910000025 | prestation
                """);
    }

    private static Dataset<Row> relations(SparkSession spark, String declarations) {
        return new RelationActeur()
                .build(new TestTables(spark)
                        .with(Bronze.DECLARATION_RELATION, declarations)
                        .with(Silver.COOPERATION, """
                                code_cooperation
                                coop:c1
                                """)
                        .with(Silver.ETABLISSEMENT, """
                                numero_finess_et | numero_finess_ej
                                910000017        | 910700012
                                910000025        | 910700020
                                """));
    }
}
