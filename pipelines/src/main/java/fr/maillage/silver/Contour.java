package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.geo.Crs;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.perimetre.ContoursRetenus;
import fr.maillage.silver.perimetre.Grille;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Boundaries of all files in one table, checked and repaired, each in the reference system of its file.
 *
 * <p>Of a territory that comes twice in a vintage and system, the contour landed last is kept.
 */
public final class Contour implements Transformation {

    private static final String PUBLIE = "publie";

    @Override
    public TableContract target() {
        return Silver.CONTOUR;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> publies = apply(
                tables.read(Bronze.CONTOUR_GEOJSON),
                tables.read(Bronze.CONTOUR_GEOPACKAGE),
                tables.read(Bronze.CONTOUR_SHAPEFILE),
                tables.read(Silver.EPCI_COMMUNE));
        return avecGrille(
                publies, new Grille(tables.value(Parametres.HEXAGONES_KM)), tables.value(Parametres.GEOGRAPHIE));
    }

    /** With the cells of the grid that hold a part of a commune. */
    static Dataset<Row> avecGrille(Dataset<Row> publies, Grille grille, long geographie) {
        Column good = size(array_except(col(Technical.REGLES), array(lit("geometrie_reparee"))))
                .equalTo(0);
        return grille.km() == 0
                ? publies
                : publies.unionByName(grille.contours(ContoursRetenus.of(publies.where(good), geographie)));
    }

    static Dataset<Row> apply(
            Dataset<Row> geoJson, Dataset<Row> geoPackage, Dataset<Row> shapefile, Dataset<Row> compositions) {
        Dataset<Row> contours = ofGeoJson(geoJson)
                .unionByName(ofGeoPackage(geoPackage))
                .unionByName(ofShapefile(shapefile))
                .withColumn("rang_du_contour", newestFirst())
                .withColumn(PUBLIE, VerificationContour.FUNCTION.apply(col(GEOMETRIE), col(SRID)));

        return contours.join(epciOutreMer(compositions), CODE_TERRITOIRE, "left")
                .select(
                        col(NIVEAU),
                        col(CODE_TERRITOIRE),
                        col(MILLESIME),
                        col(SRID),
                        col(LIBELLE_TERRITOIRE),
                        published(GEOMETRIE),
                        published(X_MIN),
                        published(Y_MIN),
                        published(X_MAX),
                        published(Y_MAX),
                        published(SURFACE_KM2),
                        published(REPARATION),
                        published(EST_VALIDE),
                        published(ECART_SURFACE_KM2),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        regles(
                                        broken("geometrie_absente", refusedAs("geometrie_absente")),
                                        broken("geometrie_irreparable", refusedAs("geometrie_irreparable")),
                                        broken(
                                                "geometrie_reparee",
                                                published(REPARATION).isNotNull()),
                                        broken(
                                                "contour_en_double",
                                                col("rang_du_contour").gt(1)),
                                        broken("outre_mer_deplace", isDrawnBesideTheMainland()))
                                .as(Technical.REGLES));
    }

    private static Dataset<Row> ofGeoJson(Dataset<Row> features) {
        Column epsg = regexp_extract(col(CRS), "EPSG:+(\\d+)$", 1).try_cast("bigint");
        Column longitudeFirst = col(CRS).isNull().or(col(CRS).endsWith("CRS84"));

        return features.select(
                col(NIVEAU),
                col(CODE).as(CODE_TERRITOIRE),
                col(NOM).as(LIBELLE_TERRITOIRE),
                when(longitudeFirst, lit((long) Crs.WGS84)).otherwise(epsg).as(SRID),
                col(GEOMETRY).as(GEOMETRIE),
                vintage().as(MILLESIME),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Dataset<Row> ofGeoPackage(Dataset<Row> features) {
        Column code = when(col(NIVEAU).equalTo("commune"), col(DEPCOM))
                .when(col(NIVEAU).equalTo("epci"), col(EPCI))
                .when(col(NIVEAU).equalTo("departement"), col(DEP))
                .otherwise(col(REG));
        Column isEpsg = upper(col(ORGANIZATION)).equalTo("EPSG");

        return features.select(
                col(NIVEAU),
                code.as(CODE_TERRITOIRE),
                lit(null).cast("string").as(LIBELLE_TERRITOIRE),
                when(isEpsg, col(ORGANIZATION_COORDSYS_ID)).as(SRID),
                col(GEOM).as(GEOMETRIE),
                vintage().as(MILLESIME),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Dataset<Row> ofShapefile(Dataset<Row> shapes) {
        return shapes.select(
                col(NIVEAU),
                trim(col(CODE)).as(CODE_TERRITOIRE),
                trim(col(NOM)).as(LIBELLE_TERRITOIRE),
                col(SRID),
                col(GEOMETRY).as(GEOMETRIE),
                vintage().as(MILLESIME),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }

    private static Column vintage() {
        return year(col(Technical.MILLESIME)).cast("bigint");
    }

    private static Column newestFirst() {
        return row_number()
                .over(Window.partitionBy(NIVEAU, CODE_TERRITOIRE, MILLESIME, SRID)
                        .orderBy(
                                col(Technical.RANG).desc(),
                                col(Technical.FICHIER).asc(),
                                col(Technical.LIGNE).asc()));
    }

    /** EPCI with an overseas commune, in any vintage; their codes alone do not always tell. */
    private static Dataset<Row> epciOutreMer(Dataset<Row> compositions) {
        return compositions
                .where(col(CODE_COMMUNE).rlike("^9[78]"))
                .select(col(CODE_EPCI).as(CODE_TERRITOIRE), lit(true).as("epci_outre_mer"))
                .distinct();
    }

    private static Column isDrawnBesideTheMainland() {
        Column overseas = when(
                        col(NIVEAU).equalTo("region"), col(CODE_TERRITOIRE).rlike("^0\\d$"))
                .when(
                        col(NIVEAU).equalTo("epci"),
                        coalesce(col("epci_outre_mer"), lit(false))
                                .or(col(CODE_TERRITOIRE).startsWith("2497")))
                .otherwise(col(CODE_TERRITOIRE).rlike("^9[78]."));
        return col(SRID).equalTo((long) Crs.LAMBERT_93).and(overseas);
    }

    private static Column published(String column) {
        return col(PUBLIE).getField(column).as(column);
    }

    private static Column refusedAs(String regle) {
        return col(PUBLIE).getField("regle").equalTo(regle);
    }
}
