package fr.maillage.gold.changement;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The versions of a kind of thing as they are known now, each beside the one before it, in the same words for all kinds. */
final class Suivies {

    /** The version, as a struct. */
    static final String VERSION = "_version";
    /** The version before it; null for the first one. */
    static final String AVANT = "_avant";
    /** The first day of the version after it; null for the last one. */
    static final String SUIVANTE = "_suivante";
    /** Values of the compared fields, as texts. */
    static final String VALEURS = "_valeurs";

    static final String VALEURS_AVANT = "_valeurs_avant";
    /** Day since which the thing is there, as the version tells it. */
    static final String OUVERTE = "_ouverte";

    static final Column TOUJOURS = lit("9999-12-31").cast("date");

    private Suivies() {}

    static Dataset<Row> of(Objet objet, Dataset<Row> versions) {
        Column[] cles = objet.cles().stream().map(name -> col(name)).toArray(Column[]::new);
        WindowSpec inTime = Window.partitionBy(cles).orderBy(VALIDE_DU);
        Column[] valeurs =
                objet.champs().stream().map(name -> col(name).cast("string")).toArray(Column[]::new);
        return versions.where(col(CONNU_AU).equalTo(TOUJOURS).and(col(MOTIF).isNotNull()))
                .withColumn(VERSION, version(objet))
                .withColumn(VALEURS, array(valeurs))
                .withColumn(AVANT, lag(col(VERSION), 1).over(inTime))
                .withColumn(VALEURS_AVANT, lag(col(VALEURS), 1).over(inTime))
                .withColumn(SUIVANTE, lead(col(VALIDE_DU), 1).over(inTime))
                .select(
                        lit(objet.nom()).as(OBJET),
                        col(objet.cles().get(0)).as(NUMERO_FINESS),
                        cle(objet, CODE_DISCIPLINE),
                        cle(objet, CODE_TYPE_ACTIVITE),
                        cle(objet, CODE_CLIENTELE),
                        col(VERSION),
                        col(VALEURS),
                        col(AVANT),
                        col(VALEURS_AVANT),
                        col(SUIVANTE));
    }

    private static Column cle(Objet objet, String name) {
        return (objet.cles().contains(name) ? col(name) : lit(null).cast("string")).as(name);
    }

    private static Column version(Objet objet) {
        List<String> textes = List.of(
                NOM,
                NUMERO_FINESS_EJ,
                CODE_CATEGORIE,
                CODE_POSTAL,
                CODE_COMMUNE_PUBLIE,
                CODE_DEPARTEMENT_FINESS,
                CONNUE_PAR,
                CODE_EVENEMENT);
        Column[] fields = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                col(VALIDE_DU),
                                col(VALIDE_AU),
                                col(SOURCE),
                                split(col(SOURCES), " ").as(SOURCES),
                                col(MOTIF),
                                coalesce(objet.champ(DATE_PARUTION, "date"), col(VALIDE_DU))
                                        .as(DATE_PARUTION),
                                objet.champ(objet.ouverture(), "date").as(OUVERTE),
                                objet.champ(DATE_FERMETURE, "date").as(DATE_FERMETURE),
                                objet.champ(DATE_AUTORISATION, "date").as(DATE_AUTORISATION)),
                        textes.stream().map(name -> objet.champ(name, "string").as(name)))
                .toArray(Column[]::new);
        return struct(fields);
    }
}
