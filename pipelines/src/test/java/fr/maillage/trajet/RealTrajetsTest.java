package fr.maillage.trajet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import fr.maillage.schemas.CodeList;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The estimate against well-known journeys on free roads; skipped where the published contours and populations are absent.
 *
 * <p>The journeys are ours, rounded to five minutes: orders of magnitude, no measurements. They hold the estimate to what it
 * was fitted to, and cannot tell how good it is elsewhere.
 */
class RealTrajetsTest {

    private record Ecart(String journey, String relief, double metres, double minutes) {}

    @Test
    void journeysTakeAboutAsLongAsEverybodyKnows() throws Exception {
        Estimation estimation = new Estimation(PointsReels.read(), PointsReels.BAREME, 3500);
        List<Ecart> ecarts =
                connus().stream().map(connu -> ecart(estimation, connu)).toList();

        assertThat(ecarts).hasSize(34);
        for (Ecart ecart : ecarts) {
            assertThat(ecart.minutes()).as(ecart.journey()).isBetween(-0.33, 0.33);
            assertThat(ecart.metres()).as(ecart.journey()).isBetween(-0.25, 0.25);
        }
        Map<String, Double> bias = ecarts.stream()
                .collect(
                        Collectors.groupingBy(Ecart::relief, TreeMap::new, Collectors.averagingDouble(Ecart::minutes)));
        assertThat(bias.get("plaine")).isBetween(-0.1, 0.1);
        assertThat(bias.get("montagne")).isBetween(-0.1, 0.1);
        assertThat(ecarts.stream()
                        .mapToDouble(ecart -> Math.abs(ecart.minutes()))
                        .average()
                        .orElseThrow())
                .isLessThan(0.12);
        assertThat(ecarts.stream()
                        .filter(ecart -> Math.abs(ecart.minutes()) <= 0.1)
                        .count())
                .isGreaterThanOrEqualTo(17);
    }

    /** The codes and names of the list stand in every geography it says, so that none of its lines is dead. */
    @Test
    void everyMountainIsAnArrondissementOfItsYears() throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String[] line : lines(Files.readString(RealData.path("geo/cog/2024/arrondissements.csv")), ",")) {
            names.put(line[0], line[7]);
        }
        for (Map<String, String> row : CodeList.read("arrondissement_montagne").rows()) {
            assertThat(names).containsEntry(row.get("code"), row.get("libelle"));
        }
        for (int year = 2021; year <= 2024; year++) {
            List<String> codes =
                    lines(Files.readString(RealData.path("geo/cog/" + year + "/communes.csv")), ",").stream()
                            .map(line -> line[5])
                            .distinct()
                            .toList();
            assertThat(codes)
                    .containsAll(CodeList.read("arrondissement_montagne").codes());
        }
    }

    @Test
    void aCommuneIsAsHighAsItsArrondissement() throws Exception {
        Map<String, String> reliefs = PointsReels.read().stream()
                .collect(Collectors.toMap(PointCommune::code, PointCommune::relief, (a, b) -> a));
        assertThat(reliefs)
                .containsEntry("05023", "haute_montagne")
                .containsEntry("38185", "moyenne_montagne")
                .containsEntry("75056", "plaine");
    }

    private static Ecart ecart(Estimation estimation, String[] connu) {
        Point from = estimation.communes().get(estimation.numero(connu[1])).point();
        Point to = estimation.communes().get(estimation.numero(connu[2])).point();
        Trajet trajet = estimation.entre(from, to);
        assertThat(estimation.entre(to, from).minutes()).isCloseTo(trajet.minutes(), withinPercentage(1));
        return new Ecart(
                connu[3],
                connu[4],
                trajet.distanceRouteM() / (Double.parseDouble(connu[5]) * 1000) - 1,
                trajet.minutes() / Double.parseDouble(connu[6]) - 1);
    }

    private static List<String[]> connus() throws IOException {
        try (var in = RealTrajetsTest.class.getResourceAsStream("/trajets/trajets_connus.csv")) {
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8), ";");
        }
    }

    private static List<String[]> lines(String text, String separator) {
        return text.lines().skip(1).map(line -> line.split(separator, -1)).toList();
    }
}
