package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.geo.Crs;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.output.Rows;
import fr.maillage.serving.spark.Affectation;
import fr.maillage.serving.spark.CatalogueGeo;
import fr.maillage.serving.spark.PointsFile;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells in which territories the points of a file lie. */
@Command(
        name = "assign",
        description =
                "Tells in which territories the points of a file lie: a code more per level and point, or the number of points per territory.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage assign points.csv --level commune,bassin_de_vie_2022 --out places.csv",
            "  maillage assign points.parquet --x x --y y --srid 2154 --level epci --count --format csv",
            "Levels: commune, epci, departement, region, and any division of the parameter niveaux."
        })
final class AssignCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV with a header line, or Parquet (a file or a folder of them).")
    private Path file;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            split = ",",
            defaultValue = "commune",
            description = "Default: commune.")
    private List<String> levels;

    @Option(names = "--x", paramLabel = "COLUMN", description = "Longitude (default: longitude, lon, lng or x).")
    private String x;

    @Option(names = "--y", paramLabel = "COLUMN", description = "Latitude (default: latitude, lat or y).")
    private String y;

    @Option(names = "--srid", paramLabel = "EPSG", defaultValue = "4326", description = "Default: 4326 (WGS84).")
    private int srid;

    @Option(
            names = "--contours",
            paramLabel = "YEAR",
            defaultValue = "0",
            description = "Vintage of the contours (default: the newest).")
    private int contours;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "A new file that ends in .csv, or a new folder of Parquet.")
    private Path out;

    @Option(names = "--count", description = "Give the number of points per territory instead.")
    private boolean counted;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "Of --count; default: table.")
    private OutputFormat format;

    @Override
    public void run() {
        check();
        Publication publication = Published.newest("assign points", common);
        PointsFile points = PointsFile.of(file);
        SparkSession spark = Sessions.open(Map.of());
        try {
            CatalogueGeo.settings(common.warehouse().root().toString())
                    .forEach((name, value) -> spark.conf().set(name, value));
            CatalogueGeo.check(common.warehouse(), publication, levels);
            Dataset<Row> rows = points.read(spark);
            List<String> columns = Arrays.asList(rows.columns());
            Affectation affectation = new Affectation(
                    levels,
                    x != null ? x : PointsFile.named(columns, List.of("longitude", "lon", "lng", "x"), "--x"),
                    y != null ? y : PointsFile.named(columns, List.of("latitude", "lat", "y"), "--y"),
                    srid,
                    contours);
            if (counted) {
                write(affectation.compte(rows));
            } else {
                spec.commandLine().getErr().println(points.write(affectation, rows, out, common.english()));
            }
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot write " + out + ": " + e.getMessage() + ". Choose another place with --out.", e);
        } finally {
            spark.stop();
        }
    }

    private void check() {
        for (String level : levels) {
            if (!level.matches("[a-z][a-z0-9_]*")) {
                throw new MaillageException("Cannot assign points to " + level
                        + ": it is no level. Name one as in the column niveau, such as commune or bassin_de_vie_2022.");
            }
        }
        if (srid != Crs.WGS84 && !Crs.isKnown(srid)) {
            throw new MaillageException("Cannot assign points given in EPSG:" + srid
                    + ": it is no known reference system. Give its EPSG code with --srid, such as 4326 or 2154.");
        }
        if (!counted && out == null) {
            throw new MaillageException(
                    "Cannot assign points: nobody said where to. Give --out FILE.csv or --out FOLDER, or --count.");
        }
    }

    private void write(Dataset<Row> counts) {
        List<Rows.Column> columns = List.of(
                Rows.Column.text(counts.columns()[0]),
                Rows.Column.text(counts.columns()[1]),
                Rows.Column.number(counts.columns()[2]));
        List<List<Object>> rows = counts.collectAsList().stream()
                .map(row -> Arrays.asList(row.get(0), row.get(1), row.get(2)))
                .toList();
        PrintWriter to = spec.commandLine().getOut();
        format.write(Rows.of(columns, rows), to);
        to.flush();
    }
}
