package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EquipementLourdTest {

    @Test
    void holdsTheStateOfTheCadreOfAllReleases(SparkSession spark) {
        assertThat(new EquipementLourd().build(new TestTables(spark).with(Bronze.FINESS_EQUIPMATERIELLOURD, """
                nofinesset | nofinessej | eml   | noautor   | numserie | indcaduc | indsup | dateautor  | datefin    | _millesime | _fichier | _source
                010005239  | 010008407  | 05602 | 532212840 | 155602   | N        | N      | 2007-11-06 | 2020-01-01 | 2019-08-24 | a | finess-cs1400104
                010005239  | 010008407  | 05602 | 532212840 | 155602   | N        | N      | 2007-11-06 | 2029-01-01 | 2020-08-24 | b | finess-cs1400104
                490019148  | 340020270  |       | 762229866 |          | N        | N      |            |            | 2020-08-24 | b | finess-cs1400104
                490019148  | 340020270  | 06201 | 762229867 |          | O        | O      | 2019-02-31 |            | 2020-08-24 | b | finess-cs1400104
                """)))
                .hasRows("""
                numero_finess_et | numero_finess_ej | code_equipement_lourd | numero_autorisation | numero_serie | est_caduc | est_supprime | date_autorisation | date_fin   | connu_du   | _regles
                010005239        | 010008407        | 05602                 | 532212840           | 155602       | false     | false        | 2007-11-06        | 2029-01-01 | 2020-08-24 |
                490019148        | 340020270        |                       | 762229866           |              | false     | false        |                   |            | 2020-08-24 |
                490019148        | 340020270        | 06201                 | 762229867           |              | true      | true         |                   |            | 2020-08-24 | date_illisible
                """);
    }
}
