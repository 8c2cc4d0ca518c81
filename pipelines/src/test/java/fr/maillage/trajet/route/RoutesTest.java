package fr.maillage.trajet.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.MaillageException;
import fr.maillage.geo.Distances;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Trajet;
import fr.maillage.trajet.Trajet.Obstacle;
import fr.maillage.trajet.Trajets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {

    private static final Point A = new Point(5.00, 46.00);
    private static final Point B = new Point(5.10, 46.00);
    private static final Point C = new Point(5.10, 46.05);
    private static final Point NET = new Point(5.50, 46.00);
    private static final Point SEUL = new Point(5.30, 46.30);
    private static final List<PointCommune> COMMUNES = List.of(
            commune("01001", A),
            commune("01002", B),
            commune("01003", C),
            commune("01004", SEUL),
            commune("01005", NET),
            commune("75056", new Point(2.35, 48.86)));

    // GraphHopper drives at nine tenths of the limit, kept in steps of 2 km/h.
    private static final double KMH_60 = 54;
    private static final double KMH_40 = 36;

    @TempDir
    Path folder;

    /**
     * A to B at 60 km/h; B to C and on to D and back to B at 40 km/h, one way only; a path for walkers from A to C; one
     * road alone; and a net of roads that none joins to the others.
     */
    private static FichierOsm extract() {
        FichierOsm extract = new FichierOsm();
        chain(extract, 1, A, 2000);
        chain(extract, 1000, NET, 3000);
        return extract.node(1, 5.00, 46.00)
                .node(2, 5.05, 46.00)
                .node(3, 5.10, 46.00)
                .node(4, 5.10, 46.05)
                .node(5, 5.30, 46.30)
                .node(6, 5.31, 46.30)
                .node(7, 5.15, 46.00)
                .way("highway=secondary maxspeed=60", 1, 2, 3)
                .way("highway=secondary maxspeed=40 oneway=yes", 3, 4, 7, 3)
                .way("highway=footway", 1, 4)
                .way("highway=secondary maxspeed=60", 5, 6);
    }

    /** Many short roads one after the other to the west: without them GraphHopper takes the others for errors of the map. */
    private static void chain(FichierOsm extract, long first, Point from, long next) {
        extract.node(first, from.longitude(), from.latitude());
        long before = first;
        for (int i = 1; i <= 250; i++) {
            extract.node(next + i, from.longitude() - i * 0.0002, from.latitude())
                    .way("highway=residential", before, next + i);
            before = next + i;
        }
    }

    @Test
    void timesAreThoseOfTheSpeedsOfTheRoads() throws IOException {
        try (ReseauRoutier reseau =
                ReseauRoutier.read(extract().xml(folder.resolve("a.osm")), folder.resolve("kept"))) {
            Routes routes = new Routes(reseau, COMMUNES, 2000);
            double ab = Distances.metres(5.00, 46.00, 5.10, 46.00);
            double bc = Distances.metres(5.10, 46.00, 5.10, 46.05);

            assertThat(routes.methode()).isEqualTo(Trajets.ROUTE);
            Trajet there = routes.entre(A, C);
            assertThat(there.distanceGeodesiqueM()).isEqualTo(Distances.metres(5.00, 46.00, 5.10, 46.05));
            // GraphHopper measures on a sphere.
            assertThat(there.distanceRouteM()).isCloseTo(ab + bc, within((ab + bc) * 0.005));
            double minutes = ab / KMH_60 * 0.06 + bc / KMH_40 * 0.06;
            assertThat(there.minutes()).isCloseTo(minutes, within(minutes * 0.005));
            assertThat(routes.entre(A, A).minutes()).isZero();

            List<Trajet> back = routes.vers(C, List.of(A, B, C, NET, SEUL));
            double cd = Distances.metres(5.10, 46.05, 5.15, 46.00) + Distances.metres(5.15, 46.00, 5.10, 46.00);
            double round = ab / KMH_60 * 0.06 + cd / KMH_40 * 0.06;
            assertThat(back.get(0).minutes()).isCloseTo(round, within(round * 0.005));
            assertThat(back.get(1).minutes()).isGreaterThan(routes.entre(B, C).minutes());
            assertThat(back.get(2).minutes()).isZero();
            assertThat(back.get(3).obstacle()).isEqualTo(Obstacle.SANS_CHEMIN);
            assertThat(back.get(3).minutes()).isNull();
            assertThat(back.get(4).obstacle()).isEqualTo(Obstacle.HORS_COUVERTURE);
        }
    }

    @Test
    void theCommunesWithinReachAreThoseThatRoadsLeadTo() throws IOException {
        try (ReseauRoutier reseau =
                ReseauRoutier.read(extract().pbf(folder.resolve("a.osm.pbf")), folder.resolve("kept"))) {
            Routes routes = new Routes(reseau, COMMUNES, 2000);
            assertThat(routes.communes(A, 60)).containsOnlyKeys("01001", "01002", "01003");
            assertThat(routes.communes(A, 10)).containsOnlyKeys("01001", "01002");
            assertThat(routes.communes(B, 60).get("01003").minutes())
                    .isCloseTo(routes.entre(B, C).minutes(), within(1e-9));
            List<Routes.Atteint> reached = new ArrayList<>();
            routes.atteints(A, 10, reached::add);
            assertThat(reached).hasSize(252).allMatch(one -> one.minutes() <= 10);
        }
    }

    @Test
    void aPlaceTheExtractDoesNotCoverIsToldWithTheReason() throws IOException {
        try (ReseauRoutier reseau =
                ReseauRoutier.read(extract().xml(folder.resolve("a.osm")), folder.resolve("kept"))) {
            Routes routes = new Routes(reseau, COMMUNES, 2000);
            Point paris = new Point(2.35, 48.86);
            assertThat(routes.entre(A, paris).obstacle()).isEqualTo(Obstacle.HORS_COUVERTURE);
            assertThat(routes.entre(paris, A).minutes()).isNull();
            assertThatThrownBy(() -> routes.communes(paris, 30))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("does not cover")
                    .hasMessageNotContaining("\n");
            Point beside = new Point(5.05, 46.03);
            assertThat(routes.entre(beside, A).obstacle()).isEqualTo(Obstacle.HORS_COUVERTURE);
            assertThat(new Routes(reseau, COMMUNES, 4000).entre(beside, A).minutes())
                    .isPositive();
        }
    }

    @Test
    void aFileThatIsNoExtractIsRefusedAndLeavesNothing() throws IOException {
        Path kept = folder.resolve("kept");
        Path text = Files.writeString(folder.resolve("texte.osm.pbf"), "code;libelle\n01001;Ambérieu\n");
        Path empty = new FichierOsm().node(1, 5, 46).way("building=yes", 1, 1).xml(folder.resolve("vide.osm"));
        for (Path file : List.of(text, empty, folder.resolve("absent.osm"))) {
            assertThatThrownBy(() -> ReseauRoutier.read(file, kept).close())
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining(file.getFileName().toString())
                    .hasMessageNotContaining("\n");
        }
        if (Files.exists(kept)) {
            try (var left = Files.list(kept)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aGraphIsReadOnceForAFile() throws IOException {
        Path extract = extract().xml(folder.resolve("a.osm"));
        Path kept = folder.resolve("kept");
        ReseauRoutier.read(extract, kept).close();
        Path copy = Files.copy(extract, folder.resolve("autre_nom.osm"));
        try (ReseauRoutier again = ReseauRoutier.read(copy, kept);
                var graphs = Files.list(kept)) {
            assertThat(graphs).hasSize(1);
            assertThat(new Routes(again, COMMUNES, 2000).entre(A, B).minutes()).isPositive();
        }
    }

    private static PointCommune commune(String code, Point point) {
        return new PointCommune(code, point, 30.0, "faible", "metropole");
    }
}
