package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.silver.plus.Groupement;
import fr.maillage.silver.plus.GroupementMembre;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.testing.plus.DocumentsDessai;
import fr.maillage.testing.plus.Recensement;
import fr.maillage.testing.plus.StructuresGenerees;
import fr.maillage.warehouse.Transformation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A generated document with the groupings of July 2026, as many of each type as the whole country has: 1,991 groupings, of
 * which 1,856 organic and 135 conventional, and 763 members, 761 of them in conventional ones.
 */
@SparkTest
class GroupementsNationauxTest {

    private static Dataset<Row> cooperations;
    private static Dataset<Row> membres;

    @BeforeAll
    static void detect(SparkSession spark) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        StructuresGenerees.write(Recensement.GROUPEMENTS, "2026-07-31T02:07:30Z", document);
        TestTables tables = new TestTables(spark)
                .with(
                        Bronze.FINESS_PLUS_STRUCTURE,
                        new DocumentsDessai(spark).structures(document.toString(StandardCharsets.UTF_8)));
        kept(spark, tables, new Groupement());
        kept(spark, tables, new GroupementMembre());
        cooperations = kept(spark, tables, new Cooperation());
        membres = kept(spark, tables, new CooperationMembre());
    }

    @Test
    void findsEveryGroupingOnceWithItsEvidence() {
        assertThat(counts(cooperations, array_join(col(PREUVES), "+")))
                .isEqualTo(Map.of(
                        "groupement:organique:001",
                        814L,
                        "groupement:organique:002",
                        36L,
                        "groupement:organique:003",
                        940L,
                        "groupement:organique:004",
                        66L,
                        "groupement:conventionnel:001",
                        131L,
                        "groupement:conventionnel:002",
                        4L));
        assertThat(cooperations.select(CODE_COOPERATION).distinct().count()).isEqualTo(1_991);
        assertThat(cooperations
                        .where(col(CODE_COOPERATION).startsWith("coop:finess:"))
                        .count())
                .isEqualTo(1_856);
    }

    @Test
    void knowsTheMembersThatArePublishedAndInventsNone() {
        Column kind = when(col(CODE_COOPERATION).startsWith("coop:gcc:"), "conventionnel")
                .otherwise("organique");
        assertThat(counts(membres, kind)).isEqualTo(Map.of("conventionnel", 761L, "organique", 2L));
        assertThat(counts(membres, col(RESOLUTION))).isEqualTo(Map.of("entite_juridique", 763L));
        assertThat(counts(membres.where(col(CODE_COOPERATION).startsWith("coop:gcc:")), col(ROLE)))
                .isEqualTo(Map.of("support", 135L, "membre", 626L));
    }

    private static Dataset<Row> kept(SparkSession spark, TestTables tables, Transformation transformation) {
        Dataset<Row> rows = transformation.build(tables);
        Dataset<Row> kept = spark.createDataFrame(rows.collectAsList(), rows.schema());
        tables.with(transformation.target(), kept);
        return kept;
    }

    private static Map<String, Long> counts(Dataset<Row> rows, Column by) {
        Map<String, Long> counts = new TreeMap<>();
        rows.groupBy(by.as("_by"))
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}
