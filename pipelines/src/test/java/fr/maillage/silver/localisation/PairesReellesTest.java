package fr.maillage.silver.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both pairs of every located address of the real extract name one place; two addresses have them exchanged. */
@SparkTest
class PairesReellesTest {

    @TempDir
    private Path folder;

    @Test
    void agreeOnEveryAddressWithinAMetre(SparkSession spark) throws IOException {
        List<Row> adresses = new RealTables(spark, folder)
                .with(RealData.path("finess/finess-plus-202607"))
                .read(Silver.ADRESSE)
                .where("x_publie IS NOT NULL AND x_local_publie IS NOT NULL")
                .select(
                        "x_publie",
                        "y_publie",
                        "srid_publie",
                        "x_local_publie",
                        "y_local_publie",
                        "cle_ban",
                        "code_postal")
                .collectAsList();
        int exchanged = 0;
        for (Row row : adresses) {
            PositionPubliee publiee = new PositionPubliee(
                    row.getDouble(0),
                    row.getDouble(1),
                    row.getAs(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getString(5));
            Paires.Accord accord = new Paires(Departements.claimed(null, null, row.getString(6), null)).find(publiee);
            assertThat(accord.ecart()).as(row.toString()).isLessThan(1);
            exchanged += accord.isExchanged() ? 1 : 0;
        }

        assertThat(adresses).hasSize(1_167);
        assertThat(exchanged).isEqualTo(2);
    }
}
