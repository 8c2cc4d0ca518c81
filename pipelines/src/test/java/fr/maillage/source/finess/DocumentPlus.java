package fr.maillage.source.finess;

import static fr.maillage.schemas.Columns.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Small documents of FINESS+ as text, and what bronze makes of them. */
final class DocumentPlus {

    static final TableContract TABLE = Bronze.FINESS_PLUS_STRUCTURE;
    static final String UN_GCO = "{\"pmSmsseId\": \"403\", \"typeGco\": \"003\", \"pmejDuGco\": [], \"egeDuGco\": []}";
    static final String UN_GCC = """
            {"gccId": "1", "nomGcc": "21-52 Côte d'Or", "typeGcc": "001", "numFinessGcc": "49824516535", "engagement": [],
             "evenement": [], "pmejDuGcc": [{"pmSmsseId": "9", "typeRoleEntiteGroupe": "S"}], "egeDuGcc": [],
             "etatObjet": "A", "dateDerniereMaj": "1900-01-01 00:00:00"}""";

    private DocumentPlus() {}

    static String document(String gco, String gcc) {
        return "{\r\n  \"schemaVersion\": \"v1.0.0\",\r\n  \"generatedAt\": \"2026-08-13T22:07:30.574916747Z\",\r\n"
                + "  \"gco\": [\r\n" + gco + "\r\n  ],\r\n  \"gcc\": [ " + gcc + " ],\r\n  \"pmej\": []\r\n}\r\n";
    }

    static String activites(String nature, String group) {
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

    static List<String> derivesOfActivites(Path folder, String document) throws IOException {
        Landed file = Landed.of(folder, "activites.json", document);
        assertThat(file.recognisedBy(FinessPlus.ACTIVITES)).isPresent();
        return derives(file.records(FinessPlus.ACTIVITES, Bronze.FINESS_PLUS_ACTIVITE), Bronze.FINESS_PLUS_ACTIVITE);
    }

    static List<SourceRecord> read(Path folder, String document) throws IOException {
        return Landed.of(folder, "structures.json", document).records(FinessPlus.STRUCTURES, TABLE);
    }

    static Object value(SourceRecord record, String column) {
        return Landed.value(record, TABLE, column);
    }

    /** What stands at a path of objects. */
    static Object at(SourceRecord record, String path) {
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

    static List<String> derives(List<SourceRecord> records) {
        return derives(records, TABLE);
    }

    static List<String> derives(List<SourceRecord> records, TableContract table) {
        return records.stream()
                .map(record -> (Object[][]) Landed.value(record, table, DERIVES))
                .filter(found -> found != null)
                .flatMap(Arrays::stream)
                .map(derive -> Arrays.stream(derive).map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }
}
