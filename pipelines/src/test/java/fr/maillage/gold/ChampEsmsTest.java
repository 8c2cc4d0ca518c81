package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
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
class ChampEsmsTest {

    private static final String CATEGORIES = """
            code_categorie | date_debut | date_fin   | code_agregat_1 | code_agregat_2 | code_agregat_3
            200            | 1979-01-01 | 2010-06-30 | 4000           | 4400           | 4401
            199            | 1979-01-01 |            | 4000           | 4400           | 4401
            354            | 2010-12-31 |            | 4000           | 4600           | 4605
            214            | 1979-01-01 |            | 4000           | 4600           | 4601
            177            | 1979-01-01 |            | 4000           | 4500           | 4501
            355            | 1979-01-01 | 2011-03-01 | 1000           | 1100           | 1102
            """;

    @Test
    void countsTheCategoriesOfTheScopeValidAtTheEndOfEachYear(SparkSession spark) {
        assertThat(new ChampEsms().build(new TestTables(spark).with(Silver.CATEGORIE, CATEGORIES)))
                .hasRows("""
                annee | nb_categories | nb_agregats_3 | nb_categories_hors_exclusions | nb_agregats_3_hors_exclusions
                2009  | 2             | 1             | 1                             | 1
                2010  | 2             | 2             | 1                             | 1
                2011  | 2             | 2             | 1                             | 1
                """);
    }

    @Test
    void theExclusionsAreAParameter(SparkSession spark) {
        TestTables none =
                new TestTables(spark).with(Silver.CATEGORIE, CATEGORIES).with(Parametres.ESMS_CATEGORIES_EXCLUES, "");

        assertThat(new ChampEsms().build(none).where("annee = 2009")).hasRows("""
                nb_categories | nb_categories_hors_exclusions
                2             | 2
                """);
    }

    @Test
    void theRealNomenclatureHasTheFortyOfTheGuideAndThreeMore(SparkSession spark, @TempDir Path folder)
            throws IOException {
        RealTables tables = new RealTables(spark, folder)
                .with(RealData.path("finess/flux-xml/finess_cs1500106_stock_20211214-0417.xml.gz"));

        assertThat(tables.read(Gold.CHAMP_ESMS).where("annee in (2009, 2010, 2011, 2020)"))
                .hasRows("""
                annee | nb_categories | nb_agregats_3 | nb_categories_hors_exclusions | nb_agregats_3_hors_exclusions
                2009  | 43            | 17            | 40                            | 17
                2010  | 43            | 17            | 40                            | 17
                2011  | 43            | 17            | 40                            | 17
                2020  | 42            | 16            | 40                            | 16
                """);
    }
}
