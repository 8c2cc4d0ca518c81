package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.PointIndex;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class IndexContourTest {

    @Test
    void indexesEachLevelVintageAndSystemApart(SparkSession spark) {
        Dataset<Row> contours = table(spark, Silver.CONTOUR, """
                niveau      | code_territoire | millesime | srid | geometrie
                commune     | 01005           | 2024      | 2154 | POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))
                commune     | 01004           | 2024      | 2154 | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))
                commune     | 01004           | 2018      | 4326 | POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))
                departement | 01              | 2024      | 2154 | POLYGON ((0 0, 8 0, 8 4, 0 4, 0 0))
                """);

        Dataset<Row> indexes = IndexContour.apply(contours);

        assertThat(indexes).hasRows("""
                        niveau      | millesime | srid | nb_territoires | codes_territoires
                        commune     | 2024      | 2154 | 2              | 01004, 01005
                        commune     | 2018      | 4326 | 1              | 01004
                        departement | 2024      | 2154 | 1              | 01
                        """);
        Row communes = indexes.where("niveau = 'commune' and millesime = 2024").first();
        PointIndex index = PointIndex.fromBytes(communes.getAs(Columns.OCTETS));
        assertThat(index.code(index.find(6, 2))).isEqualTo("01005");
    }

    @Test
    void givesNoIndexWithoutContours(SparkSession spark) {
        assertThat(new IndexContour().build(new TestTables(spark))).isEmpty();
    }
}
