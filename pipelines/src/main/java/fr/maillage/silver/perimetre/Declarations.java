package fr.maillage.silver.perimetre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.upper;

import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Technical;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What persons declared of territories, from templates and from drawn features, in one shape. */
final class Declarations {

    static final String CENTRE_LU = "_centre";
    static final String MEMBRES = "_membres";
    static final String DATE_ILLISIBLE = "_date_illisible";
    static final String RANG_DU_CODE = "_rang_du_code";
    static final String POLYGONE = "polygone";
    private static final String NEWEST = "_newest";

    private Declarations() {}

    /** The newest declaration of each identifier; lines further down of the same upload are numbered. */
    static Dataset<Row> enVigueur(Dataset<Row> lignes, Dataset<Row> entites) {
        Column newest = max(Technical.RANG).over(Window.partitionBy(CODE_TERRITOIRE));
        Column again = row_number()
                .over(Window.partitionBy(CODE_TERRITOIRE).orderBy(col(Technical.FICHIER), col(Technical.LIGNE)));
        return lignes(Depots.sansCorrigees(lignes))
                .unionByName(dessines(entites))
                .withColumn(NEWEST, newest)
                .where(col(CODE_TERRITOIRE).isNull().or(col(Technical.RANG).equalTo(col(NEWEST))))
                .withColumn(RANG_DU_CODE, again)
                .drop(NEWEST, Technical.RANG);
    }

    private static Dataset<Row> lignes(Dataset<Row> lignes) {
        return lignes.select(
                code().as(CODE_TERRITOIRE),
                Saisie.texte(col(NOM)).as(LIBELLE_TERRITOIRE),
                Saisie.texte(col(PROPRIETAIRE)).as(PROPRIETAIRE),
                Saisie.texte(col(DESCRIPTION)).as(DESCRIPTION),
                Saisie.date(col(DATE_DEBUT_TEXTE)).as(DATE_DEBUT),
                Saisie.date(col(DATE_FIN_TEXTE)).as(DATE_FIN),
                illisible().as(DATE_ILLISIBLE),
                Saisie.code(col(TYPE)).as(TYPE_PERIMETRE),
                Saisie.entier(col(MILLESIME_TEXTE)).as(MILLESIME),
                transform(liste(upper(col(COMMUNES_TEXTE))), code -> lpad(code, 5, "0"))
                        .as(COMMUNES_LISTEES),
                Saisie.texte(col(CENTRE)).as(CENTRE_LU),
                Saisie.nombre(col(RAYON_M_TEXTE)).as(RAYON_M),
                Saisie.nombre(col(MINUTES_TEXTE)).as(MINUTES),
                liste(col(UNION_DE)).as(MEMBRES),
                lit(null).cast("string").as(CRS),
                lit(null).cast("binary").as(GEOMETRY),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Dataset<Row> dessines(Dataset<Row> entites) {
        Column none = lit(null);
        return entites.select(
                code().as(CODE_TERRITOIRE),
                Saisie.texte(col(NOM)).as(LIBELLE_TERRITOIRE),
                Saisie.texte(col(PROPRIETAIRE)).as(PROPRIETAIRE),
                Saisie.texte(col(DESCRIPTION)).as(DESCRIPTION),
                Saisie.date(col(DATE_DEBUT_TEXTE)).as(DATE_DEBUT),
                Saisie.date(col(DATE_FIN_TEXTE)).as(DATE_FIN),
                illisible().as(DATE_ILLISIBLE),
                lit(POLYGONE).as(TYPE_PERIMETRE),
                Saisie.entier(col(MILLESIME_TEXTE)).as(MILLESIME),
                none.cast("array<string>").as(COMMUNES_LISTEES),
                none.cast("string").as(CENTRE_LU),
                none.cast("double").as(RAYON_M),
                none.cast("double").as(MINUTES),
                none.cast("array<string>").as(MEMBRES),
                col(CRS),
                col(GEOMETRY),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Column code() {
        return Saisie.texte(col(IDENTIFIANT));
    }

    private static Column illisible() {
        return Saisie.illisible(col(DATE_DEBUT_TEXTE), Saisie.date(col(DATE_DEBUT_TEXTE)))
                .or(Saisie.illisible(col(DATE_FIN_TEXTE), Saisie.date(col(DATE_FIN_TEXTE))));
    }

    /** What stands between commas and blanks. */
    private static Column liste(Column typed) {
        return array_distinct(filter(split(coalesce(typed, lit("")), "[\\s,;\u00a0\u202f]+"), one -> one.notEqual("")));
    }
}
