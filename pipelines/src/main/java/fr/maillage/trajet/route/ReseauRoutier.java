package fr.maillage.trajet.route;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import com.graphhopper.util.shapes.BBox;
import fr.maillage.MaillageException;
import fr.maillage.source.Sha256;
import fr.maillage.trajet.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The roads of an OpenStreetMap extract that cars may take, as GraphHopper reads them, at the speeds it gives each kind of
 * road or sign.
 *
 * <p>Reading an extract is long (minutes for a région): the graph is kept in a folder under the digest of the file, and a
 * reading that was cut leaves nothing there.
 */
public final class ReseauRoutier implements AutoCloseable {

    private static final String CAR = "car";
    // Changes with the settings below: a graph of other settings is another graph.
    private static final String SETTINGS = "gh10-car-1";
    /** Roads that fewer crossings hold together, and nothing else, are errors of the map or private grounds. */
    private static final int SMALLEST_NETWORK = 200;

    // Of 300 m each.
    private static final int TILES_AROUND = 20;

    private final GraphHopper hopper;
    private final Weighting weighting;
    private final EdgeFilter drivable;

    private ReseauRoutier(GraphHopper hopper) {
        this.hopper = hopper;
        weighting = hopper.createWeighting(hopper.getProfile(CAR), new PMap());
        drivable = new DefaultSnapFilter(
                weighting, hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(CAR)));
    }

    /**
     * Reads an extract (.osm.pbf, .osm, .osm.gz or .osm.bz2), or what was kept of it.
     *
     * @param kept folder for graphs that were read
     * @throws MaillageException when the file is no extract, or holds no road
     */
    public static ReseauRoutier read(Path extract, Path kept) {
        if (!Files.isRegularFile(extract)) {
            throw new MaillageException(
                    "Cannot read " + extract + ": there is no such file. Give an OpenStreetMap extract"
                            + " (.osm.pbf, .osm, .osm.gz or .osm.bz2).");
        }
        Path graph = kept.resolve(digest(extract).substring(0, 16) + "-" + SETTINGS);
        if (!Files.isDirectory(graph)) {
            importInto(extract, graph);
        }
        return open(extract, graph);
    }

    private static String digest(Path extract) {
        try {
            return Sha256.of(extract);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + extract, e);
        }
    }

    private static void importInto(Path extract, Path graph) {
        Path aside = graph.resolveSibling(
                graph.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(graph.getParent());
            hopper(aside).setOSMFile(extract.toString()).importAndClose();
            Files.move(aside, graph, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the graph of " + extract, e);
        } catch (RuntimeException e) {
            delete(aside);
            throw new MaillageException(
                    "Cannot read " + extract
                            + ": it is no OpenStreetMap extract with roads for cars. Give one in .osm.pbf,"
                            + " .osm, .osm.gz or .osm.bz2.",
                    e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> left = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    private static ReseauRoutier open(Path extract, Path graph) {
        GraphHopper hopper = hopper(graph).setOSMFile(extract.toString());
        hopper.importOrLoad();
        ((LocationIndexTree) hopper.getLocationIndex()).setMaxRegionSearch(TILES_AROUND);
        return new ReseauRoutier(hopper);
    }

    private static GraphHopper hopper(Path graph) {
        CustomModel model = new CustomModel()
                .setDistanceInfluence(0.0)
                .addToPriority(Statement.If("!car_access", Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Op.LIMIT, "car_average_speed"));
        return new GraphHopper()
                .setGraphHopperLocation(graph.toString())
                .setEncodedValuesString("car_access, car_average_speed")
                .setMinNetworkSize(SMALLEST_NETWORK)
                .setProfiles(new Profile(CAR).setCustomModel(model));
    }

    BaseGraph graph() {
        return hopper.getBaseGraph();
    }

    Weighting weighting() {
        return weighting;
    }

    /** The nearest place of a road; invalid when there is none around. */
    Snap snap(Point point) {
        return hopper.getLocationIndex().findClosest(point.latitude(), point.longitude(), drivable);
    }

    /** Whether a place is in the box around all roads, or near it. */
    boolean isNear(Point point, double degrees) {
        BBox box = hopper.getBaseGraph().getBounds();
        return point.longitude() >= box.minLon - degrees
                && point.longitude() <= box.maxLon + degrees
                && point.latitude() >= box.minLat - degrees
                && point.latitude() <= box.maxLat + degrees;
    }

    @Override
    public void close() {
        hopper.close();
    }
}
