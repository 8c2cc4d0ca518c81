package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.ARTMIN;
import static fr.maillage.schemas.Columns.NCCENR;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.endswith;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** The layout of the code officiel géographique until 2018: what its column actual means, and how it writes names. */
public final class Ancien {

    public static final String COMMUNE = "1";
    public static final String ASSOCIEE = "2";
    public static final String ARRONDISSEMENT_MUNICIPAL = "5";
    public static final String DELEGUEE = "6";

    private Ancien() {}

    /** The name with its article, which stands apart in brackets: {@code (L')} and {@code Abergement}. */
    public static Column libelle() {
        Column article = regexp_replace(coalesce(Lignes.text(ARTMIN), lit("")), "[()]", "");
        Column nom = Lignes.text(NCCENR);
        return when(article.equalTo(""), nom)
                .when(endswith(article, lit("'")), concat(article, nom))
                .otherwise(concat_ws(" ", article, nom));
    }
}
