package fr.maillage.silver.ban;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.silver.finess.Mots;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Takes the published address of an establishment apart: number, repetition, and the names to look for.
 *
 * <p>The street comes first; the locality stands in for it where there is none, or where it is not found. Post boxes are
 * no places. A file that gives the line alone, or the number within the street, says the same in other fields.
 */
final class Demande implements UDF1<Row, Row>, Serializable {

    /** What it answers with: {@code textes} in the order in which they are tried, {@code rang} from 0. */
    static final StructType SCHEMA = new StructType()
            .add("numero", DataTypes.IntegerType)
            .add("indice", DataTypes.StringType)
            .add(
                    "textes",
                    DataTypes.createArrayType(new StructType()
                            .add("rang", DataTypes.IntegerType)
                            .add("mots", DataTypes.createArrayType(DataTypes.StringType))
                            .add("amorces", DataTypes.createArrayType(DataTypes.StringType))));

    private static final long serialVersionUID = 1L;
    private static final Pattern NUMERO = Pattern.compile(
            "^0*(\\d{1,5})(?:\\s*[-/]\\s*\\d{1,5})?(?:\\s*(BIS|TER|QUATER|QUINQUIES|[A-QS-Z])(?=\\s|$))?(?:\\s+(.*))?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INDICE = Pattern.compile("[A-Z]|BIS|TER|QUATER|QUINQUIES");
    private static final Pattern BOITE = Pattern.compile("\\b(?:BP|B P|CS|C S|TSA|CEDEX)\\b *\\d*(?: \\d+)*");

    private final Mots mots;
    private final HashMap<String, String> indices;

    Demande(Mots mots) {
        this.mots = mots;
        this.indices = new HashMap<>(Mots.indices());
    }

    /** Of rows that have the parts of an address and its line. */
    Column column() {
        return udf(this, SCHEMA)
                .apply(struct(
                        col(NUMERO_VOIE),
                        col(COMPLEMENT_VOIE),
                        col(TYPE_VOIE),
                        col(VOIE),
                        col(ADRESSE),
                        col(LIEU_DIT_BP)));
    }

    @Override
    public Row call(Row row) {
        boolean parts = row.getString(2) != null || row.getString(3) != null;
        String voie = parts ? joined(row.getString(2), row.getString(3)) : joined(row.getString(4));
        String avant = parts && row.getString(0) != null ? joined(row.getString(0)) : "";
        Matcher numero = NUMERO.matcher(joined(avant, voie));
        boolean numbered = numero.matches();
        String indice = written(row.getString(1), numbered ? numero.group(2) : null);
        String nom = numbered ? numero.group(3) : voie;
        return RowFactory.create(
                numbered ? Integer.valueOf(numero.group(1)) : null, indice, textes(nom, row.getString(5)));
    }

    /** The repetition of an address or of the reference, written out. */
    String indice(String published) {
        String plain = published == null ? "" : Mots.plain(published);
        return INDICE.matcher(plain).matches() ? indices.getOrDefault(plain, plain) : null;
    }

    private String written(String published, String inNumber) {
        String indice = indice(published);
        return indice == null ? indice(inNumber) : indice;
    }

    private Row[] textes(String voie, String lieuDit) {
        List<Row> textes = new ArrayList<>();
        String[] texts = {voie, lieuDit};
        for (int rang = 0; rang < texts.length; rang++) {
            String place = texts[rang] == null
                    ? ""
                    : BOITE.matcher(Mots.plain(texts[rang])).replaceAll("");
            String[] words = mots.of(place);
            if (words.length > 0) {
                textes.add(RowFactory.create(rang, words, mots.amorces(words)));
            }
        }
        return textes.toArray(Row[]::new);
    }

    private static String joined(String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
