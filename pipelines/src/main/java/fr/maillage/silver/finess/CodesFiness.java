package fr.maillage.silver.finess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** FINESS ways of writing départements, communes and reference systems, as INSEE and EPSG codes. */
final class CodesFiness {

    /** FINESS codes overseas départements 9A to 9J; INSEE codes their communes 97x and 98x. */
    private static final Map<String, String> OUTRE_MER =
            Map.of("9A", "971", "9B", "972", "9C", "973", "9D", "974", "9E", "975", "9F", "976", "9J", "986");

    /** Names of projections in sourcecoordet before it gave EPSG codes. */
    private static final Map<String, Long> PROJECTIONS = Map.of(
            "LAMBERT_93",
            2154L,
            "UTM_N20",
            5490L,
            "UTM_N21",
            32621L,
            "UTM_N22",
            2972L,
            "UTM_S38",
            4471L,
            "UTM_S40",
            2975L);

    private CodesFiness() {}

    /** The INSEE code of a FINESS département: three characters overseas, otherwise as it stands. */
    static Column departement(Column finess) {
        return coalesce(lookup(OUTRE_MER, finess), finess);
    }

    /**
     * The INSEE code of a commune, glued from a FINESS département and the three digits beside it.
     *
     * <p>Overseas the first of the three digits repeats the département (9A, 105 is 97105). Saint-Barthélemy and
     * Saint-Martin still stand under Guadeloupe and are known by their former commune codes or by their postal codes
     * (97133 is a postal code here: as a commune code it is Vieux-Fort).
     */
    static Column commune(Column departement, Column commune, Column codePostal) {
        Column digits = lpad(commune, 3, "0");
        Column insee = departement(departement);
        Column glued = when(functions.length(insee).equalTo(3), concat(insee, substring(digits, 2, 2)))
                .otherwise(concat(insee, digits));
        Column antilles = departement.equalTo("9A");
        return when(
                commune.rlike("^\\d{1,3}$").and(departement.rlike("^\\d[0-9AB]$|^9[A-J]$")),
                when(antilles.and(glued.equalTo("97123").or(codePostal.equalTo("97133"))), lit("97701"))
                        .when(antilles.and(glued.isin("97127", "97150").or(codePostal.equalTo("97150"))), lit("97801"))
                        .otherwise(glued));
    }

    /** An INSEE code as published; the two islands that left Guadeloupe in 2007 under their own codes. */
    static Column communeInsee(Column cog) {
        Column code = upper(cog);
        return when(code.equalTo("97123"), "97701")
                .when(code.equalTo("97127"), "97801")
                .when(code.rlike("^(\\d{2}|2[AB])\\d{3}$"), code);
    }

    /** The INSEE département of a commune. */
    static Column departementDe(Column cog) {
        return when(cog.rlike("^9[78]"), substring(cog, 1, 3)).otherwise(upper(substring(cog, 1, 2)));
    }

    /** The reference system that sourcecoordet names, else the one in use in the département, of FINESS or INSEE. */
    static Column srid(Column sourcecoordet, Column departement) {
        // A cast that fails costs an exception, even a tried one: an empty text is made null before.
        Column epsg = nullif(regexp_extract(sourcecoordet, "EPSG:(\\d{4,5})", 1), lit(""))
                .try_cast("bigint");
        Column projection = regexp_extract(upper(sourcecoordet), "(LAMBERT_93|UTM_[NS]\\d{2})", 1);
        Column usual = coalesce(
                lookup(
                        Map.of(
                                "971", 5490L, "972", 5490L, "973", 2972L, "974", 2975L, "975", 32621L, "976", 4471L,
                                "977", 5490L, "978", 5490L, "986", 32701L),
                        departement(departement)),
                lit(2154L));
        return coalesce(epsg, lookup(PROJECTIONS, projection), usual);
    }

    private static Column lookup(Map<String, ?> values, Column key) {
        Column[] entries = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(entry.getValue())))
                .toArray(Column[]::new);
        return try_element_at(map(entries), key);
    }
}
