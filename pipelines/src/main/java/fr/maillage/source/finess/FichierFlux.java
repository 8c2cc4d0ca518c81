package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the FINESS XML flow: which elements they hold, each with its bronze table, the main one first. */
enum FichierFlux {
    ENTITES("cs1400101", "entités juridiques", Map.of("structureej", Bronze.FINESS_STRUCTUREEJ)),
    ETABLISSEMENTS("cs1400102", "établissements", Map.of("structureet", Bronze.FINESS_STRUCTUREET)),
    ACTIVITES_DE_SOINS("cs1400103", "activités de soins", cited("activiteoffresoin", Bronze.FINESS_ACTIVITEOFFRESOIN)),
    EQUIPEMENTS_LOURDS(
            "cs1400104", "équipements matériels lourds", cited("equipmateriellourd", Bronze.FINESS_EQUIPMATERIELLOURD)),
    EQUIPEMENTS_SOCIAUX("cs1400105", "équipements sociaux", cited("equipementsocial", Bronze.FINESS_EQUIPEMENTSOCIAL)),
    DISCIPLINES("cs1400106", "disciplines enseignées", cited("disciplineenseignee", Bronze.FINESS_DISCIPLINEENSEIGNEE)),
    CONVENTIONS("cs1400107", "conventions", Map.of("structureet", Bronze.FINESS_CONVENTION)),
    POSITIONS("cs1400109", "géolocalisation", cited("geolocalisation", Bronze.FINESS_GEOLOCALISATION)),
    AUTRES_ACTIVITES(
            "cs1600101",
            "autres activités autorisées et leurs événements",
            both("autreactivite", Bronze.FINESS_AUTREACTIVITE, "evenement", Bronze.FINESS_EVENEMENT)),
    ACTIVITES_RECONNUES(
            "cs1600102",
            "activités soumises à reconnaissance et leurs avenants",
            both("activitesoumiseareco", Bronze.FINESS_ACTIVITESOUMISEARECO, "avenant", Bronze.FINESS_AVENANT)),
    NOMENCLATURES("nomenclature", "nomenclatures", Map.of()) {
        @Override
        Optional<TableContract> table(String element) {
            return isNomenclature(element) ? Optional.of(Bronze.FINESS_NOMENCLATURE) : Optional.empty();
        }

        @Override
        List<TableContract> tables() {
            return List.of(Bronze.FINESS_NOMENCLATURE);
        }
    };

    /** The element that says when the file was made; no record. */
    static final String HEADER = "horodatage";

    private final String code;
    private final String content;
    private final transient Map<String, TableContract> tables;

    FichierFlux(String code, String content, Map<String, TableContract> tables) {
        this.code = code;
        this.content = content;
        this.tables = tables;
    }

    String formatName() {
        return "finess-" + code;
    }

    String title() {
        return "FINESS, flux XML, " + content + (this == NOMENCLATURES ? "" : " (" + code + ")");
    }

    /** The table of an element; empty when the file should have no such element. */
    Optional<TableContract> table(String element) {
        return Optional.ofNullable(tables.get(element));
    }

    /** The main table first. */
    List<TableContract> tables() {
        return tables.values().stream().distinct().toList();
    }

    /** Whether it starts with short structures that tell nothing, tens of thousands of them in a national file. */
    boolean cites() {
        return tables().contains(Bronze.FINESS_STRUCTURE_CITEE);
    }

    /**
     * The file an element can only stand in; empty for one that stands in several.
     *
     * <p>Files of equipment and activities start with short structureet and structureej, which tell nothing. The
     * structureet of positions have no legal entity, those of conventions have a convention.
     */
    static Optional<FichierFlux> of(FluxElement element) {
        return switch (element.name()) {
            case "structureej" -> element.hasOnly("nofiness", "rs") ? Optional.empty() : Optional.of(ENTITES);
            case "structureet" -> ofStructure(element);
            default ->
                isNomenclature(element.name())
                        ? Optional.of(NOMENCLATURES)
                        : Arrays.stream(values())
                                .filter(file -> file.table(element.name()).isPresent())
                                .findFirst();
        };
    }

    private static Optional<FichierFlux> ofStructure(FluxElement element) {
        if (element.hasOneOf("noconv", "dateconv")) {
            return Optional.of(CONVENTIONS);
        }
        if (element.hasOnly("nofinesset", "nofinessej", "rs")) {
            return Optional.empty();
        }
        return Optional.of(element.hasOneOf("nofinessej", "typeet", "siret") ? ETABLISSEMENTS : POSITIONS);
    }

    /** Any nomenclature but those of categories and statuses, which have formats of their own. */
    private static boolean isNomenclature(String element) {
        return element.startsWith("nomencl")
                && !element.equals("nomenclcategorieETavecagr")
                && !element.equals("nomenclstatutavecagr");
    }

    private static Map<String, TableContract> cited(String element, TableContract table) {
        Map<String, TableContract> tables = both(element, table, "structureet", Bronze.FINESS_STRUCTURE_CITEE);
        tables.put("structureej", Bronze.FINESS_STRUCTURE_CITEE);
        return tables;
    }

    private static Map<String, TableContract> both(
            String element, TableContract table, String other, TableContract otherTable) {
        Map<String, TableContract> tables = new LinkedHashMap<>();
        tables.put(element, table);
        tables.put(other, otherTable);
        return tables;
    }
}
