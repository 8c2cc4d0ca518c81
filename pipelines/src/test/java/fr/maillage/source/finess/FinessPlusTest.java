package fr.maillage.source.finess;

import static fr.maillage.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinessPlusTest {

    private static final TableContract TABLE = Bronze.FINESS_PLUS_STRUCTURE;
    private static final String GCO =
            "{\"pmSmsseId\": \"403\", \"typeGco\": \"003\", \"pmejDuGco\": [], \"egeDuGco\": []}";
    private static final String GCC = """
            {"gccId": "1", "nomGcc": "21-52 Côte d'Or", "typeGcc": "001", "numFinessGcc": "49824516535", "engagement": [],
             "evenement": [], "pmejDuGcc": [{"pmSmsseId": "9", "typeRoleEntiteGroupe": "S"}], "egeDuGcc": [],
             "etatObjet": "A", "dateDerniereMaj": "1900-01-01 00:00:00"}""";

    @TempDir
    private Path folder;

    @Test
    void givesARowPerRecordOfEverySectionAndOneForTheDocument() throws IOException {
        List<SourceRecord> records = read(document(GCO, GCC));

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
        var recognised = Landed.of(folder, name, "{\"gco\": [" + GCO + "]}").recognisedBy(FinessPlus.STRUCTURES);

        assertThat(recognised.orElseThrow().vintage()).isEqualTo(day);
    }

    @Test
    void takesItsDayFromWhenItWasGeneratedInFrance() throws IOException {
        Landed file = Landed.of(folder, "finess-structures-mensuel-202607.json", document(GCO, GCC));

        assertThat(file.recognisedBy(FinessPlus.STRUCTURES).orElseThrow().vintage())
                .isEqualTo("2026-08-14");
        assertThat(file.recognisedBy(FinessPlus.ACTIVITES)).isEmpty();
    }

    @Test
    void readsMetadataAsAnObjectAsTheSchemaHasIt() throws IOException {
        String document = "{\"metadata\": {\"schemaVersion\": \"v1.0.0\", \"generatedAt\": \"2026-08-13T02:07:30Z\"},"
                + " \"pmej\": [], \"gcc\": [], \"gco\": [" + GCO + "]}";
        List<SourceRecord> records = read(document);

        assertThat(value(records.get(1), GENERATEDAT)).isEqualTo("2026-08-13T02:07:30Z");
        assertThat(derives(records)).isEmpty();
        assertThat(Landed.of(folder, "x.json", document)
                        .recognisedBy(FinessPlus.STRUCTURES)
                        .orElseThrow()
                        .vintage())
                .isEqualTo("2026-08-13");
    }

    @Test
    void readsOneGroupingInPlaceOfAList() throws IOException {
        List<SourceRecord> records = read("{\"schemaVersion\": \"v1\", \"generatedAt\": \"x\", \"gco\": " + GCO
                + ", \"gcc\": null, \"pmej\": []}");

        assertThat(at(records.get(0), "gco.pmsmsseid")).isEqualTo("403");
        assertThat(derives(records)).containsExactly("gco retype 1 {}");
    }

    @Test
    void readsTheExternalNumberOfAGroupingUnderBothNames() throws IOException {
        String renamed = GCC.replace("numFinessGcc", "gccIdentifiantExterne");
        List<SourceRecord> records = read(document(GCO, renamed));

        assertThat(at(records.get(1), "gcc.gccidentifiantexterne")).isEqualTo("49824516535");
        assertThat(derives(records)).isEmpty();
    }

    @Test
    void readsTheNatureOfSocialActivitiesUnderBothNames() throws IOException {
        String written = activites("ASMR", "typeActiviteAMSR");
        String bySchema = activites("AMSR", "typeActiviteASMR");

        assertThat(derivesOfActivites(written)).isEmpty();
        assertThat(derivesOfActivites(bySchema)).isEmpty();
    }

    @Test
    void reportsWhatIsNotAsTheContractSaysAndKeepsIt() throws IOException {
        String gco = "{\"pmSmsseId\": 403, \"typeGco\": \"009\", \"pmejDuGco\": {\"pmSmsseId\": \"7\","
                + " \"typeRoleEntiteGroupe\": {\"code\": \"M\"}}, \"chef\": [1, 2]}";
        List<SourceRecord> records = read(document(gco, GCC));

        assertThat(derives(records))
                .containsExactly(
                        "gco.pmsmsseid retype 1 403",
                        "gco.typegco code_nouveau 1 009",
                        "gco.pmejdugco retype 1 {}",
                        "gco.pmejdugco[].typeroleentitegroupe retype 1 {\"code\": \"M\"}",
                        "gco.chef inconnu 1 [1, 2]",
                        "gco.egedugco absent 1 null");
        assertThat(at(records.get(0), "gco.pmsmsseid")).isEqualTo("403");
        Object[][] members = (Object[][]) at(records.get(0), "gco.pmejdugco");
        assertThat(members[0]).containsExactly("7", "{\"code\": \"M\"}");
    }

    @Test
    void reportsUnknownAndMissingMembersOfTheRoot() throws IOException {
        assertThat(derives(read("{\"gco\": [" + GCO + "], \"gcc\": [], \"suite\": {\"page\": 2}}")))
                .containsExactly(
                        "suite inconnu 1 {\"page\":2}",
                        "generatedat absent 1 null",
                        "schemaversion absent 1 null",
                        "pmej absent 1 null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pmSmsseId\": \"4\" \"typeGco\": \"003\"}", "{\"pmSmsseId\": \"4\", }", "{\"a\": tru}"})
    void setsAsideARecordThatIsNoJsonAndReadsTheOthers(String spoilt) throws IOException {
        List<SourceRecord> records = read(document(GCO + "," + spoilt + "," + GCO, GCC));

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly(null, "json_illisible", null, null, null);
        assertThat(records.get(1).text()).isEqualTo(spoilt);
    }

    @Test
    void setsAsideWhatIsNoObjectAndWhatIsNestedTooDeep() throws IOException {
        String deep = "{\"a\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        List<SourceRecord> records = read(document("12, null, \"texte]\"," + deep + "," + GCO, GCC));

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly("objet_attendu", "objet_attendu", "objet_attendu", "json_illisible", null, null, null);
    }

    @Test
    void setsAsideARecordLargerThanMemoryShouldHold() throws IOException {
        String huge = "{\"pmSmsseId\": \"" + "9".repeat((64 << 20) + 5) + "\"}";
        List<SourceRecord> records = read(document(huge + "," + GCO, GCC));

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly("enregistrement_demesure", null, null, null);
        assertThat(records.get(0).text()).hasSize(1 << 16);
    }

    @Test
    void understandsBracketsQuotesAndEscapesInTexts() throws IOException {
        String name = "A \\\"B]}\\\\\\\\\\\" {[ \\u00e9\\n";
        List<SourceRecord> records = read(document(GCO, GCC.replace("21-52 Côte d'Or", name)));

        assertThat(at(records.get(1), "gcc.nomgcc")).isEqualTo("A \"B]}\\\\\" {[ é\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
    void readsOtherEncodings(String encoding) throws IOException {
        String mark = encoding.equals("windows-1252") ? "" : "\ufeff";
        byte[] bytes = (mark + document(GCO, GCC)).getBytes(Charset.forName(encoding));
        Landed file = Landed.of(folder, "structures.json", bytes);

        assertThat(file.recognisedBy(FinessPlus.STRUCTURES)).isPresent();
        assertThat(at(file.records(FinessPlus.STRUCTURES, TABLE).get(1), "gcc.nomgcc"))
                .isEqualTo("21-52 Côte d'Or");
    }

    @Test
    void refusesADocumentThatIsCutWhereverItIs() throws IOException {
        String document = document(GCO, GCC);
        for (int length = document.indexOf("\"gco\""); length < document.length() - 1; length += 7) {
            Landed cut = Landed.of(folder, "cut.json", document.substring(0, length));
            assertThatThrownBy(() -> cut.records(FinessPlus.STRUCTURES, TABLE))
                    .isInstanceOf(BrokenFile.class)
                    .hasMessageContaining("cut.json");
        }
    }

    @Test
    void refusesADocumentWithoutARecord() throws IOException {
        Landed empty = Landed.of(folder, "vide.json", "{\"gco\": [], \"gcc\": [], \"pmej\": []}");

        assertThatThrownBy(() -> empty.records(FinessPlus.STRUCTURES, TABLE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("no record");
    }

    @Test
    void neverCrashesOnFlippedBytesAndAlwaysTellsTheSame() throws IOException {
        byte[] sound = document(GCO + "," + GCO, GCC).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            byte[] flipped = sound.clone();
            for (int i = 0; i < 3; i++) {
                flipped[random.nextInt(flipped.length)] = (byte) "{}[]\",:\\x\0é".charAt(random.nextInt(11));
            }
            Landed file = Landed.of(folder, "flou.json", flipped);
            assertThat(outcome(file)).isEqualTo(outcome(file));
        }
    }

    @Test
    void keepsTheOrderOfManyRecords() throws IOException {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> GCO.replace("403", Integer.toString(i)))
                .collect(Collectors.joining(",\r\n"));
        List<SourceRecord> records = read(document(many, GCC));

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

    private static String document(String gco, String gcc) {
        return "{\r\n  \"schemaVersion\": \"v1.0.0\",\r\n  \"generatedAt\": \"2026-08-13T22:07:30.574916747Z\",\r\n"
                + "  \"gco\": [\r\n" + gco + "\r\n  ],\r\n  \"gcc\": [ " + gcc + " ],\r\n  \"pmej\": []\r\n}\r\n";
    }

    private static String activites(String nature, String group) {
        return """
                {"schemaVersion": "v1.0.0", "generatedAt": "2026-08-18T02:16:50Z", "pmej": [
                {"numFiness": "010000156", "pmSmsseId": "2", "ege": [], "activitesAutorisees": [
                {"caracteristiquesGeneriques": {"activiteAeId": "1", "etatObjet": "A", "identifiantAutorisation": null,
                "numAutorisationArhgos": null, "dateDebutActiviteAutorisee": null, "dateFinActiviteAutorisee": null,
                "dateFinEffectiveActivite": null, "dateCaduciteAutorisation": null, "egeId": null,
                "typeActiviteSMSSE": "50648", "pmSmsseExploitanteId": null},
                "nature": {"codeNature": "%s", "caracteristiquesSpecifiques": {"%s": {"activiteSocialeRegulee": "469",
                "modeFonctionnement": "16", "public": "700"}}},
                "evenement": [], "engagement": [], "capacite": [], "zoneIntervention": null}]}]}
                """.formatted(nature, group);
    }

    private List<String> derivesOfActivites(String document) throws IOException {
        Landed file = Landed.of(folder, "activites.json", document);
        assertThat(file.recognisedBy(FinessPlus.ACTIVITES)).isPresent();
        return derives(file.records(FinessPlus.ACTIVITES, Bronze.FINESS_PLUS_ACTIVITE), Bronze.FINESS_PLUS_ACTIVITE);
    }

    private List<SourceRecord> read(String document) throws IOException {
        return Landed.of(folder, "structures.json", document).records(FinessPlus.STRUCTURES, TABLE);
    }

    private static String outcome(Landed file) {
        try {
            return file.records(FinessPlus.STRUCTURES, TABLE).stream()
                    .map(record -> record.line() + " " + record.brokenRule())
                    .collect(Collectors.joining("\n"));
        } catch (BrokenFile e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Object value(SourceRecord record, String column) {
        return Landed.value(record, TABLE, column);
    }

    /** What stands at a path of objects. */
    private static Object at(SourceRecord record, String path) {
        String[] names = path.split("\\.");
        Field field = TABLE.find(names[0]).orElseThrow();
        Object value = value(record, names[0]);
        for (String name : Arrays.asList(names).subList(1, names.length)) {
            List<String> members = field.fields().stream().map(Field::name).toList();
            value = ((Object[]) value)[members.indexOf(name)];
            field = field.fields().get(members.indexOf(name));
        }
        return value;
    }

    private static List<String> derives(List<SourceRecord> records) {
        return derives(records, TABLE);
    }

    private static List<String> derives(List<SourceRecord> records, TableContract table) {
        return records.stream()
                .map(record -> (Object[][]) Landed.value(record, table, DERIVES))
                .filter(found -> found != null)
                .flatMap(Arrays::stream)
                .map(derive -> Arrays.stream(derive).map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }
}
