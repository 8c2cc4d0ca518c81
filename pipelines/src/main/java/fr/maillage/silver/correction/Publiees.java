package fr.maillage.silver.correction;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Field;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the register published of a corrected field: on the day of the correction, and in the cadre. */
final class Publiees {

    private static final Column TOUJOURS = lit("9999-12-31").cast("date");

    private Publiees() {}

    /** One row per line whose entity is of this kind: its file, its line and both values. */
    static Dataset<Row> of(
            Dataset<Row> lignes, Dataset<Row> versions, String numero, String objet, LocalDate etat, LocalDate connu) {
        List<Column> valeurs = new ArrayList<>();
        for (Field field : Champs.of(objet)) {
            valeurs.add(lit(field.name()));
            valeurs.add(col(field.name()).cast("string"));
        }
        Dataset<Row> dites = lignes.where(col(OBJET).equalTo(objet))
                .select(col(FICHIER), col(LIGNE), col(NUMERO_FINESS), col(CHAMP).as("_champ"), col(DATE_CORRECTION));
        Dataset<Row> connues = versions.select(
                col(numero).as(NUMERO_FINESS),
                col(VALIDE_DU),
                col(VALIDE_AU),
                col(CONNU_DU),
                col(CONNU_AU),
                map(valeurs.toArray(Column[]::new)).as("_valeurs"));
        Column valeur = try_element_at(col("_valeurs"), col("_champ"));
        Column alors = covers(VALIDE_DU, VALIDE_AU, col(DATE_CORRECTION))
                .and(covers(CONNU_DU, CONNU_AU, col(DATE_CORRECTION)));
        Column maintenant = covers(VALIDE_DU, VALIDE_AU, lit(Date.valueOf(etat)))
                .and(covers(CONNU_DU, CONNU_AU, lit(Date.valueOf(connu))));
        return connues.join(broadcast(dites), NUMERO_FINESS)
                .groupBy(FICHIER, LIGNE)
                .agg(
                        max_by(
                                        struct(valeur.as("v")),
                                        struct(coalesce(alors, lit(false)), datediff(TOUJOURS, col(CONNU_DU))))
                                .as("_alors"),
                        max_by(struct(valeur.as("v")), struct(maintenant, connues(connu), col(VALIDE_DU)))
                                .as("_maintenant"))
                .select(
                        col(FICHIER),
                        col(LIGNE),
                        col("_alors.v").as(VALEUR_PUBLIEE_ALORS),
                        col("_maintenant.v").as(VALEUR_PUBLIEE));
    }

    private static Column connues(LocalDate connu) {
        return col(CONNU_DU).leq(lit(Date.valueOf(connu)));
    }

    private static Column covers(String from, String to, Column day) {
        return col(from).leq(day).and(col(to).gt(day).or(col(to).equalTo(TOUJOURS)));
    }
}
