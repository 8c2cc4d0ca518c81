package fr.maillage.silver.perimetre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.Pipeline;
import fr.maillage.cli.Typed;
import fr.maillage.example.Exemple;
import fr.maillage.source.Formats;
import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Ingestion;
import fr.maillage.source.ingestion.Outcome;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.TableBuilt;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Perimeters a person brings to the example, from their files to the indicators that follow. */
@SparkTest
class PerimetresDeBoutEnBoutTest {

    @TempDir
    private static Path folder;

    private static Warehouse warehouse;

    @BeforeAll
    static void buildTheExampleWithPerimeters(SparkSession spark) throws IOException {
        warehouse = Warehouse.at(folder.resolve("entrepot").toString());
        Exemple.write(folder.resolve("exemple"));
        List<String> codes = firstCommunes(folder.resolve("exemple/contours/2025"));
        Path files = Files.createDirectories(folder.resolve("perimetres"));
        Files.writeString(files.resolve("territoires.csv"), """
                identifiant;nom;proprietaire;date_debut;date_fin;type;millesime;communes;centre;rayon_m;minutes;union_de
                deux;Deux communes;ARS;2024-01-01;;communes;;%1$s %2$s;;;;
                vingt;À vingt kilomètres;ARS;2024-01-01;;rayon;;;%1$s;20000;;
                tout;Les deux;ARS;2024-01-01;;union;;;;;;deux vingt
                nulle-part;Nulle part;ARS;2024-01-01;;rayon;;;-30 40;1000;;
                """.formatted(codes.get(0), codes.get(1)));
        Files.writeString(files.resolve("perimetre.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":
                {"identifiant":"pays","nom":"Le pays","proprietaire":"ARS","date_debut":"2024-01-01"},
                "geometry":{"type":"Polygon","coordinates":[[[-10,40],[12,40],[12,52],[-10,52],[-10,40]]]}}]}
                """);
        List<FileReport> reports = new Ingestion(warehouse, Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(folder.resolve("exemple"), files), new Ingestion.Options(null, false, Duration.ZERO));
        assertThat(reports.stream().filter(file -> file.outcome() == Outcome.LANDED))
                .hasSizeGreaterThan(2);
        BuildReport built = new Pipeline(warehouse, Map.of("hexagones_km", "20"))
                .build(
                        List.of("gold/offre_par_territoire", "gold/territoire_touche"),
                        Duration.ZERO,
                        BuildListener.SILENT);
        assertThat(built.tables().stream().filter(TableBuilt::failed).map(TableBuilt::message))
                .isEmpty();
    }

    private static List<String> firstCommunes(Path contours) throws IOException {
        try (Stream<Path> files = Files.list(contours)) {
            String text = Files.readString(files.sorted().findFirst().orElseThrow());
            return Pattern.compile("\"code\":\"([0-9]{5})\"")
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .limit(2)
                    .toList();
        }
    }

    @Test
    void indicatorsFollow() {
        assertThat(sql(
                        "SELECT code_territoire, libelle_territoire, population > 0 AS peuple, nb_etablissements > 0 AS equipe"
                                + " FROM gold.offre_par_territoire WHERE niveau = 'territoire_declare' AND perimetre = 'tous'"
                                + " AND niveau_categorie = 'ensemble' ORDER BY ALL"))
                .containsExactly(
                        "code_territoire,libelle_territoire,peuple,equipe",
                        "deux,Deux communes,true,false",
                        "pays,Le pays,true,true",
                        "tout,Les deux,true,true",
                        "vingt,À vingt kilomètres,true,true");
    }

    /** Two establishments name communes that are none. */
    @Test
    void aPerimeterAroundTheCountryAndTheCellsOfAGridHoldAllThatIsInACommune() {
        assertThat(sql("SELECT niveau, sum(nb_etablissements) AS nb FROM gold.offre_par_territoire"
                        + " WHERE (niveau IN ('hexagone_20', 'commune', 'national') OR code_territoire = 'pays')"
                        + " AND perimetre = 'tous' AND niveau_categorie = 'ensemble' GROUP BY ALL ORDER BY ALL"))
                .containsExactly(
                        "niveau,nb", "commune,998", "hexagone_20,998", "national,1000", "territoire_declare,998");
        assertThat(sql("SELECT count(DISTINCT population) AS nb FROM silver.territoire"
                        + " WHERE niveau = 'national' OR code_territoire = 'pays'"))
                .containsExactly("nb", "1");
    }

    @Test
    void whatAPerimeterTouchesIsCounted() {
        assertThat(sql("SELECT niveau_touche, nb_touches, nb_entiers, nb_en_partie FROM gold.territoire_touche"
                        + " WHERE code_territoire = 'vingt' ORDER BY ALL"))
                .containsExactly(
                        "niveau_touche,nb_touches,nb_entiers,nb_en_partie",
                        "commune,56,39,17",
                        "departement,1,0,1",
                        "epci,3,1,2",
                        "region,1,0,1");
    }

    @Test
    void whatCannotBeIsSetAsideWithItsReason() {
        assertThat(sql("SELECT regle, fichier, ligne FROM silver.rejet WHERE \"table\" = 'silver.territoire_declare'"))
                .containsExactly("regle,fichier,ligne", "perimetre_hors_pays,territoires.csv,5");
        assertThat(sql("SELECT count(*) AS nb FROM silver.territoire_declare WHERE code_territoire = 'nulle-part'"))
                .containsExactly("nb", "0");
    }

    private static List<String> sql(String query) {
        Typed typed = Typed.run("sql", "--warehouse", warehouse.root().toString(), "--format", "csv", query);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out().lines().toList();
    }
}
