package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What silver makes of published files of the XML flow, of two years, closed establishments included. */
@SparkTest
class FluxReelTest {

    @Test
    void establishmentsEquipmentAndLabelsComeOutWhole(SparkSession spark, @TempDir Path folder) throws IOException {
        RealTables tables = new RealTables(spark, folder).with(RealData.path("finess/flux-xml"));

        assertThat(tables.read(Silver.ETABLISSEMENT_VERSION)
                        .where("connu_au = '9999-12-31' and valide_au = '9999-12-31'")
                        .selectExpr("type_etablissement", "date_fermeture is not null as ferme")
                        .groupBy("type_etablissement", "ferme")
                        .count())
                .hasRows("""
                type_etablissement | ferme | count
                principal          | false | 6
                principal          | true  | 1
                secondaire         | false | 3
                secondaire         | true  | 4
                """);
        // Positions of 10 December go with establishments of the 14th.
        assertThat(tables.read(Silver.LOCALISATION)
                        .groupBy("ecart_position_jours")
                        .count())
                .hasRows("""
                ecart_position_jours | count
                4                    | 2
                                     | 12
                """);
        assertThat(tables.read(Silver.EQUIPEMENT_SOCIAL_VERSION)
                        .where("numero_finess_et = '580006104' or code_discipline = '957'"))
                .hasRows("""
                numero_finess_et | code_discipline | nb_places_installees | est_supprime_installe | nb_places_autorisees | est_supprime_autorise | valide_du
                580006104        | 509             | 37                   | true                  | 37                   | false                 | 2021-12-14
                010003598        | 957             | 15                   | false                 | 75                   | false                 | 2021-12-14
                """);
        assertThat(tables.read(Silver.NOMENCLATURE).groupBy("nomenclature").count())
                .hasRows("""
                nomenclature | count
                categorieet  | 293
                statut       | 69
                """);
        assertThat(tables.read(Silver.EQUIPEMENT_LOURD).where("code_equipement_lourd = '05602'"))
                .hasRows("""
                numero_finess_et | numero_autorisation | date_autorisation | date_mise_en_oeuvre | date_fin   | est_caduc
                010005239        | 532212840           | 2007-11-06        | 2011-10-19          | 2029-01-01 | false
                """);
    }
}
