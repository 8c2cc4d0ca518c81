package fr.maillage.silver.sae;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.expr;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class GroupementHospitalierTest {

    @Test
    void describesEachGroupByYear(SparkSession spark) {
        assertThat(new GroupementHospitalier().build(new TestTables(spark).with(Bronze.SAE_GHT, """
                nom_court_ght | code_ght | nom_complet_ght  | lit_mco | lit_usld | etp_infavecspe | etp_infsansspe | etp_tot_pnm | nb_etab | _millesime | _rang | _ligne
                ARA-01        | 84101    | ALLIER           | 2465    |          | 441.5          | 3691.5         | 13924.35    | 20      | 2021-12-31 | 1     | 2
                ARA-01        | 84101    | ALLIER, corrigé  | 2466    |          | 441.5          |                | 13924.35    | 20      | 2021-12-31 | 2     | 2
                PDL-05        | 52105    | VENDÉE           | 1263    | 60       | 1.0            | 2.5            | 10.0        | 8       | 2022-12-31 | 1     | 3
                """)))
                .hasRows("""
                code_ght | annee | nom             | nom_court | nb_etablissements | nb_lits_mco | nb_lits_longue_duree | etp_infirmiers | etp_non_medical
                84101    | 2021  | ALLIER, corrigé | ARA-01    | 20                | 2466        |                      |                | 13924.35
                52105    | 2022  | VENDÉE          | PDL-05    | 8                 | 1263        | 60                   | 3.5            | 10.0
                """);
    }

    @Test
    void thereAreOneHundredAndThirtySixOfThem(SparkSession spark, @TempDir Path folder) throws IOException {
        RealTables tables = new RealTables(spark, folder).with(RealData.path("finess/sae/2021/GHT_2021r.csv"));

        assertThat(tables.read(Silver.GROUPEMENT_HOSPITALIER)
                        .groupBy("annee")
                        .agg(
                                expr("count(distinct code_ght)").as("ght"),
                                expr("count(nom)").as("nommes"),
                                expr("sum(nb_etablissements)").as("hopitaux")))
                .hasRows("""
                annee | ght | nommes | hopitaux
                2021  | 136 | 136    | 1274
                """);
    }
}
