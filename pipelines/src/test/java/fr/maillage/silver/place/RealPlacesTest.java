package fr.maillage.silver.place;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the real equipment of older and disabled people the classification knows. */
@SparkTest
class RealPlacesTest {

    @Test
    void knowsThePublicAndTheModalityOfNearlyAllMedicoSocialEquipment(SparkSession spark, @TempDir Path folder)
            throws IOException {
        RealTables tables = new RealTables(spark, folder)
                .with(RealData.path("finess/finess-plus-202607"))
                .with(RealData.path("finess/flux-xml/finess_cs1500106_stock_20211214-0417.xml.gz"));

        Row shares = tables.read(Silver.PLACE)
                .join(tables.read(Silver.CATEGORIE), "code_categorie")
                .where("code_agregat_2 in ('4100', '4300', '4400') or code_agregat_3 = '4605'")
                .agg(
                        expr("count(*)"),
                        expr("avg(if(public_accueilli is null, 0, 1))"),
                        expr("avg(if(modalite_accueil is null, 0, 1))"),
                        expr("avg(if(financeurs is null, 0, 1))"))
                .head();

        assertThat(shares.getLong(0)).isGreaterThan(300);
        assertThat(shares.getDouble(1)).as("public").isEqualTo(1.0);
        assertThat(shares.getDouble(2)).as("modality").isGreaterThan(0.99);
        assertThat(shares.getDouble(3)).as("funder").isGreaterThan(0.9);
    }

    @Test
    void knowsEveryTariffCodeThatIsPublished(SparkSession spark, @TempDir Path folder) throws IOException {
        RealTables tables = new RealTables(spark, folder).with(RealData.path("finess/finess-plus-202607"));

        Row counts = tables.read(Silver.FINANCEMENT)
                .where("provenance = 'publiee'")
                .agg(
                        expr("count_if(financeur = 'inconnu')"),
                        expr("count(distinct if(est_retenu, numero_finess_et, null))"),
                        expr("count(distinct if(est_cofinancement, numero_finess_et, null))"))
                .head();

        assertThat(counts.getLong(0)).as("unknown codes").isZero();
        assertThat(counts.getLong(1)).as("funded as published").isGreaterThan(500);
        assertThat(counts.getLong(2)).as("co-funded as published").isGreaterThan(100);
    }
}
