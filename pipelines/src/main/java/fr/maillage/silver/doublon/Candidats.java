package fr.maillage.silver.doublon;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.silver.finess.AdresseDeveloppee;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Open establishments in the words they are compared in, and the pairs that are worth a comparison. */
final class Candidats {

    static final String PREMIER = "a_";
    static final String SECOND = "b_";

    static final String NOM_COMPARE = "nom_compare";
    static final String ADRESSE_COMPAREE = "adresse_comparee";
    static final String TELEPHONE_COMPARE = "telephone_compare";

    private static final String BLOC = "_bloc";
    private static final List<String> COMPARES = List.of(
            NUMERO_FINESS_ET,
            NUMERO_FINESS_EJ,
            NOM_COMPARE,
            ADRESSE_COMPAREE,
            SIRET,
            TELEPHONE_COMPARE,
            CODE_CATEGORIE,
            LONGITUDE,
            LATITUDE);

    private Candidats() {}

    /** One row per open establishment, without accents, punctuation and repeated blanks. */
    static Dataset<Row> of(Dataset<Row> ouverts, Dataset<Row> localisations) {
        Column adresse = concat_ws(" ", AdresseDeveloppee.column(), col(CODE_POSTAL));
        return ouverts.join(
                        localisations.select(NUMERO_FINESS_ET, CODE_COMMUNE, LONGITUDE, LATITUDE),
                        new String[] {NUMERO_FINESS_ET},
                        "left")
                .withColumn(NOM_COMPARE, plain(coalesce(col(NOM), col(NOM_LONG))))
                .withColumn(
                        ADRESSE_COMPAREE,
                        when(
                                AdresseDeveloppee.column()
                                        .isNotNull()
                                        .and(col(CODE_POSTAL).isNotNull()),
                                plain(adresse)))
                .withColumn(TELEPHONE_COMPARE, nullif(regexp_replace(col(TELEPHONE), "\\D", ""), lit("")));
    }

    private static Column plain(Column text) {
        Column letters = regexp_replace(upper(Saisie.sansAccents(text)), "[^A-Z0-9]+", " ");
        return nullif(trim(letters), lit(""));
    }

    /** Pairs that share a block of at most so many establishments, and those a person spoke of; each once. */
    static Dataset<Row> paires(Dataset<Row> candidats, Dataset<Row> reponses, long blocMax) {
        Dataset<Row> blocs = candidats
                .select(
                        col(NUMERO_FINESS_ET),
                        explode(array_compact(array(blocs()))).as(BLOC))
                .withColumn("_taille", count(lit(1)).over(Window.partitionBy(BLOC)))
                .where(col("_taille").between(2, blocMax));
        Dataset<Row> premiers = blocs.select(col(BLOC), col(NUMERO_FINESS_ET).as("premier"));
        Dataset<Row> seconds =
                blocs.select(col(BLOC).as("_meme"), col(NUMERO_FINESS_ET).as("second"));
        return premiers.join(
                        seconds,
                        col(BLOC).equalTo(col("_meme")).and(col("premier").lt(col("second"))))
                .select("premier", "second")
                .union(reponses.select("premier", "second"))
                .distinct()
                .join(prefixed(candidats, PREMIER), col("premier").equalTo(col(PREMIER + NUMERO_FINESS_ET)))
                .join(prefixed(candidats, SECOND), col("second").equalTo(col(SECOND + NUMERO_FINESS_ET)))
                .join(broadcast(reponses), new String[] {"premier", "second"}, "left");
    }

    /** A commune and category in a big city is too large a block; with the first word of the name it is not. */
    private static Column[] blocs() {
        Column departement = substring(col(CODE_COMMUNE), 1, 2);
        Column mot = substring_index(col(NOM_COMPARE), " ", 1);
        return new Column[] {
            concat(lit("categorie:"), col(CODE_COMMUNE), lit(":"), col(CODE_CATEGORIE)),
            concat(lit("mot:"), col(CODE_COMMUNE), lit(":"), col(CODE_CATEGORIE), lit(":"), mot),
            concat(lit("nom:"), departement, lit(":"), col(NOM_COMPARE)),
            concat(lit("siret:"), col(SIRET)),
            concat(lit("telephone:"), col(TELEPHONE_COMPARE))
        };
    }

    private static Dataset<Row> prefixed(Dataset<Row> candidats, String prefix) {
        return candidats.select(
                COMPARES.stream().map(name -> col(name).as(prefix + name)).toArray(Column[]::new));
    }
}
