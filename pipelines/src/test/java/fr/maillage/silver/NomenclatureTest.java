package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class NomenclatureTest {

    @Test
    void unitesAllNomenclaturesUnderShortNamesEachFromItsNewestFile(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Bronze.FINESS_NOMENCLATURE, """
                nomenclature           | code | libelle            | libellecourt | structure | indnatreg | datedeb    | datefin    | codeagr2 | codeagr1 | _millesime | _fichier
                nomenclclienteleavecagr | 700  | Personnes Agées    | Pers. Agées  |           |           | 1979-01-01 |            | 4400     | 4000     | 2021-12-14 | a
                nomenclclienteleavecagr | 701  | Autonomes          |              |           |           | 1979-01-01 | 2010-01-01 |          |          | 2020-12-14 | b
                nomencltypefermeture    | DEF  | Définitive         |              | ET        |           | 1979-01-01 |            |          |          | 2020-12-14 | c
                nomenclactivitesoumiseareco | 01 | Greffe           |              |           | N         |            |            |          |          | 2020-12-14 | d
                """)
                .with(Bronze.FINESS_CS1500106, """
                code | libelle | domaine | codeagr3
                500  | EHPAD   | SOC     | 4401
                """)
                .with(Bronze.FINESS_CS1500107, """
                code | libelle | datefin
                30   | GCSMS   | 2019-02-31
                """);

        assertThat(new Nomenclature().build(tables)).hasRows("""
                nomenclature         | code | libelle         | libelle_court | domaine | portee | date_debut | date_fin | code_agregat_3 | code_agregat_2 | code_agregat_1 | _regles
                clientele            | 700  | Personnes Agées | Pers. Agées   |         |        | 1979-01-01 |          |                | 4400           | 4000           |
                typefermeture        | DEF  | Définitive      |               |         | ET     | 1979-01-01 |          |                |                |                |
                activitesoumiseareco | 01   | Greffe          |               |         | N      |            |          |                |                |                |
                categorieet          | 500  | EHPAD           |               | SOC     |        |            |          | 4401           |                |                |
                statut               | 30   | GCSMS           |               |         |        |            |          |                |                |                | date_illisible
                """);
    }

    @Test
    void setsAsideTheOlderLineOfACodeThatStandsTwice(SparkSession spark) {
        assertThat(new Nomenclature().build(new TestTables(spark).with(Bronze.FINESS_NOMENCLATURE, """
                nomenclature     | code | libelle | datefin    | _ligne
                nomencldeavecagr | 901  | ANCIEN  | 1999-12-31 | 1
                nomencldeavecagr | 901  | NOUVEAU |            | 2
                """)))
                .hasRows("""
                nomenclature | code | libelle | _regles
                de           | 901  | NOUVEAU |
                de           | 901  | ANCIEN  | code_en_double
                """);
    }
}
