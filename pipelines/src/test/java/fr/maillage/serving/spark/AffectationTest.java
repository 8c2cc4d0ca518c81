package fr.maillage.serving.spark;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.geo.PointIndex;
import fr.maillage.geo.PointIndex.Territory;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.IndexRow;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

@SparkTest
class AffectationTest {

    private static final Affectation AFFECTATION = new Affectation(List.of("commune", "pays"), "lon", "lat", 4326, 0);

    @TempDir
    static Path folder;

    private static SparkSession spark;

    @BeforeAll
    static void publishContours(SparkSession session) {
        spark = session.newSession();
        PointIndex index = PointIndex.build(List.of(square("01001", 3), square("01002", 3.1)));
        new FabricatedWarehouse(session, folder.resolve("entrepot"))
                .with(
                        Silver.INDEX_CONTOUR,
                        session.createDataFrame(
                                List.of(IndexRow.of("commune", 2024, index)),
                                SparkSchemas.stored(Silver.INDEX_CONTOUR)))
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part
                        01001        | 1943-01-01 | 9999-12-31 | 01001              | 1
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau | code_territoire | part
                        01001        | pays   | P1              | 1
                        01002        | pays   | P1              | 1
                        """)
                .publish();
        CatalogueGeo.settings(folder.resolve("entrepot").toString())
                .forEach((name, value) -> spark.conf().set(name, value));
    }

    @Test
    void givesEveryPointTheCodesOfItsTerritoriesAndKeepsItsColumns() throws IOException {
        Path file = points("a;3,05;46,05\nb;3.15;46.05\nc;9;46\nd;?;46\n");
        Path out = folder.resolve("places.csv");

        String told = PointsFile.of(file).write(AFFECTATION, PointsFile.of(file).read(spark), out, false);

        assertThat(told).isEqualTo("4 points, dont 2 hors de tout niveau commune ou sans position.");
        assertThat(Files.readString(out)).isEqualTo("""
                nom,lon,lat,code_commune,code_pays
                a,"3,05","46,05",01001,P1
                b,3.15,46.05,01002,P1
                c,9,46,,
                d,?,46,,
                """);
        assertThatThrownBy(() -> PointsFile.of(file)
                        .write(AFFECTATION, PointsFile.of(file).read(spark), out, false))
                .hasMessage("Cannot write " + out + ": it is there already. Remove it or choose another --out.");
    }

    @Test
    void writesParquetAndReadsItAgain() throws IOException {
        Path file = points("a;3.05;46.05\n");
        Path out = folder.resolve("places");
        PointsFile.of(file).write(AFFECTATION, PointsFile.of(file).read(spark), out, true);

        assertThat(PointsFile.of(out).read(spark)).hasRows("""
                nom | lon  | lat   | code_commune | code_pays
                a   | 3.05 | 46.05 | 01001        | P1
                """);
    }

    @Test
    void countsThePointsOfEveryTerritory() throws IOException {
        Path file = points("a;3.05;46.05\nb;3.15;46.05\nc;3.16;46.05\nd;9;46\n");

        assertThat(AFFECTATION.compte(PointsFile.of(file).read(spark))).hasRows("""
                niveau  | code_territoire | nb_points
                commune |                 | 1
                commune | 01001           | 1
                commune | 01002           | 2
                pays    |                 | 1
                pays    | P1              | 3
                """);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path file = points("a;3.05;46.05\n");
        Affectation other = new Affectation(List.of("commune"), "x", "lat", 4326, 0);

        assertThatThrownBy(() -> other.affecte(PointsFile.of(file).read(spark)))
                .isInstanceOf(MaillageException.class)
                .hasMessage("Cannot assign the points: they have no column x, only nom, lon, lat."
                        + " Name the columns of the position with --x and --y.");
        assertThatThrownBy(() -> PointsFile.of(folder.resolve("rien.csv")))
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> PointsFile.named(List.of("a", "b"), List.of("lon", "x"), "--x"))
                .hasMessage(
                        "Cannot assign the points: none of their columns (a, b) is called lon, x. Name it with --x.");
    }

    @Test
    void namesTheLevelsThereAre() {
        Warehouse warehouse = Warehouse.at(folder.resolve("entrepot").toString());
        Publication publication = new Publications(warehouse).newest();

        assertThatCode(() -> CatalogueGeo.check(warehouse, publication, List.of("commune", "pays")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CatalogueGeo.check(warehouse, publication, List.of("commune", "canton")))
                .isInstanceOf(MaillageException.class)
                .hasMessage("Cannot tell the canton of points: no such level was built in " + warehouse.root()
                        + ". Levels are commune, pays.");
    }

    private static Path points(String lines) throws IOException {
        Path file = Files.createTempFile(folder, "points", ".csv");
        return Files.writeString(file, "nom;lon;lat\n" + lines);
    }

    private static Territory square(String code, double west) {
        return new Territory(code, new GeometryFactory().toGeometry(new Envelope(west, west + 0.1, 46, 46.1)));
    }
}
