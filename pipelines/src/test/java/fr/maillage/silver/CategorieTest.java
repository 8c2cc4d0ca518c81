package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CategorieTest {

    @Test
    void keepsTheCodesOfTheNewestNomenclatureAlone(SparkSession spark) {
        assertThat(new Categorie().build(new TestTables(spark).with(Bronze.FINESS_CS1500106, """
                code | libelle | domaine | datedeb    | datefin    | codeagr1 | _millesime | _rang | _fichier
                355  | Ancien  | SAN     | 1979-01-01 |            | 1000     | 2020-12-14 | 2     | a
                001  | Disparu | SOC     | 1979-01-01 |            | 4000     | 2020-12-14 | 2     | a
                355  | C.H.    | SAN     | 1979-01-01 |            | 1000     | 2021-12-14 | 1     | b
                604  | CPTS    | SAN     | 2017-13-45 | 1999-09-15 | 1000     | 2021-12-14 | 1     | b
                """)))
                .hasRows("""
                code_categorie | libelle | domaine | date_debut | date_fin   | code_agregat_1
                355            | C.H.    | SAN     | 1979-01-01 |            | 1000
                604            | CPTS    | SAN     |            | 1999-09-15 | 1000
                """);
    }

    @Test
    void keepsTheLineStillValidOfACodeThatStandsTwice(SparkSession spark) {
        assertThat(new StatutJuridique().build(new TestTables(spark).with(Bronze.FINESS_CS1500107, """
                code | libelle | datefin    | _ligne
                30   | Ancien  | 2014-02-11 | 3
                30   | GCSMS   |            | 9
                """)))
                .hasRows("""
                code_statut_juridique | libelle
                30                    | GCSMS
                """);
    }
}
