package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;

/**
 * The street part of an address with its abbreviations written out: {@code 62 B AV DE JASSERON} is
 * {@code 62 bis avenue DE JASSERON}.
 *
 * <p>FINESS knows street types by letters that change with the generation, padded or in lower case; the list is
 * {@code codes/type_voie}. A code that is not in it stays as published. Where a file gives the line alone, its words are
 * taken apart first.
 */
public final class AdresseDeveloppee implements UDF5<String, String, String, String, String, String>, Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> types;
    private final Map<String, String> indices;

    private AdresseDeveloppee(Map<String, String> types, Map<String, String> indices) {
        this.types = types;
        this.indices = indices;
    }

    /** By the lists of the program. */
    public static AdresseDeveloppee read() {
        return new AdresseDeveloppee(libelles("type_voie"), libelles("indice_repetition"));
    }

    /** Of rows that have the parts of an address and its line. */
    public static Column column() {
        return udf(read(), DataTypes.StringType)
                .apply(col(NUMERO_VOIE), col(COMPLEMENT_VOIE), col(TYPE_VOIE), col(VOIE), col(ADRESSE));
    }

    /** Takes number, repetition letter, street type, street and line; null when nothing is given. */
    @Override
    public String call(String numero, String indice, String type, String voie, String ligne) {
        if (type == null && voie == null) {
            return ligne == null || ligne.isBlank() ? null : line(ligne.strip());
        }
        return joined(numero, expanded(indices, indice), expanded(types, type), voie);
    }

    /** Number and letter first, if any, then a street type only where a street follows. */
    private String line(String line) {
        String[] words = line.split(" +");
        int at = 0;
        if (words[at].matches("\\d{1,4}")) {
            at++;
            if (at + 1 < words.length && indices.containsKey(words[at]) && types.containsKey(words[at + 1])) {
                words[at] = indices.get(words[at]);
                at++;
            }
        }
        if (at + 1 < words.length) {
            words[at] = expanded(types, words[at]);
        }
        return String.join(" ", words);
    }

    private static String expanded(Map<String, String> list, String published) {
        if (published == null) {
            return null;
        }
        String code = published.strip();
        return list.getOrDefault(code.toUpperCase(Locale.ROOT), code);
    }

    private static String joined(String... parts) {
        String line = Stream.of(parts)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return line.isEmpty() ? null : line;
    }

    private static Map<String, String> libelles(String list) {
        Map<String, String> libelles = new HashMap<>();
        CodeList.read(list).rows().forEach(row -> libelles.put(row.get("code"), row.get("libelle")));
        return libelles;
    }
}
