package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.geo.Distances;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.silver.finess.PositionsProches;
import fr.maillage.silver.localisation.Localisateur;
import fr.maillage.silver.localisation.Reperes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The commune and the position of every establishment, with the evidence.
 *
 * <p>Most positions lie in the commune they claim and need no geometry. The others are measured to its contour: one
 * that is near enough is evidence of it all the same, because contours are generalised and addresses stand on borders.
 * How near is another matter for a commune that the source gives (its position is only a place) than for one that a
 * postal address names (post offices name neighbours: the position is believed unless it stands on the very border).
 *
 * <p>Where no published position can be used, that of the matched address stands in for it ({@link PositionBan}).
 */
public final class Localisation implements Transformation {

    private static final String LIEU = "_lieu";
    private static final String MESURE = "_mesure";

    @Override
    public TableContract target() {
        return Silver.LOCALISATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables);
        return apply(
                PositionsProches.of(etablissements, tables),
                tables.read(Silver.CONTOUR),
                tables.read(Silver.APPARIEMENT_BAN),
                Reperes.localisateur(tables),
                tables.value(Parametres.DISTANCE_POSITION_MAX_M),
                tables.value(Parametres.TOLERANCE_CONTOUR_M));
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements,
            Dataset<Row> contours,
            Dataset<Row> appariements,
            Localisateur localisateur,
            double distanceMax,
            double tolerance) {
        Dataset<Row> publiees = localises(etablissements, contours, localisateur, distanceMax, tolerance);
        Dataset<Row> places = appariements.where(col(EST_PLACE));
        Dataset<Row> parBan =
                localises(PositionBan.comme(etablissements, places), contours, localisateur, distanceMax, tolerance);
        return PositionBan.complete(publiees, parBan, places);
    }

    private static Dataset<Row> localises(
            Dataset<Row> etablissements,
            Dataset<Row> contours,
            Localisateur localisateur,
            double distanceMax,
            double tolerance) {
        Dataset<Row> lieux = etablissements.select(
                col(NUMERO_FINESS_ET),
                col(CODE_COMMUNE_PUBLIE),
                col(X_PUBLIE),
                col(Y_PUBLIE),
                col(SRID_PUBLIE),
                col(X_LOCAL_PUBLIE),
                col(Y_LOCAL_PUBLIE),
                col(ECART_POSITION_JOURS),
                localisateur.lieu().as(LIEU));
        // The exchange is made once for both sides of the join below.
        return mesures(lieux.repartition(col(NUMERO_FINESS_ET)), contours).select(columns(distanceMax, tolerance));
    }

    /** Adds the distance to the claimed commune where the position is not inside it. */
    private static Dataset<Row> mesures(Dataset<Row> lieux, Dataset<Row> contours) {
        Column outside = not(lieu("annoncee").eqNullSafe(lieu("position_actuelle")));
        Dataset<Row> communes = contours.where(col(NIVEAU).equalTo("commune"))
                .select(
                        col(CODE_TERRITOIRE).as("_code"),
                        col(MILLESIME).as("_millesime"),
                        col(SRID).as("_srid"),
                        col(GEOMETRIE));
        Dataset<Row> mesures = communes.join(
                        broadcast(lieux.where(outside.and(lieu("contour_srid").isNotNull()))
                                .select(col(NUMERO_FINESS_ET).as("_numero"), col(LIEU))),
                        col("_code")
                                .equalTo(lieu("annoncee"))
                                .and(col("_millesime").equalTo(lieu("contour_millesime")))
                                .and(col("_srid").equalTo(lieu("contour_srid"))))
                .select(
                        col("_numero"),
                        metres().apply(lieu("contour_srid"), lieu("contour_x"), lieu("contour_y"), col(GEOMETRIE))
                                .as(MESURE));
        return lieux.join(mesures, col(NUMERO_FINESS_ET).equalTo(col("_numero")), "left");
    }

    private static UserDefinedFunction metres() {
        UDF4<Long, Double, Double, byte[], Double> metres = (srid, x, y, wkb) -> {
            double found = Distances.metres(srid.intValue(), x, y, geometry(wkb));
            return Double.isNaN(found) ? null : found;
        };
        return udf(metres, DataTypes.DoubleType);
    }

    private static org.locationtech.jts.geom.Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A contour of silver/contour is no well-known binary", e);
        }
    }

    private static Column[] columns(double distanceMax, double tolerance) {
        Column kept = lieu("interpretation").notEqual("aucune");
        Column inside = lieu("annoncee").equalTo(lieu("position_actuelle"));
        Column reach = when(lieu("publiee").or(not(kept)), lit(distanceMax)).otherwise(lit(tolerance));
        Column near = coalesce(inside.or(col(MESURE).leq(reach)), lit(false));
        // A pier or a bridge: outside every commune, and yet where the establishment says it is.
        // Pairs that disagree say nothing.
        Column refused = array_contains(lieu("contre"), "seconde_paire");
        Column beside = not(kept).and(near).and(not(refused));
        Column origine = origine(inside, near);
        Column ofPosition = origine.equalTo("position");
        return new Column[] {
            col(NUMERO_FINESS_ET),
            col(CODE_COMMUNE_PUBLIE),
            lieu("position").as(CODE_COMMUNE_POSITION),
            lieu("adresse").as(CODE_COMMUNE_ADRESSE),
            when(ofPosition, lieu("position_actuelle"))
                    .otherwise(lieu("annoncee"))
                    .as(CODE_COMMUNE),
            when(ofPosition, lieu("millesime_position"))
                    .otherwise(lieu("millesime_annoncee"))
                    .as(MILLESIME_COMMUNE),
            origine.as(SOURCE_COMMUNE),
            accord(kept.or(beside), near).as(ACCORD),
            when(kept.or(beside), when(inside.or(ofPosition), lit(0.0)).otherwise(col(MESURE)))
                    .as(DISTANCE_M),
            col(X_PUBLIE),
            col(Y_PUBLIE),
            col(SRID_PUBLIE),
            when(beside, col(SRID_PUBLIE)).otherwise(lieu("srid")).as(SRID_RETENU),
            when(beside, lit("telle_quelle")).otherwise(lieu("interpretation")).as(INTERPRETATION),
            when(beside, lit("La position publiée est hors de toute commune, tout près de celle annoncée."))
                    .otherwise(lieu("raison"))
                    .as(RAISON_POSITION),
            when(kept.or(beside), lieu("longitude")).as(LONGITUDE),
            when(kept.or(beside), lieu("latitude")).as(LATITUDE),
            col(X_LOCAL_PUBLIE),
            col(Y_LOCAL_PUBLIE),
            col(ECART_POSITION_JOURS),
            lieu("ecart").as(ECART_PAIRES_M),
            lieu("ban").as(CODE_COMMUNE_BAN),
            lieu("pour").as(PREUVES_POSITION),
            lieu("contre").as(CONTREDITS_POSITION),
            regles(
                            broken("paires_discordantes", refused),
                            broken("paires_echangees", lieu("interpretation").equalTo("paires_echangees")),
                            broken("axes_inverses", lieu("interpretation").equalTo("axes_inverses")),
                            broken("cle_ban_discordante", array_contains(lieu("contre"), "cle_ban")))
                    .as(Technical.REGLES)
        };
    }

    /** The published commune; else that of the position, unless the address names another one near by. */
    private static Column origine(Column inside, Column near) {
        Column position = lieu("position_actuelle").isNotNull();
        Column adresse = lieu("adresse").isNotNull();
        Column believed = position.and(not(adresse).or(inside).or(not(near).and(lieu("vraisemblable"))));
        return when(lieu("publiee"), "publiee")
                .when(believed, "position")
                .when(adresse, "adresse")
                .otherwise("inconnue");
    }

    /** A position near the claimed commune is evidence of it; without a claim there is nothing to agree with. */
    private static Column accord(Column positioned, Column near) {
        Column publiee = lieu("publiee");
        Column adresse = lieu("adresse").isNotNull();
        Column nb = publiee.cast("int").plus(positioned.cast("int")).plus(adresse.cast("int"));
        Column agree =
                not(positioned).or(near).and(not(adresse).or(lieu("adresse").equalTo(lieu("annoncee"))));
        return when(nb.equalTo(0), "aucun")
                .when(nb.equalTo(1), "seul")
                .when(agree, "concordant")
                .otherwise("discordant");
    }

    private static Column lieu(String field) {
        return col(LIEU + "." + field);
    }
}
