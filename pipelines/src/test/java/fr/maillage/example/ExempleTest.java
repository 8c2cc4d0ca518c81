package fr.maillage.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.source.Formats;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import fr.maillage.source.ingestion.Outcome;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class ExempleTest {

    @TempDir
    private static Path folder;

    private static Territoire territoire;
    private static Registre registre;

    @BeforeAll
    static void writeIt() {
        Exemple.write(folder);
        territoire = Territoire.fictif();
        registre = Registre.of(territoire);
    }

    @Test
    void comesOutTheSameEveryTime(@TempDir Path again) throws IOException {
        Exemple.write(again);

        assertThat(contents(again)).containsExactlyEntriesOf(contents(folder));
    }

    @Test
    void hasThePromisedNumbers() {
        assertThat(rows("finess/etalab-cs1100502-stock-20260106-0336.csv", "structureet"))
                .hasSize(Exemple.ETABLISSEMENTS);
        assertThat(rows("finess/etalab-cs1100502-stock-20250107-0336.csv", "structureet"))
                .hasSize(994);
        assertThat(rows("cog/2025/v_commune_2025.csv", "COM")).hasSize(Exemple.COMMUNES);
        assertThat(column("declarations/cooperations.csv", 0))
                .hasSize(1
                        + Exemple.COOPERATIONS
                        + Defaut.COOPERATION_AUX_DATES_INVERSEES.nombre()
                        + Defaut.FORME_INCONNUE.nombre());
        assertThat(territoire.communes().stream().map(Commune::epci).distinct()).hasSize(Exemple.EPCI);
    }

    @Test
    void hasAddressesThatPlaceEstablishmentsWithoutAPosition() {
        List<Etablissement> unplaced = registre.publies(Exemple.SECONDE_DIFFUSION).stream()
                .filter(e -> Defaut.SANS_POSITION.falls(e.rang()))
                .filter(e -> e.commune().departement().equals(FichierBan.DEPARTEMENT))
                .toList();

        assertThat(unplaced).hasSize(2);
        assertThat(column("ban/2026-01-06/adresses-96.csv", 6))
                .contains(unplaced.stream().map(e -> e.commune().code()).toArray(String[]::new))
                .filteredOn(code -> !code.equals("code_insee"))
                .allMatch(code -> code.startsWith(FichierBan.DEPARTEMENT));
    }

    @Test
    void usesNoCodeThatIsReal() {
        Set<String> departements = territoire.communes().stream()
                .map(c -> c.code().substring(0, 2))
                .collect(Collectors.toSet());

        assertThat(departements).containsExactlyInAnyOrder("96", "99", "00");
        assertThat(rows("finess/etalab-cs1100501-stock-20260106-0331.csv", "structureej"))
                .allSatisfy(e -> assertThat(e[20]).startsWith("0000"));
    }

    @Test
    void numbersCarryTheirControlDigit() {
        assertThat(rows("finess/etalab-cs1100502-stock-20260106-0336.csv", "structureet"))
                .allSatisfy(e -> {
                    assertThat(Numeros.isLuhn(e[1])).isTrue();
                    assertThat(Numeros.isLuhn(e[22])).isTrue();
                    assertThat(Numeros.isLuhn(e[22].substring(0, 9))).isTrue();
                });
    }

    @Test
    void contoursNeitherOverlapNorLeaveGaps() {
        Geometry[] contours =
                territoire.communes().stream().map(Commune::contour).toArray(Geometry[]::new);

        assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(contours)))
                .isFalse();
        assertThat(Arrays.stream(contours).allMatch(Geometry::isValid)).isTrue();
        assertThat(Arrays.stream(contours).anyMatch(c -> c.getNumGeometries() > 1))
                .isTrue();
        assertThat(Arrays.stream(contours)
                        .anyMatch(c -> c instanceof Polygon polygon && polygon.getNumInteriorRing() == 1))
                .isTrue();
    }

    @Test
    void establishmentsStandInTheirCommune() {
        GeometryFactory points = new GeometryFactory();

        assertThat(registre.etablissements()).allSatisfy(e -> assertThat(e.commune()
                        .contour()
                        .contains(points.createPoint(new org.locationtech.jts.geom.Coordinate(e.x(), e.y()))))
                .isTrue());
    }

    @Test
    void noCooperationReachesTheWhiteZones() {
        Set<EntiteJuridique> members = Adhesions.of(registre).stream()
                .filter(m -> m.etablissement() != null
                        && m.identifiant()
                                .endsWith(m.etablissement().gestionnaire().numero()))
                .map(m -> m.etablissement().gestionnaire())
                .collect(Collectors.toSet());

        assertThat(registre.etablissements().stream()
                        .filter(e -> Exemple.ZONES_BLANCHES.contains(
                                e.commune().epci().nom())))
                .isNotEmpty()
                .noneMatch(e -> members.contains(e.gestionnaire()));
        assertThat(registre.cooperations().stream()
                        .flatMap(c -> c.epci().stream().map(Epci::nom)))
                .doesNotContainAnyElementsOf(Exemple.ZONES_BLANCHES);
    }

    @Test
    void hasTheDefectsOfRealFiles() {
        List<String[]> second = rows("finess/etalab-cs1100507-stock-20260106-0338.csv", "structureet");
        List<String[]> positions = rows("finess/etalab-cs1100507-stock-20260106-0338.csv", "geolocalisation");

        assertThat(second.stream().filter(e -> e.length < 32)).hasSize(Defaut.LARGEUR_DE_LIGNE.nombre());
        assertThat(second.stream().filter(e -> e.length > 32)).hasSize(Defaut.POINT_VIRGULE_EN_TROP.nombre());
        assertThat(second.stream().filter(e -> e[3].startsWith("DOUBLON"))).hasSize(Defaut.NUMERO_EN_DOUBLE.nombre());
        assertThat(second.stream().filter(e -> e[3].contains("\"\""))).hasSize(Defaut.GUILLEMETS_DOUBLES.nombre());
        assertThat(second.stream().filter(e -> e.length >= 32 && e[18].equals("799")))
                .hasSize(Defaut.CATEGORIE_INCONNUE.nombre());
        assertThat(second.stream().filter(e -> e[12].equals("999"))).hasSize(Defaut.COMMUNE_INCONNUE.nombre());
        assertThat(second.stream().filter(e -> e.length >= 32 && e[28].equals("2019-02-31")))
                .hasSize(Defaut.DATE_IMPOSSIBLE.nombre());
        assertThat(positions).hasSize(Exemple.ETABLISSEMENTS - Defaut.SANS_POSITION.nombre());
        assertThat(positions.stream().filter(p -> Double.parseDouble(p[2]) > 5e6))
                .hasSize(Defaut.AXES_INVERSES.nombre());
        assertThat(positions.stream().filter(p -> Double.parseDouble(p[2]) < 0))
                .hasSize(Defaut.POSITION_EN_DEGRES.nombre());
        assertThat(column("population/donnees_communes_pop2023_geo2025.csv", 8).stream()
                        .filter("0"::equals))
                .hasSize(Defaut.COMMUNE_SANS_HABITANT.nombre());
    }

    @Test
    void socialEquipmentHasPlacesThatChangeAndTheDefectsOfRealFiles() {
        List<String[]> first = rows("finess/etalab-cs1100505-stock-20250107-0341.csv", "equipementsocial");
        List<String[]> second = rows("finess/etalab-cs1100505-stock-20260106-0341.csv", "equipementsocial");
        Set<String> etablissements = rows("finess/etalab-cs1100502-stock-20260106-0336.csv", "structureet").stream()
                .map(e -> e[1])
                .collect(Collectors.toSet());
        Map<String, String> before =
                first.stream().collect(Collectors.toMap(ExempleTest::triplet, line -> line[18], (a, b) -> a));

        assertThat(second).hasSizeGreaterThan(1_000).allSatisfy(line -> {
            assertThat(line).hasSize(28);
            assertThat(etablissements).contains(line[1]);
        });
        assertThat(second.stream().filter(line -> line[15].equals("O"))).hasSize(Defaut.EQUIPEMENT_SUPPRIME.nombre());
        assertThat(second.stream().filter(line -> line[9].isEmpty() && !line[18].isEmpty()))
                .hasSize(Defaut.PLACES_NON_DECLAREES.nombre());
        assertThat(second.size()
                        - second.stream().map(ExempleTest::triplet).distinct().count())
                .isEqualTo(Defaut.EQUIPEMENT_EN_DOUBLE.nombre());
        assertThat(second.stream()
                        .filter(line -> before.containsKey(triplet(line))
                                && !before.get(triplet(line)).equals(line[18])))
                .hasSizeBetween(50, 200);
    }

    private static String triplet(String[] line) {
        return String.join(";", line[1], line[2], line[4], line[6]);
    }

    @Test
    void activityHasTheDefectsOfUploads() {
        List<String[]> lines = lines("declarations/activite-2025.csv")
                .map(line -> line.split(";", -1))
                .filter(line -> line.length == 7)
                .toList();

        assertThat(lines.stream().filter(l -> l[4].startsWith("-"))).hasSize(Defaut.HEURES_NEGATIVES.nombre());
        assertThat(lines.stream().filter(l -> l[2].equals("coiffure"))).hasSize(Defaut.SERVICE_INCONNU.nombre());
        assertThat(lines.stream().filter(l -> l[1].endsWith("-13"))).hasSize(Defaut.MOIS_ILLISIBLE.nombre());
        assertThat(lines.stream().filter(l -> l[3].equals("96999"))).hasSize(Defaut.ACTIVITE_HORS_COG.nombre());
    }

    @Test
    void oneMemberOnlyLeavesBeforeItJoins() {
        assertThat(lines("declarations/membres.csv")
                        .map(line -> line.split(";", -1))
                        .filter(m -> m.length == 5 && m[4].matches("[0-9-]+") && m[4].compareTo(m[3]) < 0))
                .hasSize(Defaut.MEMBRE_AUX_DATES_INVERSEES.nombre());
    }

    @Test
    void everyFileIsOfAKnownFormat(@TempDir Path entrepot) {
        List<FileReport> reports = new Ingestion(Warehouse.at(entrepot.toString()), Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(folder), new Ingestion.Options(null, true, Duration.ZERO));

        assertThat(reports.stream().filter(r -> r.outcome() != Outcome.READABLE))
                .extracting(r -> Path.of(r.chemin()).getFileName().toString(), FileReport::outcome)
                .containsExactly(tuple("LISEZMOI.txt", Outcome.UNKNOWN));
        assertThat(reports.stream().mapToLong(FileReport::unreadable).sum())
                .isEqualTo(Defaut.LARGEUR_DE_LIGNE.nombre());
    }

    private static List<String> column(String file, int at) {
        return lines(file)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", -1)[at])
                .toList();
    }

    private static List<String[]> rows(String file, String firstCell) {
        return lines(file)
                .map(line -> line.split(file.startsWith("cog") ? "," : ";", -1))
                .filter(cells -> cells[0].equals(firstCell))
                .toList();
    }

    private static Stream<String> lines(String file) {
        Charset charset = file.contains("cs1100502-stock-2025") ? Dossier.WINDOWS_1252 : StandardCharsets.UTF_8;
        try {
            return Files.readString(folder.resolve(file), charset).lines();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
