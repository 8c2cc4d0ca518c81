package fr.maillage.gold.experience;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ExperienceFaitTest {

    @Test
    void holdsEveryLineOfItsFile(SparkSession spark) {
        assertThat(new ExperienceFait()
                        .build(new TestTables(spark))
                        .selectExpr(
                                "count(*) as faits",
                                "count(valeur_min) as chiffres",
                                "count(distinct code_defaut) as contradictions"))
                .hasRows("""
                faits | chiffres | contradictions
                618   | 336      | 30
                """);
    }

    @Test
    void keepsBothValuesOfAContradictionAndTheBoundsOfARange(SparkSession spark) {
        assertThat(
                        new ExperienceFait()
                                .build(new TestTables(spark))
                                .where(
                                        "code_defaut = 'A-01' or libelle = 'Temps des directeurs' or libelle = 'Chiffre d’affaires' and rubrique = 'chiffre' and qualificatif_valeur = 'plus_de'"))
                .hasRows("""
                code_experience | valeur_dite | valeur_min | valeur_max | qualificatif_valeur | code_defaut | ligne_debut
                ANAP-10         | 818         | 818.0      | 818.0      | exact               | A-01        | 4115
                ANAP-10         | 816         | 816.0      | 816.0      | exact               | A-01        | 4226
                III-5           | 3000000     | 3000000.0  |            | plus_de             |             | 7062
                III-9           | 20–25       | 20.0       | 25.0       | fourchette          |             | 8000
                """);
    }
}
