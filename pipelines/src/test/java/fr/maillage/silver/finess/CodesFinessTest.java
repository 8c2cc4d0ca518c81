package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CodesFinessTest {

    @Test
    void gluesDepartementsOfEveryTerritoryToTheThreeDigitsOfTheCommune(SparkSession spark) {
        Dataset<Row> rows = TextTable.table(spark, Bronze.FINESS_STRUCTUREET, """
                nofinesset | departement | commune | codepostal
                mainland   | 01          | 4       | 01500
                corsica    | 2A          | 004     | 20000
                guadeloupe | 9A          | 105     | 97100
                martinique | 9B          | 209     | 97200
                guyane     | 9C          | 302     | 97300
                reunion    | 9D          | 411     | 97400
                miquelon   | 9E          | 502     | 97500
                mayotte    | 9F          | 608     | 97600
                wallis     | 9J          | 613     | 98600
                barth      | 9A          | 123     | 97133
                martin     | 9A          | 127     | 97150
                martin2    | 9A          | 120     | 97150
                fort       | 9A          | 133     | 97141
                none       | 01          | ABC     |
                """)
                .withColumn(
                        "insee",
                        CodesFiness.commune(col(Columns.DEPARTEMENT), col(Columns.COMMUNE), col(Columns.CODEPOSTAL)));

        assertThat(rows).hasRows("""
                nofinesset | insee
                mainland   | 01004
                corsica    | 2A004
                guadeloupe | 97105
                martinique | 97209
                guyane     | 97302
                reunion    | 97411
                miquelon   | 97502
                mayotte    | 97608
                wallis     | 98613
                barth      | 97701
                martin     | 97801
                martin2    | 97801
                fort       | 97133
                none       |
                """);
    }

    @Test
    void readsTheReferenceSystemOfBothFormsOfSourcecoordetElseThatOfTheTerritory(SparkSession spark) {
        Dataset<Row> rows = TextTable.table(spark, Bronze.FINESS_STRUCTUREET, """
                nofinesset | departement | voie
                old        | 01          | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93
                old20      | 9B          | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N20
                old21      | 9E          | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N21
                old22      | 9C          | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_N22
                old38      | 9F          | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_S38
                old40      | 9D          | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_S40
                new        | 9A          | 2,ATLASANTE,96,BAN,EPSG:5490 RGAF09/UTM Zone 20N (Antilles)
                none       | 9D          |
                wallis     | 9J          | 1,ATLASANTE
                insee      | 976         |
                corsica    | 2B          |
                """)
                .withColumn("srid", CodesFiness.srid(col(Columns.VOIE), col(Columns.DEPARTEMENT)));

        assertThat(rows).hasRows("""
                nofinesset | srid
                old        | 2154
                old20      | 5490
                old21      | 32621
                old22      | 2972
                old38      | 4471
                old40      | 2975
                new        | 5490
                none       | 2975
                wallis     | 32701
                insee      | 4471
                corsica    | 2154
                """);
    }
}
