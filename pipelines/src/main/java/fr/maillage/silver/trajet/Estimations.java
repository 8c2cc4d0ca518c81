package fr.maillage.silver.trajet;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.trajet.Bareme;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Reliefs;
import fr.maillage.trajet.Vitesses;
import fr.maillage.warehouse.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the points of communes to the driver, as journeys that can be estimated. */
public final class Estimations {

    /** More communes than the country ever had. */
    public static final int MOST_COMMUNES = 60_000;

    private Estimations() {}

    /** Journeys between the communes of the cadre, by the parameters of the cadre. */
    public static Estimation of(Tables tables) {
        return of(tables, tables.read(Silver.COMMUNE_POINT));
    }

    /** Journeys between some of them. */
    static Estimation of(Tables tables, Dataset<Row> points) {
        Bareme bareme = Bareme.of(Vitesses.of(tables::value));
        List<Row> rows = tables.list(
                points.where(col(LONGITUDE).isNotNull())
                        .select(CODE_COMMUNE, LONGITUDE, LATITUDE, SURFACE_KM2, CLASSE_DENSITE, TERRE, RELIEF),
                MOST_COMMUNES);
        return new Estimation(communes(rows), bareme, tables.value(Parametres.TRAJET_HORS_TERRE_MAX_M));
    }

    /** Rows of silver/commune_point that have a point, in the order of their codes. */
    public static List<PointCommune> communes(List<Row> rows) {
        return rows.stream()
                .map(row -> new PointCommune(
                        row.getAs(CODE_COMMUNE),
                        new Point(row.<Double>getAs(LONGITUDE), row.<Double>getAs(LATITUDE)),
                        row.getAs(SURFACE_KM2),
                        row.getAs(CLASSE_DENSITE),
                        row.getAs(TERRE),
                        Objects.requireNonNullElse(row.getAs(RELIEF), Reliefs.PLAINE)))
                .sorted(Comparator.comparing(PointCommune::code))
                .toList();
    }
}
