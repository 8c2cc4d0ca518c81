package fr.maillage.silver.age;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ProjectionPopulationTest {

    @Test
    void readsWhatAPersonBringsAndSaysWhatIsWrong(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Silver.COMMUNE_VIE, """
                code_commune
                01053
                """).with(Bronze.DECLARATION_PROJECTION, """
                niveau      | code_territoire | millesime_texte | annee_texte | sexe   | age_du | age_au | scenario | personnes_texte | source_texte | _ligne | _rang
                Département | 01              | 2023            | 2050        | Femmes | 75     | 84     | Central  | 41 230,5  | INSEE        | 2      | 2
                departement | 01              | 2023            | 2050        | femmes | 85     |        | central  | 21000     | INSEE        | 3      | 2
                departement | 01              | 2023            | 2050        | femmes | 85     |        | central  | 22000     | INSEE        | 4      | 2
                departement | 01              | 2023            | 2050        | hommes | 84     | 75     | central  | 1         | INSEE        | 5      | 2
                departement | 01              | 2023            | 2050        | hommes | 75     | vieux  | central  | 1         | INSEE        | 6      | 2
                departement | 01              | 2023            | 2050        | hommes | 75     | 80     | central  | secret    | INSEE        | 7      | 2
                commune     | 1053            | 2023            | 2050        | hommes | 75     |        | central  | 12        | INSEE        | 8      | 2
                commune     | 01999           | 2023            | 2050        | hommes | 75     |        | central  | 12        | INSEE        | 9      | 2
                departement | 01              | 2023            | 2050        | femmes | 75     | 84     | central  | 3         | INSEE        | 2      | 1
                """);

        assertThat(new ProjectionPopulation().build(tables)).hasRows("""
                niveau      | code_territoire | annee | scenario | sexe   | tranche_age | age_min | age_max | effectif_publie | _ligne | _regles
                departement | 01              | 2050  | central  | femmes | 75-84       | 75      | 84      | 41230.5         | 2      |
                departement | 01              | 2050  | central  | femmes | 85+         | 85      |         | 21000.0         | 3      |
                departement | 01              | 2050  | central  | femmes | 85+         | 85      |         | 22000.0         | 4      | doublon
                departement | 01              | 2050  | central  | hommes | 84-75       | 84      | 75      | 1.0             | 5      | ages_illisibles
                departement | 01              | 2050  | central  | hommes | 75+         | 75      |         | 1.0             | 6      | ages_illisibles
                departement | 01              | 2050  | central  | hommes | 75-80       | 75      | 80      |                 | 7      | effectif_illisible
                commune     | 01053           | 2050  | central  | hommes | 75+         | 75      |         | 12.0            | 8      |
                commune     | 01999           | 2050  | central  | hommes | 75+         | 75      |         | 12.0            | 9      | commune_inconnue
                """);
    }
}
