package fr.maillage.gold.registre;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class FicheCooperationTest {

    @Test
    void putsFactsInThePartsOfASheetAndLeavesPeopleOut(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.FAIT_COOPERATION, """
                code_fait | code_cooperation | rubrique    | code_valeur | texte_fait        | nombre_fait | statut_fait
                1         | coop:c1          | etp         |             |                   | 7.6         |
                2         | coop:c1          | fonction    | achats      |                   |             |
                3         | coop:c1          | gain        | usagers     | 18h à 20h         |             | mesure
                4         | coop:c1          | contact     |             | Mme X, x@asso.fr  |             |
                5         | coop:c1          | perspective |             | CPOM              |             |
                """);

        assertThat(new FicheCooperation().build(tables)).hasRows("""
                partie_fiche      | libelle_rubrique   | libelle_valeur | texte_fait | nombre_fait | libelle_statut
                fiche_synthetique | Effectif (ETP)     |                |            | 7.6         |
                modalites         | Fonction mutualisée | Achats        |            |             |
                gains             | Gain obtenu        | Usagers        | 18h à 20h  |             | Mesuré
                perspectives      | Perspective        |                | CPOM       |             |
                """);
    }
}
