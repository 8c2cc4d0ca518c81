package fr.maillage.silver.anomalie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.RealData;
import fr.maillage.testing.RealTables;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules find in the real extract of 30 legal entities and 1,753 establishments. */
@SparkTest
class AnomalieReelleTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheQuirksOfTheExtract(SparkSession spark) throws IOException {
        RealTables tables = new RealTables(spark, folder).with(RealData.path("finess/finess-plus-202607"));
        Map<String, Long> counts = new TreeMap<>();
        tables.read(Silver.ANOMALIE)
                .groupBy("regle")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));

        assertThat(counts)
                .containsEntry("siret_absent", 124L)
                .containsEntry("siret_invalide", 47L)
                .containsEntry("siret_partage", 159L)
                .containsEntry("siret_hors_siren", 11L)
                .containsEntry("position_absente", 252L)
                .containsEntry("ouvert_sans_autorisation", 38L)
                .containsEntry("ferme_avec_equipement", 1L)
                .containsEntry("telephone_invalide", 7L)
                // No contours stand beside the extract: nothing can be said of where positions are.
                .doesNotContainKeys("position_refusee", "gestionnaire_inconnu", "type_voie_inconnu");
        assertThat(tables.read(Silver.DOUBLON_PROBABLE)
                        .orderBy("numero_finess_et")
                        .collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(1))
                .containsExactly(
                        "doublon:430000232 430000232",
                        "doublon:430000232 430001081",
                        "doublon:710002288 710002288",
                        "doublon:710002288 710018292",
                        "doublon:860011238 860011238",
                        "doublon:860011238 860015346");
    }
}
