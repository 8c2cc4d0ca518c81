package fr.maillage.source.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class ContoursGeoPackageTest {

    private static final ContoursGeoPackage FORMAT = new ContoursGeoPackage();

    @TempDir
    Path folder;

    @Test
    void readsFeaturesWithTheirReferenceSystem() throws Exception {
        Path file = geoPackage("communes_geo_2024", "DEPCOM", blob(0, "POLYGON ((0 0, 1 0, 1 1, 0 0))"), null);

        List<SourceRecord> records = Probes.records(FORMAT, Probes.of(file, "a.gpkg"), Bronze.CONTOUR_GEOPACKAGE);

        assertThat(records).hasSize(2);
        assertThat(records.get(0).values())
                .startsWith("communes_geo_2024", "commune", "1", null, null, null, "EPSG", 2154L);
        assertThat(new WKBReader().read((byte[]) records.get(0).values()[8]).toText())
                .isEqualTo("POLYGON ((0 0, 1 0, 1 1, 0 0))");
        assertThat(records.get(1).values()[8]).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 32", "2, 48", "3, 48", "4, 64"})
    void skipsEveryKindOfEnvelope(int code, int bytes) throws Exception {
        byte[] blob = blob(code, "POLYGON ((0 0, 1 0, 1 1, 0 0))");

        assertThat(blob.length - GeoPackageGeometry.wkb(blob).length).isEqualTo(8 + bytes);
    }

    @Test
    void setsAsideAGeometryThatCannotBeRead() throws Exception {
        byte[] cut = Arrays.copyOf(blob(1, "POLYGON ((0 0, 1 0, 1 1, 0 0))"), 60);
        Path file = geoPackage("dep", "DEP", cut, new byte[] {1, 2}, blob(0, "POLYGON EMPTY"));

        assertThat(Probes.records(FORMAT, Probes.of(file, "a.gpkg"), Bronze.CONTOUR_GEOPACKAGE))
                .extracting(SourceRecord::line, SourceRecord::brokenRule)
                .containsExactly(tuple(1L, "geometrie_illisible"), tuple(2L, "geometrie_illisible"), tuple(3L, null));
    }

    @Test
    void knowsTheVintageByTheLayerAndElseByTheFolder() throws Exception {
        Path dated = geoPackage("communes_geo_2024", "DEPCOM");
        Path undated = geoPackage("communes", "DEPCOM");

        assertThat(vintage(Probes.of(dated, "2019/a.gpkg"))).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(vintage(Probes.of(undated, "2019/a.gpkg"))).isEqualTo(LocalDate.of(2019, 1, 1));
        assertThat(vintage(Probes.of(undated, "a.gpkg"))).isNull();
    }

    @Test
    void leavesOtherDatabasesAlone() throws Exception {
        assertThat(FORMAT.recognise(Probes.of(geoPackage("roads", "NAME"), "roads.gpkg")))
                .isEmpty();
        assertThat(FORMAT.recognise(Probes.of(folder, "a.gpkg", GeoPackageLayers.MAGIC)))
                .isEmpty();
        assertThat(FORMAT.recognise(Probes.of(folder, "a.gpkg", new byte[0]))).isEmpty();
    }

    @Test
    void refusesAFileThatIsCut() throws Exception {
        byte[] shape = blob(0, "POLYGON ((0 0, 1 0, 1 1, 0 0))");
        byte[][] shapes = new byte[400][];
        Arrays.fill(shapes, shape);
        byte[] whole = Files.readAllBytes(geoPackage("communes", "DEPCOM", shapes));
        Path cut = Files.write(folder.resolve("cut.gpkg"), Arrays.copyOf(whole, whole.length - 8192));

        assertThatThrownBy(() -> Probes.records(FORMAT, Probes.of(cut, "cut.gpkg"), Bronze.CONTOUR_GEOPACKAGE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("cut.gpkg is cut");
    }

    @Test
    void readsThePublishedContoursOfMartinique() throws IOException {
        Path file = RealData.path("boundaries/geopackage/communes_972_geo_2025.gpkg");
        Probe probe = Probes.of(file, file.getFileName().toString());

        assertThat(vintage(probe)).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(Probes.records(FORMAT, probe, Bronze.CONTOUR_GEOPACKAGE))
                .hasSize(34)
                .allMatch(record -> record.values()[7].equals(5490L));
    }

    private static LocalDate vintage(Probe probe) throws IOException {
        return FORMAT.recognise(probe).orElseThrow().vintage();
    }

    private Path geoPackage(String layer, String column, byte[]... geometries) throws SQLException, IOException {
        Path file = Files.createTempFile(folder, "layer", ".gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
            statement.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'EPSG', 2154)");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + layer + "', 'geom', 7)");
            statement.execute("CREATE TABLE " + layer + " (fid INTEGER PRIMARY KEY, geom BLOB, " + column + " TEXT)");
            insert(connection, layer, geometries);
        }
        return file;
    }

    private static void insert(Connection connection, String layer, byte[][] geometries) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO " + layer + " VALUES (?, ?, ?)")) {
            for (int i = 0; i < geometries.length; i++) {
                row.setInt(1, i + 1);
                row.setBytes(2, geometries[i]);
                row.setString(3, Integer.toString(i + 1));
                row.executeUpdate();
            }
        }
        connection.commit();
    }

    private static byte[] blob(int envelope, String wkt) throws ParseException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {'G', 'P', 0, (byte) (envelope << 1 | 1), 0, 0, 0, 0});
        bytes.write(new byte[new int[] {0, 32, 48, 48, 64}[envelope]]);
        bytes.write(new WKBWriter().write(new WKTReader().read(wkt)));
        return bytes.toByteArray();
    }
}
