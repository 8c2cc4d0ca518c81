package fr.maillage.source.ess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.finess.Landed;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiaeTest {

    private static final Siae FORMAT = new Siae();
    private static final String TWO = """
            [{"model": "siaes.siae", "pk": 1, "fields": {"siret": "12345678200016", "kind": "ACI", "name": "ESSAI", "geocoding_score": 0.8,
              "updated_at": "2020-11-01T10:00:00Z", "brand": ""}},
             {"model": "siaes.siae", "pk": 2, "fields": {"kind": "EI", "updated_at": "2020-12-18T10:40:16.387Z", "coords": null}}]
            """;

    @TempDir
    private Path folder;

    @Test
    void isDatedByTheNewestChangeOfARecord() throws IOException {
        assertThat(Landed.of(folder, "structures.json", TWO).recognisedBy(FORMAT))
                .contains(new Recognised("siae-inclusion", LocalDate.of(2020, 12, 18), "newest change of a record"));
        assertThat(Landed.of(folder, "autre.json", "[{\"model\": \"autre.chose\"}]")
                        .recognisedBy(FORMAT))
                .isEmpty();
    }

    @Test
    void keepsEveryValueAsText() throws IOException {
        List<SourceRecord> records = Landed.of(folder, "structures.json", TWO).records(FORMAT, Bronze.SIAE);

        assertThat(value(records.get(0), "pk")).isEqualTo("1");
        assertThat(value(records.get(0), Columns.SIRET)).isEqualTo("12345678200016");
        assertThat(value(records.get(0), "geocoding_score")).isEqualTo("0.8");
        assertThat(value(records.get(1), "coords")).isNull();
    }

    @Test
    void setsAsideWhatIsNoStructureAndRefusesWhatIsCut() throws IOException {
        List<SourceRecord> records = Landed.of(folder, "a.json", TWO.replaceFirst("siaes.siae", "siaes.convention"))
                .records(FORMAT, Bronze.SIAE);

        assertThat(records).extracting(SourceRecord::brokenRule).containsExactly("enregistrement_illisible", null);
        Landed cut = Landed.of(folder, "b.json", TWO.substring(0, TWO.length() - 40));
        assertThatThrownBy(() -> cut.records(FORMAT, Bronze.SIAE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("b.json is cut or no JSON after record");
    }

    @Test
    void readsTheExportOfDecember2020() throws IOException {
        Landed file = Landed.of(folder, "siaes.json", Files.readAllBytes(RealData.path("ess/02_siaes.json")));

        assertThat(file.recognisedBy(FORMAT)).isPresent();
        Map<Object, Long> kinds = file.records(FORMAT, Bronze.SIAE).stream()
                .collect(Collectors.groupingBy(record -> value(record, "kind"), Collectors.counting()));
        assertThat(kinds).isEqualTo(Map.of("ACI", 1815L, "EI", 944L, "AI", 620L, "ETTI", 299L, "GEIQ", 172L, "EA", 3L));
    }

    private static Object value(SourceRecord record, String column) {
        return Landed.value(record, Bronze.SIAE, column);
    }
}
