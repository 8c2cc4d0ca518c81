package fr.maillage.source.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.source.finess.DocumentPlus.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sound documents of FINESS+ hold: their records, their day, and the real extracts. */
class FinessPlusTest {

    @TempDir
    private Path folder;

    @Test
    void givesARowPerRecordOfEverySectionAndOneForTheDocument() throws IOException {
        List<SourceRecord> records = read(folder, document(UN_GCO, UN_GCC));

        assertThat(records).extracting(record -> value(record, SECTION)).containsExactly("gco", "gcc", "document");
        assertThat(records).extracting(SourceRecord::line).containsExactly(1L, 2L, 3L);
        assertThat(at(records.get(0), "gco.typegco")).isEqualTo("003");
        assertThat(at(records.get(1), "gcc.nomgcc")).isEqualTo("21-52 Côte d'Or");
        assertThat(value(records.get(2), SCHEMAVERSION)).isEqualTo("v1.0.0");
        assertThat(value(records.get(2), GENERATEDAT)).isEqualTo("2026-08-13T22:07:30.574916747Z");
        assertThat(derives(records)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "finess-structures-journalier-20260813.json.gz, 2026-08-13",
        "finess-structures-mensuel-202607.json.gz,      2026-07-31",
        "finess-structures-annuel-2026.json,            2026-12-31",
        "structures.json,                               ",
    })
    void takesItsDayFromTheNameWhereTheDocumentTellsNone(String name, LocalDate day) throws IOException {
        var recognised = Landed.of(folder, name, "{\"gco\": [" + UN_GCO + "]}").recognisedBy(FinessPlus.STRUCTURES);

        assertThat(recognised.orElseThrow().vintage()).isEqualTo(day);
    }

    @Test
    void takesItsDayFromWhenItWasGeneratedInFrance() throws IOException {
        Landed file = Landed.of(folder, "finess-structures-mensuel-202607.json", document(UN_GCO, UN_GCC));

        assertThat(file.recognisedBy(FinessPlus.STRUCTURES).orElseThrow().vintage())
                .isEqualTo("2026-08-14");
        assertThat(file.recognisedBy(FinessPlus.ACTIVITES)).isEmpty();
    }

    @Test
    void readsMetadataAsAnObjectAsTheSchemaHasIt() throws IOException {
        String document = "{\"metadata\": {\"schemaVersion\": \"v1.0.0\", \"generatedAt\": \"2026-08-13T02:07:30Z\"},"
                + " \"pmej\": [], \"gcc\": [], \"gco\": [" + UN_GCO + "]}";
        List<SourceRecord> records = read(folder, document);

        assertThat(value(records.get(1), GENERATEDAT)).isEqualTo("2026-08-13T02:07:30Z");
        assertThat(derives(records)).isEmpty();
        assertThat(Landed.of(folder, "x.json", document)
                        .recognisedBy(FinessPlus.STRUCTURES)
                        .orElseThrow()
                        .vintage())
                .isEqualTo("2026-08-13");
    }

    @Test
    void keepsTheOrderOfManyRecords() throws IOException {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> UN_GCO.replace("403", Integer.toString(i)))
                .collect(Collectors.joining(",\r\n"));
        List<SourceRecord> records = read(folder, document(many, UN_GCC));

        assertThat(records).hasSize(20_002);
        assertThat(records.subList(0, 20_000))
                .allMatch(record -> at(record, "gco.pmsmsseid").equals(Long.toString(record.line() - 1)));
    }

    @Test
    void readsTheRealExtractOfStructures() throws IOException {
        var probe = Probes.of(
                RealData.path("finess/finess-plus-202607/finess-structures-mensuel-202607-echantillon_json.gz"),
                "finess-structures-mensuel-202607.json.gz");
        assertThat(FinessPlus.STRUCTURES.recognise(probe).orElseThrow().vintage())
                .isEqualTo("2026-08-13");
        List<SourceRecord> records = Probes.records(FinessPlus.STRUCTURES, probe, TABLE);

        assertThat(records.stream().collect(Collectors.groupingBy(r -> value(r, SECTION), Collectors.counting())))
                .containsOnly(
                        java.util.Map.entry("pmej", 30L),
                        java.util.Map.entry("gco", 3L),
                        java.util.Map.entry("gcc", 1L),
                        java.util.Map.entry("document", 1L));
        assertThat(records.stream()
                        .filter(r -> value(r, SECTION).equals("pmej"))
                        .mapToInt(r -> ((Object[][]) at(r, "pmej.ege")).length)
                        .sum())
                .isEqualTo(1_753);
        assertThat(derives(records)).isEmpty();
    }

    @Test
    void readsTheRealExtractOfActivities() throws IOException {
        var probe = Probes.of(
                RealData.path("finess/finess-plus-202607/finess-activites-mensuel-202607-echantillon_json.gz"),
                "finess-activites-mensuel-202607.json.gz");
        assertThat(FinessPlus.STRUCTURES.recognise(probe)).isEmpty();
        assertThat(FinessPlus.ACTIVITES.recognise(probe).orElseThrow().vintage())
                .isEqualTo("2026-08-18");
        List<SourceRecord> records = Probes.records(FinessPlus.ACTIVITES, probe, Bronze.FINESS_PLUS_ACTIVITE);

        assertThat(records).hasSize(29).allMatch(record -> record.brokenRule() == null);
        assertThat(derives(records, Bronze.FINESS_PLUS_ACTIVITE)).isEmpty();
    }
}
