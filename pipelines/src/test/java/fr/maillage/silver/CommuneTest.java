package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CommuneTest {

    private static final String ANCIENNES = """
            actual | dep | com | reg | ar | ct | pole  | artmin | ncc        | nccenr     | _millesime
            1      | 01  | 001 | 84  | 2  | 08 |       | (L')   | ABERGEMENT | Abergement | 2018-01-01
            1      | 971 | 01  | 01  | 2  | 93 |       | (Les)  | ABYMES     | Abymes     | 2018-01-01
            9      | 971 | 01  | 01  | 2  | 01 |       | (Les)  | ABYMES     | Abymes     | 2018-01-01
            2      | 01  | 120 | 84  |    |    | 01262 |        | CORDIEUX   | Cordieux   | 2018-01-01
            3      | 01  | 003 | 84  |    |    | 01165 |        | AMAREINS   | Amareins   | 2018-01-01
            5      | 13  | 201 | 93  | 3  | 12 | 13055 |        | MARSEILLE  | Marseille  | 2018-01-01
            6      | 01  | 119 | 84  |    |    | 01080 |        | CORCELLES  | Corcelles  | 2018-01-01
            """;
    private static final String RECENTES = """
            typecom | com   | dep | reg | arr | can  | ncc        | libelle      | comparent | _millesime | _rang | _ligne
            COM     | 01001 | 01  | 84  | 012 | 0108 | ABERGEMENT | L'Abergement |           | 2021-01-01 | 1     | 2
            COM     | 01001 | 01  | 84  | 012 | 0108 | ABERGEMENT | Corrigé      |           | 2021-01-01 | 2     | 9
            COM     | 01001 | 01  | 84  | 012 | 0108 | ABERGEMENT | L'Abergement |           | 2022-01-01 | 3     | 2
            COMD    | 01015 |     |     |     |      | ARBIGNIEU  | Arbignieu    | 01015     | 2021-01-01 | 1     | 3
            ARM     | 75101 | 75  | 11  |     |      | PARIS 1    | Paris 1er    | 75056     | 2021-01-01 | 1     | 4
            """;

    @Test
    void keepsEveryVintageSideBySideAndTheLineLoadedLast(SparkSession spark) {
        assertThat(Commune.apply(recentes(spark), table(spark, Bronze.INSEE_FRANCE, "actual")))
                .hasRows("""
                code_commune | millesime | libelle      | code_departement | code_region | code_arrondissement | code_canton | _regles
                01001        | 2021      | Corrigé      | 01               | 84          | 012                 | 0108        |
                01001        | 2021      | L'Abergement | 01               | 84          | 012                 | 0108        | doublon
                01001        | 2022      | L'Abergement | 01               | 84          | 012                 | 0108        |
                """);
    }

    @Test
    void readsTheLayoutOf2018(SparkSession spark) {
        assertThat(Commune.apply(table(spark, Bronze.INSEE_COMMUNE, "com"), anciennes(spark)))
                .hasRows("""
                code_commune | millesime | libelle      | nom_majuscule | code_arrondissement | code_canton
                01001        | 2018      | L'Abergement | ABERGEMENT    | 012                 | 0108
                97101        | 2018      | Les Abymes   | ABYMES        | 9712                | 97193
                """);
    }

    @Test
    void partsOfCommunesStandApart(SparkSession spark) {
        assertThat(CommuneRattachee.apply(recentes(spark), anciennes(spark))).hasRows("""
                code_commune_rattachee | type_commune | millesime | libelle   | code_commune
                01015                  | COMD         | 2021      | Arbignieu | 01015
                75101                  | ARM          | 2021      | Paris 1er | 75056
                01120                  | COMA         | 2018      | Cordieux  | 01262
                13201                  | ARM          | 2018      | Marseille | 13055
                01119                  | COMD         | 2018      | Corcelles | 01080
                """);
    }

    private static Dataset<Row> recentes(SparkSession spark) {
        return table(spark, Bronze.INSEE_COMMUNE, RECENTES);
    }

    private static Dataset<Row> anciennes(SparkSession spark) {
        return table(spark, Bronze.INSEE_FRANCE, ANCIENNES);
    }
}
