package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReferenceAnap2011Test {

    @Test
    void holdsThePrintedTotalsAndTheTwoOfItsFunding(SparkSession spark) {
        Dataset<Row> reference = new ReferenceAnap2011().build(new TestTables(spark));

        assertThat(reference.selectExpr(
                        "count(*) as categories",
                        "count(distinct code_agregat_3) as agregats",
                        "sum(nb_etablissements) as total",
                        "sum(if(financement_2011 = 'conseil_general', nb_etablissements, 0)) as conseil_general"))
                .hasRows("""
                categories | agregats | total | conseil_general
                40         | 17       | 30316 | 12251
                """);
    }

    @Test
    void addsUpToThePrintedGroups(SparkSession spark) {
        assertThat(new ReferenceAnap2011()
                        .build(new TestTables(spark))
                        .groupBy("code_agregat_3")
                        .sum("nb_etablissements")
                        .withColumnRenamed("sum(nb_etablissements)", "total"))
                .hasRows("""
                code_agregat_3 | total
                4101           | 1455
                4102           | 421
                4103           | 144
                4104           | 126
                4105           | 130
                4106           | 2302
                4107           | 65
                4301           | 4316
                4302           | 2035
                4303           | 135
                4304           | 161
                4305           | 1185
                4401           | 7237
                4402           | 236
                4403           | 6754
                4404           | 16
                4605           | 3598
                """);
    }

    @Test
    void saysWhichLineOfTheGuideARowComesFromAndHowItsFundingIsKnown(SparkSession spark) {
        assertThat(new ReferenceAnap2011()
                        .build(new TestTables(spark))
                        .where("code_categorie in ('200', '246', '437', '208')"))
                .hasRows("""
                code_categorie | nb_etablissements | part_imprimee | financement_2011          | provenance_financement | source
                200            | 7141              | 24            | etat_ou_assurance_maladie | inferee                | Guide ANAP L262
                246            | 1494              | 5             | etat_ou_assurance_maladie | imprimee               | Guide ANAP L246
                437            | 737               | 2             | etat_ou_assurance_maladie | imprimee               | Guide ANAP L242
                208            | 4197              | 14            | conseil_general           | inferee                | Guide ANAP L270
                """);
    }
}
