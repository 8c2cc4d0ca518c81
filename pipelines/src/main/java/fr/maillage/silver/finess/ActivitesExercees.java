package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.silver.plus.Statut;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Activities that the establishments of FINESS+ documents exercise, of some natures.
 *
 * <p>Of several activities of one establishment under one key, the one in operation tells the state, then the active one,
 * then the one that began last: documents keep those that ended beside the one that follows them.
 */
final class ActivitesExercees {

    static final String ACTIVITE = "_activite";
    static final String STATUT = "_statut";

    private ActivitesExercees() {}

    /** One row per activity, with {@code pmej}, {@code ege}, the activity, its nature, its status and its establishment. */
    static Dataset<Row> of(Dataset<Row> documents, List<String> natures) {
        return documents
                .where(col(SECTION).equalTo("pmej"))
                .withColumn(EGE, explode(champ(PMEJ_ACTIVITES, EGE)))
                .withColumn(ACTIVITE, explode(champ(EGE, ACTIVITESEXERCEES)))
                .withColumn(NATURE, champ(ACTIVITE, NATURE))
                .where(champ(NATURE, CODENATURE).isin(natures.toArray()))
                .withColumn(STATUT, Statut.of(general(ETATOBJET), champ(ACTIVITE, EVENEMENT)))
                .withColumn(NUMERO_FINESS_ET, texte(EGE, NUMFINESSEGE));
    }

    /** @param keys what a thing is known by, beside its file */
    static Dataset<Row> first(Dataset<Row> activites, List<String> keys) {
        List<String> group = new ArrayList<>(keys);
        group.add(Technical.FICHIER);
        Column order = row_number()
                .over(Window.partitionBy(group.stream().map(functions::col).toArray(Column[]::new))
                        .orderBy(
                                col(STATUT),
                                general(DATEDEBUTACTIVITEAUTORISEE).desc_nulls_last(),
                                general(ACTIVITEAEID).try_cast("bigint").desc(),
                                general(ACTIVITEAEID)));
        return activites.withColumn("_ordre", order).where(col("_ordre").equalTo(1));
    }

    static Column general(String name) {
        return champ(ACTIVITE, CARACTERISTIQUESGENERIQUES, name);
    }
}
