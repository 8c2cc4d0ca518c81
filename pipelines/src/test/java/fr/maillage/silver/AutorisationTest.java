package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AutorisationTest {

    @Test
    void unitesOtherActivitiesAndRecognisedOnesUnderOneNumberEach(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Bronze.FINESS_AUTREACTIVITE, """
                noautor | nofinessej | nofinesset | activite | modalite | forme | datedecision | etatautorisation | libetatautorisation | datefin    | resultatvisite
                7       | 010008407  | 010005239  | A1       | 00       | 00    | 2015-06-01   | 010              | Autorisée           | 2022-06-01 | C
                """)
                .with(Bronze.FINESS_ACTIVITESOUMISEARECO, """
                noautor | nofinessej | nofinesset | idcpom | activite | dateeffetasr | capaciteautorisee | indicateurregional | regionautorisation | dateeffetcpom
                7       | 010008407  | 010005239  | C-12   | B2       | 2016-01-01   | 12,5              | N                  | 84                 | 2016-02-30
                """);

        assertThat(new Autorisation().build(tables)).hasRows("""
                nature_autorisation | numero_autorisation | numero_finess_et | code_activite | date_decision | etat_autorisation | libelle_etat | date_fin   | resultat_visite | numero_cpom | date_effet | capacite_autorisee | est_regionale | code_region_autorisation | _regles
                autre_activite      | 7                   | 010005239        | A1            | 2015-06-01    | 010               | Autorisée    | 2022-06-01 | C               |             |            |                    |               |                          |
                activite_reconnue   | 7                   | 010005239        | B2            |               |                   |              |            |                 | C-12        | 2016-01-01 | 12.5               | false         | 84                       | date_illisible
                """);
    }
}
