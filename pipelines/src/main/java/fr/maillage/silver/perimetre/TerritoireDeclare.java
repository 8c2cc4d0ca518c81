package fr.maillage.silver.perimetre;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.geo.Crs;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Perimeters that persons brought, judged: what each is, whether it holds, and what is wrong with it. */
public final class TerritoireDeclare implements Transformation {

    private static final int MOST = 20_000;
    private static final String DIFFERENCE = "difference";
    private static final String UNION = "_union";
    private static final String CADRE = "_cadre";
    private static final String JOUR = "_jour";
    private static final String[] TYPES = {
        "communes", Declarations.POLYGONE, "rayon", Isochrones.TEMPS, "union", DIFFERENCE
    };

    private static final String[] REJETS = Silver.TERRITOIRE_DECLARE.rules().stream()
            .filter(rule -> rule.severity() == Rule.Severity.REJECT)
            .map(Rule::name)
            .toArray(String[]::new);

    @Override
    public TableContract target() {
        return Silver.TERRITOIRE_DECLARE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        long geographie = tables.value(Parametres.GEOGRAPHIE);
        Dataset<Row> contours = tables.read(Silver.CONTOUR);
        Dataset<Row> cadre = Millesimes.newest(tables.read(Silver.COMMUNE), geographie)
                .agg(max(MILLESIME).as(CADRE));
        Dataset<Row> declares =
                Declarations.enVigueur(tables.read(Bronze.DECLARATION_TERRITOIRE), tables.read(Bronze.PERIMETRE));
        Dataset<Row> situes =
                Situation.of(declares, ContoursRetenus.communes(contours), ContoursRetenus.of(contours, geographie));
        Dataset<Row> juges = juges(Isochrones.of(situes.crossJoin(broadcast(cadre)), tables, col(CADRE)));
        Unions unions = unions(tables.list(
                juges.where(col(Declarations.RANG_DU_CODE).equalTo(1))
                        .select(
                                col(CODE_TERRITOIRE),
                                when(isMade(), col(Declarations.MEMBRES)),
                                isOf(DIFFERENCE),
                                genre(),
                                isGood()),
                MOST));
        return apply(juges, unions, jour(tables.read(Silver.PARUTION), tables.value(Parametres.ETAT)));
    }

    /** The day of the cadre, or that of the newest release when that is earlier. */
    private static Dataset<Row> jour(Dataset<Row> parutions, LocalDate etat) {
        return parutions
                .where(not(coalesce(col(EST_RETIREE), lit(false))))
                .agg(least(lit(Date.valueOf(etat)), max(DATE_PARUTION)).as(JOUR));
    }

    private static Unions unions(List<Row> declares) {
        return Unions.of(declares.stream()
                .filter(row -> !row.isNullAt(0))
                .map(row -> new Unions.Declare(
                        row.getString(0),
                        row.isNullAt(1) ? null : List.copyOf(row.getList(1)),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getBoolean(4)))
                .toList());
    }

    /** With the rules that each breaks by itself. */
    private static Dataset<Row> juges(Dataset<Row> situes) {
        Column forme = isOf("rayon").or(isOf(Declarations.POLYGONE));
        Column regle = col(FormesDeclarees.REGLE);
        Column drawn = col(GEOMETRIE).isNotNull();
        Column placed = isOf("rayon").or(isOf(Isochrones.TEMPS));
        return situes.withColumn(
                Technical.REGLES,
                concat(
                        regles(
                                broken(
                                        "identifiant_absent",
                                        col(CODE_TERRITOIRE).isNull()),
                                broken(
                                        "identifiant_en_double",
                                        col(CODE_TERRITOIRE)
                                                .isNotNull()
                                                .and(col(Declarations.RANG_DU_CODE)
                                                        .gt(1))),
                                broken(
                                        "type_inconnu",
                                        not(coalesce(col(TYPE_PERIMETRE).isin((Object[]) TYPES), lit(false)))),
                                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                                broken("date_illisible", col(Declarations.DATE_ILLISIBLE)),
                                broken(
                                        "communes_absentes",
                                        isOf("communes")
                                                .and(size(col(COMMUNES_LISTEES)).equalTo(0))),
                                broken(
                                        "millesime_suppose",
                                        isOf("communes").and(col(MILLESIME).isNull())),
                                broken("rayon_invalide", isOf("rayon").and(notPositive(RAYON_M))),
                                broken(
                                        "minutes_invalides",
                                        isOf(Isochrones.TEMPS).and(notPositive(MINUTES))),
                                broken(
                                        "centre_inconnu",
                                        placed.and(col(LONGITUDE).isNull())),
                                broken(
                                        "temps_sans_trajet",
                                        isOf(Isochrones.TEMPS)
                                                .and(col(LONGITUDE).isNotNull())
                                                .and(not(notPositive(MINUTES)))
                                                .and(size(coalesce(
                                                                col(COMMUNES_LISTEES), array().cast("array<string>")))
                                                        .equalTo(0))),
                                broken("geometrie_reparee", col(REPARATION).isNotNull()),
                                broken("contours_absents", forme.and(drawn).and(not(col(Situation.CONTOURS)))),
                                broken(
                                        "perimetre_hors_pays",
                                        forme.and(drawn)
                                                .and(col(Situation.CONTOURS))
                                                .and(not(col(Situation.TOUCHE))))),
                        // What the check of the shape itself says.
                        array_compact(array(when(isOf(Declarations.POLYGONE), regle)))));
    }

    static Dataset<Row> apply(Dataset<Row> juges, Unions unions, Dataset<Row> jour) {
        Column union = col(UNION);
        Column holds = coalesce(col(DATE_DEBUT).leq(col(JOUR)), lit(true))
                .and(coalesce(col(DATE_FIN).geq(col(JOUR)), lit(true)));
        return juges.withColumn(UNION, composition(unions).apply(col(CODE_TERRITOIRE)))
                .crossJoin(broadcast(jour))
                .select(
                        col(CODE_TERRITOIRE),
                        col(LIBELLE_TERRITOIRE),
                        col(PROPRIETAIRE),
                        col(DESCRIPTION),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        holds.as(EST_EN_VIGUEUR),
                        col(TYPE_PERIMETRE),
                        coalesce(col(MILLESIME), when(isOf("communes"), col(CADRE)))
                                .as(MILLESIME),
                        when(isOf("communes").or(isOf(Isochrones.TEMPS)), col(COMMUNES_LISTEES))
                                .as(COMMUNES_LISTEES),
                        col(LONGITUDE),
                        col(LATITUDE),
                        when(isOf("rayon"), col(RAYON_M)).as(RAYON_M),
                        when(isOf(Isochrones.TEMPS), col(MINUTES)).as(MINUTES),
                        col(PART_ROUTE),
                        when(isMade(), union.getField(COMPOSANTS))
                                .otherwise(array(col(CODE_TERRITOIRE)))
                                .as(COMPOSANTS),
                        when(isOf(DIFFERENCE), union.getField(RETRANCHES)).as(RETRANCHES),
                        lit((long) Crs.WGS84).as(SRID),
                        col(GEOMETRIE),
                        col(SURFACE_KM2),
                        col(REPARATION),
                        col(ECART_SURFACE_KM2),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        array_compact(concat(col(Technical.REGLES), array(when(isMade(), union.getField("regle")))))
                                .as(Technical.REGLES));
    }

    private static UserDefinedFunction composition(Unions unions) {
        StructType type = new StructType()
                .add(COMPOSANTS, DataTypes.createArrayType(DataTypes.StringType))
                .add(RETRANCHES, DataTypes.createArrayType(DataTypes.StringType))
                .add("regle", DataTypes.StringType);
        UDF1<String, Row> composition = code -> {
            Unions.Union union = unions.find(code);
            return RowFactory.create(seq(union.composants()), seq(union.retranches()), union.regle());
        };
        return udf(composition, type);
    }

    private static Object seq(List<String> codes) {
        return codes == null ? null : CollectionConverters.asScala(codes).toSeq();
    }

    /** Whether it is made of others. */
    private static Column isMade() {
        return isOf("union").or(isOf(DIFFERENCE));
    }

    /** What a territory that is made of no others is, for those that are. */
    private static Column genre() {
        return when(col(GEOMETRIE).isNotNull(), "forme")
                .otherwise(concat(lit("communes "), coalesce(col(MILLESIME), col(CADRE))));
    }

    private static Column isGood() {
        return size(array_intersect(col(Technical.REGLES), lit(REJETS))).equalTo(0);
    }

    private static Column isOf(String type) {
        return coalesce(col(TYPE_PERIMETRE).equalTo(type), lit(false));
    }

    private static Column notPositive(String number) {
        return not(coalesce(col(number).gt(0), lit(false)));
    }
}
