package fr.maillage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.maillage.schemas.Silver;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import fr.maillage.warehouse.Publication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class AnomaliesTest {

    @TempDir
    static Path folder;

    private static FabricatedWarehouse fabricated;
    private static Publication publication;

    @BeforeAll
    static void fabricate(SparkSession spark) {
        fabricated = new FabricatedWarehouse(spark, folder.resolve("warehouse"))
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et
                        010000001
                        010000002
                        010000003
                        2A0000004
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej
                        010000016
                        010000024
                        """)
                .with(Silver.ANOMALIE, """
                        regle          | gravite | categorie_controle | contexte_controle | type_objet | numero_finess | nom   | champ       | valeur_publiee | preuve            | code_departement | longitude | latitude | source
                        siret_absent   | info    | completude         | verification      | EG         | 010000001     | FOYER | siret       |                |                   | 01               | 5.2       | 46.2     | finess-plus-structures
                        siret_absent   | info    | completude         | verification      | EG         | 010000002     | A;B   | siret       |                |                   | 01               |           |          | finess-plus-structures
                        siret_invalide | erreur  | conformite_valeur  | verification      | EG         | 2A0000004     | EHPAD | siret       | 123            |                   | 2A               | 8.7       | 41.9     | finess-plus-structures
                        siren_invalide | erreur  | conformite_valeur  | verification      | PM         | 010000016     | =1+1  | siren       | 779309195      | connu=oui         | 01               |           |          | finess-flux
                        """);
        publication = fabricated.publish();
    }

    @Test
    void countsByRuleTheGravestFirstWithShareAndSamples() throws SQLException {
        StringWriter out = new StringWriter();

        OutputFormat.CSV.write(Anomalies.of(fabricated.warehouse(), publication).rows(false), new PrintWriter(out));

        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "siren_invalide,erreur,conformite_valeur,verification,PM,1,50,010000016 779309195,Le SIREN n’a pas neuf chiffres ou sa clé est fausse.",
                        "siret_invalide,erreur,conformite_valeur,verification,EG,1,25,2A0000004 123,Le SIRET n’a pas quatorze chiffres ou sa clé est fausse.",
                        "siret_absent,information,completude,verification,EG,2,50,\"010000001, 010000002\",L’établissement ouvert n’a pas de SIRET.");
    }

    @Test
    void writesTheLocatedOnesAsGeoJson() throws SQLException, IOException {
        Path file = folder.resolve("maps/anomalies.geojson");

        AnomaliesGeoJson.write(fabricated.warehouse(), publication, file, true);

        JsonNode features = new ObjectMapper().readTree(file.toFile()).get("features");
        assertThat(features).hasSize(2);
        assertThat(features.get(0).at("/geometry/coordinates").toString()).isEqualTo("[5.2,46.2]");
        assertThat(features.get(0).at("/properties/numero_finess").asText()).isEqualTo("010000001");
        assertThat(features.get(0).at("/properties/phrase").asText()).isEqualTo("The open establishment has no SIRET.");
        assertThat(features.get(1).at("/properties/valeur").asText()).isEqualTo("123");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesAFileToSendForEachProducerAndDepartement() throws SQLException, IOException {
        Path dir = folder.resolve("envoi");

        List<Path> written = AnomaliesAEnvoyer.write(fabricated.warehouse(), publication, dir, false);

        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "finess-flux-01-anomalies.csv",
                        "finess-plus-structures-01-anomalies.csv",
                        "finess-plus-structures-2A-anomalies.csv");
        assertThat(Files.readString(written.get(1)))
                .isEqualTo("\ufeffnumero_finess;nom;regle;gravite;phrase;champ;valeur;preuve\r\n"
                        + "010000001;FOYER;siret_absent;info;L’établissement ouvert n’a pas de SIRET.;siret;;\r\n"
                        + "010000002;\"A;B\";siret_absent;info;L’établissement ouvert n’a pas de SIRET.;siret;;\r\n");
        assertThat(Files.readString(written.get(0))).contains("010000016;'=1+1;siren_invalide");
    }

    @ParameterizedTest
    @CsvSource({"-12.5, -12.5", "-A, '''-A'", "'@x', '''@x'", "'a\"b', '\"a\"\"b\"'"})
    void keepsSpreadsheetsFromReadingFormulas(String text, String cell) {
        assertThat(AnomaliesAEnvoyer.cell(text)).isEqualTo(cell);
    }
}
