package fr.maillage.trajet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.MaillageException;
import fr.maillage.geo.Distances;
import fr.maillage.schemas.Parametre;
import fr.maillage.trajet.Trajet.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EstimationTest {

    private static final Bareme BAREME = Bareme.of(Vitesses.of(Parametre::value));
    private static final double HORS_TERRE_MAX = 5000;
    private static final Point ORIGINE = new Point(2.5, 46.5);

    @Test
    void aJourneyIsLongerThanTheStraightLineAndFollowsTheDensitiesAtItsEndsAndOnItsWay() {
        // 0.1° of latitude at 46.5°: 11,115 m, of which 10 km × 1.34 and 1,115 m at the slope of the next band.
        Trajet faible = entre("faible");
        Trajet forte = entre("forte");

        double metres = Distances.metres(2.5, 46.5, 2.5, 46.6);
        double road = 13_400 + (metres - 10_000) * (64_000 - 13_400) / 40_000;
        assertThat(faible.distanceGeodesiqueM()).isEqualTo(metres);
        assertThat(faible.distanceRouteM()).isCloseTo(road, within(1e-6));
        assertThat(faible.minutes()).isCloseTo(6 / 45.0 * 60 + (road - 6000) / 75_000 * 60, within(1e-6));
        assertThat(forte.minutes()).isCloseTo(6 / 24.0 * 60 + (road - 6000) / 55_000 * 60, within(1e-6));
        assertThat(faible.obstacle()).isNull();
    }

    private static Trajet entre(String classe) {
        Estimation estimation = carpet(classe, 20);
        return estimation.entre(ORIGINE, new Point(2.5, 46.6));
    }

    /** Same places, same densities: a road through mountains is longer and slower, and never becomes a motorway. */
    @Test
    void mountainsMakeJourneysLongerAndSlower() {
        Point far = new Point(2.5, 47.5);
        Trajet plain = relief("plaine").entre(ORIGINE, far);
        Trajet hills = relief("moyenne_montagne").entre(ORIGINE, far);
        Trajet peaks = relief("haute_montagne").entre(ORIGINE, far);

        assertThat(hills.distanceRouteM()).isCloseTo(1.12 * plain.distanceRouteM(), within(1e-6));
        assertThat(peaks.distanceRouteM()).isCloseTo(1.28 * plain.distanceRouteM(), within(1e-6));
        // 3 km at both ends at 45 km/h, all the rest at 90 % and 87 % of 75 km/h.
        assertThat(hills.minutes()).isCloseTo(8 + (hills.distanceRouteM() - 6000) / 67_500 * 60, within(1e-6));
        assertThat(peaks.minutes()).isCloseTo(8 + (peaks.distanceRouteM() - 6000) / 65_250 * 60, within(1e-6));
        double metres = plain.distanceRouteM();
        assertThat(plain.minutes())
                .isCloseTo(8 + 24 / 75.0 * 60 + 70 / 100.0 * 60 + (metres - 100_000) / 115_000 * 60, within(1e-6));
    }

    private static Estimation relief(String relief) {
        List<PointCommune> communes = carpet("faible", 120).communes().stream()
                .map(c -> new PointCommune(c.code(), c.point(), c.surfaceKm2(), c.classe(), c.terre(), relief))
                .toList();
        return new Estimation(communes, BAREME, HORS_TERRE_MAX);
    }

    @Test
    void itIsTheSameThereAndBackAndNowhereFromAPlaceToItself() {
        Estimation estimation = scattered();
        List<PointCommune> communes = estimation.communes();
        for (int i = 0; i < communes.size(); i += 7) {
            Point a = communes.get(i).point();
            Point b = communes.get((i * 31 + 5) % communes.size()).point();
            Trajet there = estimation.entre(a, b);
            Trajet back = estimation.entre(b, a);
            assertThat(back.minutes()).isCloseTo(there.minutes(), within(1e-9));
            assertThat(back.distanceRouteM()).isCloseTo(there.distanceRouteM(), within(1e-6));
            assertThat(estimation.entre(a, a).minutes()).isZero();
        }
    }

    @Test
    void whatIsFartherTakesLongerWhereDensityIsTheSame() {
        Estimation estimation = carpet("faible", 60);
        double minutes = 0;
        double metres = 0;
        for (int step = 1; step < 50; step++) {
            Trajet trajet = estimation.entre(ORIGINE, new Point(2.5, 46.5 + step * 0.01));
            assertThat(trajet.minutes()).isGreaterThan(minutes);
            assertThat(trajet.distanceRouteM()).isGreaterThan(metres);
            minutes = trajet.minutes();
            metres = trajet.distanceRouteM();
        }
    }

    @Test
    void noWayThroughAThirdPlaceIsShorter() {
        Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            double a = random.nextDouble(200_000);
            double b = random.nextDouble(200_000);
            assertThat(BAREME.route(a + b)).isLessThanOrEqualTo(BAREME.route(a) + BAREME.route(b) + 1e-6);
            assertThat(BAREME.route(a)).isBetween(a * 1.185, a * 1.4 + 1e-6);
            assertThat(BAREME.fewestMinutes(a))
                    .isLessThanOrEqualTo(
                            BAREME.fewestMinutes(a, BAREME.allureLocale("faible") + BAREME.allureLocale("moyenne")));
        }
    }

    @Test
    void noRoadLeadsFromOneLandToAnother() {
        Terres terres = Terres.read();
        assertThat(List.of("44109", "2A004", "20004", "97105", "97608", "97611", "29155", "56241", "17297", "17093"))
                .extracting(terres::of)
                .containsExactly(
                        "metropole",
                        "corse",
                        "corse",
                        "971",
                        "petite_terre",
                        "976",
                        "ouessant",
                        "belle_ile",
                        "metropole",
                        "metropole");

        Estimation estimation = new Estimation(
                List.of(
                        commune("06088", 7.26, 43.7, "forte", "metropole"),
                        commune("2B033", 9.45, 42.7, "moyenne", "corse"),
                        commune("97411", 55.45, -20.88, "forte", "974")),
                BAREME,
                1e9);
        Point nice = new Point(7.26, 43.7);
        for (Point elsewhere : List.of(new Point(9.45, 42.7), new Point(55.45, -20.88))) {
            Trajet trajet = estimation.entre(nice, elsewhere);
            assertThat(trajet.obstacle()).isEqualTo(Obstacle.TERRES_SEPAREES);
            assertThat(trajet.minutes()).isNull();
            assertThat(trajet.distanceRouteM()).isNull();
            assertThat(trajet.distanceGeodesiqueM()).isPositive();
        }
        assertThat(estimation.communes(nice, 10_000)).containsOnlyKeys("06088");
    }

    /** Two villages on either side of a bay, and those around it. */
    @Test
    void aJourneyGoesAroundABayAndNotAcrossAnEstuary() {
        List<PointCommune> around = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            around.add(commune(String.format("%05d", 50_100 + i), -1.6, 48.6 + i * 0.03, "faible", "metropole"));
            around.add(commune(String.format("%05d", 50_200 + i), -1.1, 48.6 + i * 0.03, "faible", "metropole"));
            around.add(commune(String.format("%05d", 50_300 + i), -1.6 + i * 0.05, 48.6, "faible", "metropole"));
        }
        Point west = new Point(-1.6, 48.9);
        Point east = new Point(-1.1, 48.9);
        double straight = Distances.metres(-1.6, 48.9, -1.1, 48.9);
        double byLand = 2 * Distances.metres(-1.6, 48.9, -1.6, 48.6) + straight;

        Estimation estimation = new Estimation(around, BAREME, HORS_TERRE_MAX);
        Trajet trajet = estimation.entre(west, east);
        assertThat(trajet.distanceGeodesiqueM()).isEqualTo(straight);
        // Corners are cut, as communes are taken for discs.
        assertThat(trajet.distanceRouteM()).isBetween(BAREME.route(byLand * 0.8), BAREME.route(byLand * 1.05));
        assertThat(estimation.entre(east, west).minutes()).isCloseTo(trajet.minutes(), within(0.5));
        assertThat(estimation.communes(west, 120).get("50210")).isEqualTo(trajet);
        assertThat(estimation.communes(west, trajet.minutes() - 1)).doesNotContainKey("50210");
        assertThat(new PlusProche(estimation, new int[] {estimation.numero("50210")})
                        .depuis(west)
                        .trajet())
                .isEqualTo(trajet);

        List<PointCommune> shores = around.stream()
                .filter(commune -> !commune.code().startsWith("503"))
                .toList();
        Trajet barred = new Estimation(shores, BAREME, HORS_TERRE_MAX).entre(west, east);
        assertThat(barred.obstacle()).isEqualTo(Obstacle.HORS_TERRE);
        assertThat(barred.minutes()).isNull();
        assertThat(new Estimation(shores, BAREME, 100_000).entre(west, east).minutes())
                .isPositive();
    }

    @Test
    void whatIsWithinReachIsWhatAskingEachCommuneGives() {
        Estimation estimation = scattered();
        for (PointCommune from : estimation.communes().subList(0, 20)) {
            Map<String, Trajet> expected = new TreeMap<>();
            for (PointCommune to : estimation.communes()) {
                Trajet trajet = estimation.entre(from.point(), to.point());
                if (trajet.isWithin(25)) {
                    expected.put(to.code(), trajet);
                }
            }
            SortedMap<String, Trajet> reached = estimation.communes(from.point(), 25);
            assertThat(reached).isEqualTo(expected).containsKey(from.code());
            assertThat(reached.size()).isBetween(2, estimation.communes().size() - 1);
        }
    }

    @Test
    void theNearestIsThatOfAllComparisons() {
        Estimation estimation = scattered();
        List<PointCommune> communes = estimation.communes();
        int[] cibles = {3, 77, 150, 222};
        PlusProche plusProche = new PlusProche(estimation, cibles);
        for (int from = 0; from < communes.size(); from++) {
            double least = Double.MAX_VALUE;
            for (int cible : cibles) {
                least = Math.min(
                        least,
                        estimation
                                .entre(
                                        communes.get(from).point(),
                                        communes.get(cible).point())
                                .minutes());
            }
            assertThat(plusProche.depuis(from).trajet().minutes()).isEqualTo(least);
        }
        assertThat(new PlusProche(estimation, new int[0]).depuis(0)).isNull();
        assertThat(plusProche.depuis(new Point(-40, 40))).isNull();
    }

    @Test
    void aPlaceOutsideTheCountryIsRefused() {
        Estimation estimation = scattered();
        assertThat(estimation.covers(ORIGINE)).isTrue();
        assertThatThrownBy(() -> estimation.communes(new Point(46.5, 2.5), 30))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("in no commune")
                .hasMessageNotContaining("\n");
        assertThat(estimation.entre(ORIGINE, new Point(Double.NaN, 46)).obstacle())
                .isEqualTo(Obstacle.HORS_COUVERTURE);
    }

    @Test
    void classesOfDensityAreBetweenTheirBounds() {
        Densites densites = Densites.of("50,300,1500");
        assertThat(List.of(0.0, 49.9, 50.0, 299.0, 300.0, 1500.0))
                .extracting(densites::classe)
                .containsExactly("tres_faible", "tres_faible", "faible", "faible", "moyenne", "forte");
        assertThat(densites.classe(null)).isEqualTo("inconnue");
        for (String wrong : List.of("50,300", "300,50,1500", "0,1,2", "a,b,c", "50,50,60")) {
            assertThatThrownBy(() -> Densites.of(wrong))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("densite_seuils");
        }
        assertThatThrownBy(() -> new Vitesses(3000, 1000, 50_000, 100, 115)).isInstanceOf(MaillageException.class);
    }

    private static PointCommune commune(String code, double longitude, double latitude, String classe, String terre) {
        return new PointCommune(code, new Point(longitude, latitude), 30.0, classe, terre);
    }

    /** Communes of one class side by side, to the north of the origin. */
    private static Estimation carpet(String classe, int rows) {
        List<PointCommune> communes = new ArrayList<>();
        for (int row = -2; row < rows; row++) {
            for (int column = -2; column <= 2; column++) {
                communes.add(commune(
                        String.format("%05d", 10_000 + communes.size()),
                        2.5 + column * 0.04,
                        46.5 + row * 0.03,
                        classe,
                        "metropole"));
            }
        }
        return new Estimation(communes, BAREME, HORS_TERRE_MAX);
    }

    /** Communes of all classes, as if by chance. */
    private static Estimation scattered() {
        Random random = new Random(1);
        String[] classes = {"tres_faible", "faible", "moyenne", "forte", "inconnue"};
        List<PointCommune> communes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            communes.add(commune(
                    String.format("%05d", 10_000 + i),
                    2 + random.nextDouble(),
                    46 + random.nextDouble(),
                    classes[random.nextInt(classes.length)],
                    "metropole"));
        }
        return new Estimation(communes, BAREME, 1e9);
    }
}
