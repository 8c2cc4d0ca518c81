package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.geo.Crs;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Positions of matched addresses of the national address base, for establishments without a usable one of their own.
 *
 * <p>They are weighed like published positions and never stand before one: what was published stays beside, and the
 * interpretation and the reason say where the position comes from.
 */
final class PositionBan {

    private static final String INTERPRETATION_BAN = "ban";
    private static final String BAN = "ban_";

    /** What is of the position; the rest of a row tells what was published. */
    private static final List<String> DE_LA_POSITION = List.of(
            CODE_COMMUNE_POSITION,
            CODE_COMMUNE,
            MILLESIME_COMMUNE,
            SOURCE_COMMUNE,
            ACCORD,
            DISTANCE_M,
            SRID_RETENU,
            INTERPRETATION,
            RAISON_POSITION,
            LONGITUDE,
            LATITUDE,
            PREUVES_POSITION);

    private PositionBan() {}

    /** The establishments that are placed, as if they had published the position of their address. */
    static Dataset<Row> comme(Dataset<Row> etablissements, Dataset<Row> places) {
        return etablissements
                .join(places.select(NUMERO_FINESS_ET, LONGITUDE_BAN, LATITUDE_BAN), NUMERO_FINESS_ET)
                .withColumn(X_PUBLIE, col(LONGITUDE_BAN))
                .withColumn(Y_PUBLIE, col(LATITUDE_BAN))
                .withColumn(SRID_PUBLIE, lit((long) Crs.WGS84))
                .withColumn(X_LOCAL_PUBLIE, lit(null).cast("double"))
                .withColumn(Y_LOCAL_PUBLIE, lit(null).cast("double"));
    }

    /**
     * @param publiees located by what is published
     * @param parBan the placed ones, located by their matched address
     */
    static Dataset<Row> complete(Dataset<Row> publiees, Dataset<Row> parBan, Dataset<Row> places) {
        Dataset<Row> stands = parBan.where(col(INTERPRETATION).equalTo("telle_quelle"))
                .join(places.select(NUMERO_FINESS_ET, NIVEAU_BAN, SCORE_BAN, CLE_BAN), NUMERO_FINESS_ET)
                .withColumn(RAISON_POSITION, raison())
                .withColumn(INTERPRETATION, lit(INTERPRETATION_BAN))
                .withColumn(
                        SOURCE_COMMUNE,
                        when(col(SOURCE_COMMUNE).equalTo("position"), INTERPRETATION_BAN)
                                .otherwise(col(SOURCE_COMMUNE)))
                .withColumn(
                        PREUVES_POSITION,
                        concat(array(lit("adresse_ban")), array_remove(col(PREUVES_POSITION), "etendue")))
                .select(prefixed());
        Column stand = col(INTERPRETATION)
                .equalTo("aucune")
                .and(col(BAN + INTERPRETATION).isNotNull());
        return publiees.join(stands, col(NUMERO_FINESS_ET).equalTo(col(BAN + NUMERO_FINESS_ET)), "left")
                .select(columns(stand));
    }

    private static Column raison() {
        return format_string(
                "Aucune position publiée n’est utilisable ; celle de l’adresse de la BAN %s (%s, score %.3f).",
                col(CLE_BAN), col(NIVEAU_BAN), col(SCORE_BAN));
    }

    private static Column[] prefixed() {
        List<Column> columns = new ArrayList<>(List.of(col(NUMERO_FINESS_ET).as(BAN + NUMERO_FINESS_ET)));
        DE_LA_POSITION.forEach(name -> columns.add(col(name).as(BAN + name)));
        return columns.toArray(Column[]::new);
    }

    private static Column[] columns(Column stand) {
        List<Column> columns = new ArrayList<>();
        for (String name : Silver.LOCALISATION.columns()) {
            Column published = col(name);
            columns.add(
                    DE_LA_POSITION.contains(name)
                            ? when(stand, col(BAN + name)).otherwise(published).as(name)
                            : published);
        }
        Column flag = when(stand, regles(broken("position_de_la_ban", stand))).otherwise(regles());
        columns.add(concat(col(Technical.REGLES), flag).as(Technical.REGLES));
        return columns.toArray(Column[]::new);
    }
}
