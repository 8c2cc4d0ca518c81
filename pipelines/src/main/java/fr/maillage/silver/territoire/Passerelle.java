package fr.maillage.silver.territoire;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * From a commune code as published, with its vintage, to the territories of the cadre.
 *
 * <p>This is the one road along which every measure climbs. Of a commune that was split, or that a division cuts, it gives
 * the choices with their shares; {@link Choix} says what is certain all the same. A code of which nothing is known stands
 * for itself while it is still in use.
 */
public final class Passerelle {

    /** The choices of a published code: an array of {@link Choix#TYPE}. */
    public static final String CHOIX = "_choix";

    /** The drawn zones at the position of an establishment. */
    public static final String ZONES = "_zones_de_la_position";

    private static final String PIECES = "_pieces";
    private static final String TERRITOIRES = "_territoires";
    private static final String LUE = "_lue";

    private final Dataset<Row> successeurs;
    private final Dataset<Row> rattachement;
    private final Optional<Dataset<Row>> positions;

    /**
     * @param successeurs silver/commune_successeur
     * @param rattachement silver/rattachement
     */
    public Passerelle(Dataset<Row> successeurs, Dataset<Row> rattachement) {
        this(successeurs, rattachement, Optional.empty());
    }

    private Passerelle(Dataset<Row> successeurs, Dataset<Row> rattachement, Optional<Dataset<Row>> positions) {
        this.successeurs = successeurs;
        this.rattachement = rattachement;
        this.positions = positions;
    }

    /** The same for establishments, which count in drawn zones by their position: silver/etablissement_zone. */
    public Passerelle avecPositions(Dataset<Row> etablissementZones) {
        return new Passerelle(successeurs, rattachement, Optional.of(etablissementZones));
    }

    /** Rows of establishments with {@link #ZONES}, the drawn zones at their position; null where it is not known. */
    public Dataset<Row> situees(Dataset<Row> mesures) {
        return positions
                .map(zones -> mesures.join(
                        zones.select(
                                col(NUMERO_FINESS_ET), col(ZONES_DE_LA_POSITION).as(ZONES)),
                        new String[] {NUMERO_FINESS_ET},
                        "left"))
                .orElseGet(() -> mesures.withColumn(ZONES, lit(null).cast("array<string>")));
    }

    /** One row per published code that is known: code_commune, millesime and {@link #CHOIX}. */
    public Dataset<Row> choix(Dataset<Row> publies) {
        Column known = array_sort(collect_list(struct(
                col(CODE_COMMUNE_CIBLE),
                col(PART),
                col(NATURE_PART).equalTo("inconnu").as(Choix.INCONNU),
                col(TERRITOIRES))));
        return lus(publies.select(CODE_COMMUNE, MILLESIME)
                        .where(col(CODE_COMMUNE).isNotNull())
                        .distinct())
                .join(parCommune(), CODE_COMMUNE_CIBLE)
                .groupBy(CODE_COMMUNE, MILLESIME)
                .agg(known.as(PIECES))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        choices().apply(col(PIECES)).as(CHOIX));
    }

    /** The communes of the cadre that hold a part of each published code. */
    private Dataset<Row> lus(Dataset<Row> publies) {
        Dataset<Row> lectures = successeurs.select(
                col(CODE_COMMUNE).as(LUE),
                col(LU_DU),
                col(LU_AU),
                col(CODE_COMMUNE_CIBLE),
                col(PART),
                col(NATURE_PART));
        return publies.join(
                        lectures,
                        col(LUE).equalTo(col(CODE_COMMUNE)).and(Millesimes.within(col(MILLESIME), LU_DU, LU_AU)),
                        "left")
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        coalesce(col(CODE_COMMUNE_CIBLE), col(CODE_COMMUNE)).as(CODE_COMMUNE_CIBLE),
                        coalesce(col(PART), lit(1.0)).as(PART),
                        coalesce(col(NATURE_PART), lit("exact")).as(NATURE_PART));
    }

    /**
     * The bridge with its territories side by side: one row per commune of the cadre; the country needs no bridge.
     *
     * <p>Shares of one level lie one after the other and begin again at 0 after 1: territories that overlap, as a person
     * may draw them, share a commune each by its own share.
     */
    private Dataset<Row> parCommune() {
        Column until =
                sum(col(PART)).over(Window.partitionBy(CODE_COMMUNE, NIVEAU).orderBy(CODE_TERRITOIRE));
        return rattachement
                .where(col(NIVEAU).notEqual("national"))
                .where(coalesce(col(NATURE_PART).notEqual("inconnu"), lit(true)))
                .withColumn(PART, coalesce(col(PART), lit(1.0)))
                .withColumn(Choix.HAUT, until)
                .withColumn(Choix.BAS, pmod(col(Choix.HAUT).minus(col(PART)), lit(1.0)))
                .withColumn(Choix.HAUT, col(Choix.BAS).plus(col(PART)))
                .groupBy(col(CODE_COMMUNE).as(CODE_COMMUNE_CIBLE))
                .agg(collect_list(struct(
                                col(NIVEAU),
                                col(CODE_TERRITOIRE),
                                col(Choix.BAS),
                                col(Choix.HAUT),
                                coalesce(col(NATURE_PART).equalTo(DivisionsDuCadre.SURFACE), lit(false))
                                        .as(Choix.DESSINE)))
                        .as(TERRITOIRES));
    }

    private static UserDefinedFunction choices() {
        UDF1<Seq<Row>, Row[]> choices = pieces -> Choix.of(List.copyOf(CollectionConverters.asJava(pieces)));
        return udf(choices, Choix.TYPE);
    }
}
