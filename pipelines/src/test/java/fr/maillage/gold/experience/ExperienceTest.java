package fr.maillage.gold.experience;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ExperienceTest {

    @Test
    void holdsEveryLineOfItsFile(SparkSession spark) {
        assertThat(new Experience()
                        .build(new TestTables(spark))
                        .selectExpr(
                                "count(*) as cas",
                                "count(distinct groupe_experience) as groupes",
                                "sum(nb_organisations) as organisations"))
                .hasRows("""
                cas | groupes | organisations
                57  | 4       | 273
                """);
    }

    @Test
    void leavesNullWhatTheSourceDoesNotTell(SparkSession spark) {
        assertThat(new Experience().build(new TestTables(spark)).where("code_experience in ('ANAP-12', 'X-17')"))
                .hasRows("""
                code_experience | forme_experience | nb_organisations | departements_dits | document | ligne_debut
                ANAP-12         | association      | 22               | Allier,Corrèze,Haute-Loire,Loiret,Rhône,Dordogne,Ain,Ardèche,Loir-et-Cher,Creuse,Puy-de-Dôme | anap | 4578
                X-17            | reseau           |                  |                   | dts      | 132
                """);
    }
}
