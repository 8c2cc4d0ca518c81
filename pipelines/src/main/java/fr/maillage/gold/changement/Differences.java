package fr.maillage.gold.changement;

import static fr.maillage.gold.changement.Suivies.AVANT;
import static fr.maillage.gold.changement.Suivies.SUIVANTE;
import static fr.maillage.gold.changement.Suivies.TOUJOURS;
import static fr.maillage.gold.changement.Suivies.VALEURS;
import static fr.maillage.gold.changement.Suivies.VALEURS_AVANT;
import static fr.maillage.gold.changement.Suivies.VERSION;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.silver.finess.Parutions;
import fr.maillage.silver.finess.Systeme;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What differs from one version to the next: one row per field, and one for a thing that appears, is missed or comes
 * back.
 *
 * <p>{@link #SORTE} says which of these a row is; the former release is the last one that told the old value, or would
 * have told of the thing.
 */
final class Differences {

    /** The field of a thing that appears, is missed or comes back. */
    static final String PRESENCE = "presence";

    static final String PRESENT = "present";
    static final String ABSENT = "absent";

    /** champ, premiere, disparition or retour. */
    static final String SORTE = "_sorte";

    static final String CHAMP_CHANGE = "champ";
    static final String PREMIERE = "premiere";
    static final String DISPARITION = "disparition";
    static final String RETOUR = "retour";

    /** Of a thing told for the first time: the last release of any system that would have named it. */
    static final String AUTRE_PARUTION = "_autre_parution";

    private Differences() {}

    static Dataset<Row> of(Objet objet, Dataset<Row> versions, Parutions parutions) {
        Dataset<Row> suivies = Suivies.of(objet, versions);
        return champs(objet, suivies, parutions).unionByName(presences(suivies, parutions));
    }

    private static Dataset<Row> champs(Objet objet, Dataset<Row> suivies, Parutions parutions) {
        Column[] noms = objet.champs().stream().map(name -> lit(name)).toArray(Column[]::new);
        Dataset<Row> comparees = suivies.where(col(AVANT).isNotNull())
                .select(col("*"), posexplode(col(VALEURS)).as(new String[] {"_rang_champ", NOUVELLE_VALEUR}))
                .withColumn(ANCIENNE_VALEUR, get(col(VALEURS_AVANT), col("_rang_champ")))
                .where(not(col(ANCIENNE_VALEUR).eqNullSafe(col(NOUVELLE_VALEUR))))
                .withColumn(CHAMP, get(array(noms), col("_rang_champ")));
        Column jour = col(VERSION + "." + DATE_PARUTION);
        Column precedente = parutions.precedente(col(AVANT + "." + SOURCES), col(NUMERO_FINESS), jour);
        return comparees.select(
                col(OBJET),
                col(NUMERO_FINESS),
                col(CODE_DISCIPLINE),
                col(CODE_TYPE_ACTIVITE),
                col(CODE_CLIENTELE),
                lit(CHAMP_CHANGE).as(SORTE),
                col(CHAMP),
                col(ANCIENNE_VALEUR),
                col(NOUVELLE_VALEUR),
                greatest(precedente, col(AVANT + "." + DATE_PARUTION)).as(DATE_PARUTION_AVANT),
                jour.as(DATE_PARUTION),
                lit(null).cast("date").as(AUTRE_PARUTION),
                col(AVANT + "." + SOURCE).as(SOURCE_AVANT),
                col(VERSION + "." + SOURCE).as(SOURCE),
                col(AVANT),
                col(VERSION));
    }

    private static Dataset<Row> presences(Dataset<Row> suivies, Parutions parutions) {
        Column du = col(VERSION + "." + DATE_PARUTION);
        Column au = col(VERSION + "." + VALIDE_AU);
        Column sources = col(VERSION + "." + SOURCES);
        Column systeme = when(col(VERSION + "." + CONNUE_PAR).equalTo("numero_seul"), "numero_seul")
                .otherwise(Systeme.of(col(VERSION + "." + SOURCE)));
        Column avant = col(VERSION + "." + SOURCE);
        Column numero = col(NUMERO_FINESS);
        Column any = lit(null).cast("array<string>");
        Column sortes = array_compact(array(
                when(col(AVANT).isNull(), PREMIERE),
                when(col(VERSION + "." + MOTIF).equalTo("reapparition"), RETOUR),
                when(au.lt(coalesce(col(SUIVANTE), TOUJOURS)), DISPARITION)));
        Column disparue = col(SORTE).equalTo(DISPARITION);
        Dataset<Row> triees = suivies.withColumn(SORTE, explode(sortes))
                .withColumn(DATE_PARUTION, when(disparue, au).otherwise(du))
                .withColumn(
                        "_systemes",
                        when(col(SORTE).equalTo(PREMIERE), array(systeme)).otherwise(sources));
        Column precedente = parutions.precedente(col("_systemes"), numero, col(DATE_PARUTION));
        return triees.select(
                col(OBJET),
                numero,
                col(CODE_DISCIPLINE),
                col(CODE_TYPE_ACTIVITE),
                col(CODE_CLIENTELE),
                col(SORTE),
                lit(PRESENCE).as(CHAMP),
                when(disparue, PRESENT).when(col(SORTE).equalTo(RETOUR), ABSENT).as(ANCIENNE_VALEUR),
                when(disparue, ABSENT).otherwise(PRESENT).as(NOUVELLE_VALEUR),
                when(disparue, greatest(precedente, du))
                        .when(col(SORTE).equalTo(RETOUR), greatest(precedente, col(AVANT + "." + VALIDE_AU)))
                        .otherwise(precedente)
                        .as(DATE_PARUTION_AVANT),
                col(DATE_PARUTION),
                when(col(SORTE).equalTo(PREMIERE), parutions.precedente(any, numero, du))
                        .as(AUTRE_PARUTION),
                when(disparue, avant)
                        .when(col(SORTE).equalTo(RETOUR), col(AVANT + "." + SOURCE))
                        .as(SOURCE_AVANT),
                when(disparue, coalesce(parutions.systemeDuJour(sources, numero, au), avant))
                        .otherwise(avant)
                        .as(SOURCE),
                col(AVANT),
                col(VERSION));
    }
}
