package fr.maillage.source.declaration;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Headers;
import fr.maillage.source.SourceRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a census, as the declaration of a cooperation and as facts about it. */
final class LigneRecensement {

    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9][0-9 \u00a0\u202f.,]*)([^0-9.,].*)?");
    private static final Pattern ACRONYM = Pattern.compile("\\(([^)]+)\\)");
    private static final String SEPARATORS = "[,;|\\n]";
    private static final Map<String, String> LISTS =
            Map.of("forme_juridique", "forme_juridique", "fonction", "objet_cooperation");

    private final long line;
    private final List<String> cells;
    private final ColonnesRecensement columns;

    LigneRecensement(long line, List<String> cells, ColonnesRecensement columns) {
        this.line = line;
        this.cells = cells;
        this.columns = columns;
    }

    SourceRecord cooperation() {
        Object[] values = new Object[Bronze.DECLARATION_COOPERATION.fields().size()];
        put(Bronze.DECLARATION_COOPERATION, values, "identifiant", identifiant());
        put(Bronze.DECLARATION_COOPERATION, values, "nom", cell(ColonnesRecensement.NOM));
        put(
                Bronze.DECLARATION_COOPERATION,
                values,
                "forme_juridique",
                code("forme_juridique", cell(ColonnesRecensement.FORME)));
        put(Bronze.DECLARATION_COOPERATION, values, "date_debut_texte", cell(ColonnesRecensement.CREATION));
        put(Bronze.DECLARATION_COOPERATION, values, "date_fin_texte", cell(ColonnesRecensement.FIN));
        return SourceRecord.of(line, values);
    }

    List<SourceRecord> faits() {
        List<SourceRecord> faits = new ArrayList<>();
        columns.faits().forEach((field, rubrique) -> {
            String cell = cell(field);
            if (cell != null) {
                faits.addAll(faits(rubrique, cell));
            }
        });
        return faits;
    }

    private List<SourceRecord> faits(String rubrique, String cell) {
        String nature = CodeList.read("rubrique_cooperation")
                .find(rubrique)
                .map(row -> row.get("nature"))
                .orElseThrow();
        return switch (nature) {
            case "nombre" -> List.of(nombre(rubrique, cell));
            case "texte" -> List.of(fait(rubrique, cell, "", "", ""));
            default -> codes(rubrique, cell);
        };
    }

    /** Codes one after the other; the impact of a census is told in words, so it stands under each dimension it names. */
    private List<SourceRecord> codes(String rubrique, String cell) {
        if (rubrique.equals("gain")) {
            return List.of(fait(rubrique, code(rubrique, cell.split(" ?: ?")[0]), "qualitatif", "", cell));
        }
        List<String> codes = Arrays.stream(cell.split(SEPARATORS))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> code(rubrique, value))
                .toList();
        List<SourceRecord> faits = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String rank = i == 0 ? "principale" : "secondaire";
            faits.add(fait(rubrique, codes.get(i), rubrique.equals("categorie") ? rank : "", "", ""));
        }
        return faits;
    }

    private SourceRecord nombre(String rubrique, String cell) {
        Matcher amount = AMOUNT.matcher(cell);
        return amount.matches()
                ? fait(
                        rubrique,
                        amount.group(1).strip(),
                        "",
                        Objects.requireNonNullElse(amount.group(2), "").strip(),
                        "")
                : fait(rubrique, cell, "", "", "");
    }

    private SourceRecord fait(String rubrique, String valeur, String statut, String unite, String texte) {
        TableContract table = Bronze.DECLARATION_FAIT;
        Object[] values = new Object[table.fields().size()];
        put(table, values, "cooperation", identifiant());
        put(table, values, "rubrique", rubrique);
        put(table, values, "valeur", valeur);
        put(table, values, "statut_texte", statut.isEmpty() ? null : statut);
        put(table, values, "unite_texte", unite.isEmpty() ? null : unite);
        put(table, values, "texte", texte.isEmpty() ? null : texte);
        return SourceRecord.of(line, values);
    }

    /** The identifier, or one made of the name where the file has none: given once, it stays the same in later files. */
    private String identifiant() {
        String given = cell(ColonnesRecensement.IDENTIFIANT);
        String name = cell(ColonnesRecensement.NOM);
        return given != null || name == null ? given : Headers.normalised(name).replace('_', '-');
    }

    private String cell(String field) {
        return columns.cell(cells, field);
    }

    /** The code of a value written as its code, its label or the acronym of its label; else as typed. */
    private static String code(String rubrique, String typed) {
        if (typed == null) {
            return null;
        }
        List<Map<String, String>> rows = LISTS.containsKey(rubrique)
                ? CodeList.read(LISTS.get(rubrique)).rows()
                : CodeList.read("valeur_cooperation").rows().stream()
                        .filter(row -> row.get("rubrique").equals(rubrique)
                                && row.get("colonne").equals("valeur"))
                        .toList();
        String plain = Headers.normalised(typed);
        Optional<Map<String, String>> found = rows.stream()
                .filter(row -> plain.equals(row.get("code"))
                        || names(row.get("libelle")).contains(plain))
                .findFirst();
        return found.map(row -> row.get("code")).orElse(typed);
    }

    /** A label as a person may write it: whole, without its acronym, or the acronym alone. */
    private static List<String> names(String label) {
        Matcher acronym = ACRONYM.matcher(label);
        List<String> names = new ArrayList<>(List.of(Headers.normalised(label)));
        while (acronym.find()) {
            names.add(Headers.normalised(acronym.group(1)));
        }
        names.add(Headers.normalised(ACRONYM.matcher(label).replaceAll("")));
        return names;
    }

    private static void put(TableContract table, Object[] values, String column, String value) {
        values[table.columns().indexOf(column)] = value;
    }
}
