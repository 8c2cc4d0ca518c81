package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import fr.maillage.silver.cooperation.LienCooperation;
import java.util.Iterator;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Links and the days on which the network is looked at, as rows one task reads, and what it reads from them.
 *
 * <p>The network is one thing: it cannot be cut in parts that know nothing of each other. So one task takes all rows as
 * they come and keeps each in seventeen bytes; nothing goes to the driver.
 */
final class LiensDuReseau {

    static final byte JOUR = 0;

    private static final String SORTE = "_sorte";
    private static final String FROM = "_from";
    private static final String TO = "_to";
    private static final String SINCE = "_since";
    private static final String UNTIL = "_until";

    private final Reseau.Builder builder = new Reseau.Builder();
    private final TreeSet<Integer> jours = new TreeSet<>();

    /** Links and days side by side: _sorte, _from, _to, _since, _until, days as whole numbers. */
    static Dataset<Row> rows(Dataset<Row> liens, Dataset<Row> jours) {
        Column sorte = when(col(TYPE_LIEN).equalTo(LienCooperation.MEMBRE), lit((int) Reseau.MEMBRE))
                .when(col(EST_ORIENTEE), lit((int) Reseau.ORIENTE))
                .otherwise(lit((int) Reseau.DIRECT));
        Dataset<Row> links = liens.select(
                sorte.as(SORTE),
                col(CODE_NOEUD).as(FROM),
                col(CODE_NOEUD_AUTRE).as(TO),
                du().as(SINCE),
                au().as(UNTIL));
        Dataset<Row> days = jours.select(
                lit((int) JOUR).as(SORTE),
                lit("").as(FROM),
                lit("").as(TO),
                unix_date(col(DATE_OBSERVATION)).as(SINCE),
                unix_date(col(DATE_OBSERVATION)).as(UNTIL));
        return links.unionByName(days);
    }

    /** The first day of a row with date_debut, as a whole number. */
    static Column du() {
        return coalesce(unix_date(col(DATE_DEBUT)), lit(Reseau.TOUJOURS));
    }

    /** The last day of a row with date_fin. */
    static Column au() {
        return coalesce(unix_date(col(DATE_FIN)), lit(Reseau.SANS_FIN));
    }

    static LiensDuReseau read(Iterator<Row> rows) {
        LiensDuReseau read = new LiensDuReseau();
        while (rows.hasNext()) {
            read.add(rows.next());
        }
        return read;
    }

    void add(Row row) {
        byte sorte = (byte) row.getInt(0);
        if (sorte == JOUR) {
            jours.add(row.getInt(3));
        } else {
            builder.add(row.getString(1), row.getString(2), sorte, row.getInt(3), row.getInt(4));
        }
    }

    Reseau reseau() {
        return builder.build();
    }

    int[] jours() {
        return jours.stream().mapToInt(Integer::intValue).toArray();
    }
}
