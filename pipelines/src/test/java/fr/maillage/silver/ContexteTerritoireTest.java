package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ContexteTerritoireTest {

    @Test
    void readsWhatAPersonBringsAndSaysWhatIsWrong(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.COMMUNE_VIE, """
                code_commune | type_commune | date_debut | date_fin
                01053        | COM          | 1943-01-01 | 9999-12-31
                01005        | COM          | 1943-01-01 | 2022-01-01
                """).with(Bronze.DECLARATION_CONTEXTE, """
                niveau      | code_territoire | millesime_texte | annee_texte | indicateur   | nature_indicateur | valeur     | minimum_texte | maximum_texte | qualificatif | source_texte | _ligne | _rang
                Commune     | 1053            | 2023            | 2021        | Taux chômage | taux              | 9,4        | 8,9           | 9,9           |              | INSEE        | 1      | 2
                commune     | 01053           | 2023            | 2021        | taux_chomage | taux              | 9,5        |               |               |              | INSEE        | 2      | 2
                commune     | 01005           | 2023            | 2021        | taux_chomage | taux              | 7          | 8             | 9             |              | INSEE        | 3      | 2
                commune     | 01999           | 2023            | 2021        | taux_chomage | taux              | 7          |               |               |              | INSEE        | 4      | 2
                departement | 01              | 2023            | 2021        | apl          | taux              | N/A secret |               |               |              | DREES        | 5      | 2
                departement | 01              | 2023            | 2021        | apl          | taux              | 3          |               |               |              | DREES        | 5      | 1
                departement | 01              | 2023            | 2022        | rsa          | compte            | 8 120      |               |               | provisoire   | CNAF         | 6      | 2
                """);

        assertThat(new ContexteTerritoire().build(tables)).hasRows("""
                niveau      | code_territoire | millesime | annee | indicateur   | nature_indicateur | valeur_indicateur | borne_basse | borne_haute | qualificatif | source_indicateur | _regles
                commune     | 01053           | 2023      | 2021  | taux_chomage | taux              | 9.4               | 8.9         | 9.9         |              | INSEE             |
                commune     | 01053           | 2023      | 2021  | taux_chomage | taux              | 9.5               |             |             |              | INSEE             | doublon
                commune     | 01005           | 2023      | 2021  | taux_chomage | taux              | 7.0               | 8.0         | 9.0         |              | INSEE             | bornes_incoherentes, commune_autre_millesime
                commune     | 01999           | 2023      | 2021  | taux_chomage | taux              | 7.0               |             |             |              | INSEE             | commune_inconnue
                departement | 01              | 2023      | 2021  | apl          | taux              |                   |             |             | N/A secret   | DREES             | valeur_non_numerique
                departement | 01              | 2023      | 2022  | rsa          | compte            | 8120.0            |             |             | provisoire   | CNAF              |
                """);
    }
}
