package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AutorisationEvenementTest {

    @Test
    void listsEventsAndAmendmentsInTheirOrder(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Bronze.FINESS_EVENEMENT, """
                noautor | numordre | nature | libelle        | datedecision | dateeffet  | numerodecision | commentaire
                7       | 1        | 001    | Autorisation   | 2015-06-01   | 2015-07-01 | D-1            |
                7       | 2        | 020    | Renouvellement | 2020-06-01   | 2020-02-31 |                | tacite
                """).with(Bronze.FINESS_AVENANT, """
                noautor | numordre | typeavenant | libavenant | numavenant | dateavenant | anccapacite | capacite
                7       | 1        | 003         | Capacité   | 2          | 2017-01-01  | 10          | 12
                """);

        assertThat(new AutorisationEvenement().build(tables)).hasRows("""
                nature_autorisation | numero_autorisation | numero_ordre | code_evenement | libelle_evenement | date_decision | date_effet | numero_decision | commentaire | capacite_avant | capacite_apres | _regles
                autre_activite      | 7                   | 1            | 001            | Autorisation      | 2015-06-01    | 2015-07-01 | D-1             |             |                |                |
                autre_activite      | 7                   | 2            | 020            | Renouvellement    | 2020-06-01    |            |                 | tacite      |                |                | date_illisible
                activite_reconnue   | 7                   | 1            | 003            | Capacité          |               | 2017-01-01 | 2               |             | 10.0           | 12.0           |
                """);
    }
}
