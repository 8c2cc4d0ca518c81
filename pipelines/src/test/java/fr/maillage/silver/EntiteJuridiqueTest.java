package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class EntiteJuridiqueTest {

    @ParameterizedTest
    @CsvSource({
        "9999-12-31, 9999-12-31, NEW",
        "2021-06-01, 9999-12-31, OLD",
        "2021-06-01, 2021-06-01, OLD",
        "2022-06-01, 2021-06-01, OLD",
        "9999-12-31, 2021-06-01, OLD",
        "2022-01-01, 2022-01-01, NEW"
    })
    void showsWhatWasTrueOnOneDayAsKnownOnAnother(LocalDate etat, LocalDate connu, String nom, SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Parametres.ETAT, etat)
                .with(Parametres.CONNU, connu)
                .with(Silver.ENTITE_JURIDIQUE_VERSION, """
                numero_finess_ej | nom | connue_par | valide_du  | valide_au  | connu_du   | connu_au
                010780054        | OLD | registre   | 2021-01-01 | 9999-12-31 | 2021-01-01 | 2022-01-01
                010780054        | OLD | registre   | 2021-01-01 | 2022-01-01 | 2022-01-01 | 9999-12-31
                010780054        | NEW | registre   | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31
                """);

        Dataset<Row> entites = new EntiteJuridique().build(tables);

        assertThat(entites).hasRows("nom\n" + nom);
    }
}
