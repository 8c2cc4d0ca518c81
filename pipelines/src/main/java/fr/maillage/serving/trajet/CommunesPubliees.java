package fr.maillage.serving.trajet;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.serving.NearestNames;
import fr.maillage.serving.query.BoundQuery;
import fr.maillage.serving.query.WarehouseViews;
import fr.maillage.trajet.Bareme;
import fr.maillage.trajet.Estimation;
import fr.maillage.trajet.Point;
import fr.maillage.trajet.PointCommune;
import fr.maillage.trajet.Reliefs;
import fr.maillage.trajet.Vitesses;
import fr.maillage.warehouse.Publication;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The points of communes as a publication has them, and the journeys its parameters make of them. */
public final class CommunesPubliees {

    private final Map<String, PointCommune> communes = new TreeMap<>();
    private final Map<String, String> parametres;
    private int millesime;

    private CommunesPubliees(Map<String, String> parametres) {
        this.parametres = parametres;
    }

    /**
     * Reads them.
     *
     * @throws MaillageException when the publication has none
     */
    public static CommunesPubliees read(WarehouseViews views, Publication publication) {
        CommunesPubliees read = new CommunesPubliees(publication.parametres());
        if (views.has(Silver.COMMUNE_POINT.sqlName())) {
            new BoundQuery(
                            "SELECT code_commune, longitude, latitude, surface_km2, classe_densite, terre, relief, millesime"
                                    + " FROM silver.commune_point WHERE longitude IS NOT NULL ORDER BY 1",
                            List.of())
                    .rows(views)
                    .rows()
                    .forEachRemaining(row -> read.add(row));
        }
        if (read.communes.isEmpty()) {
            throw new MaillageException(
                    "Cannot tell a journey: the warehouse knows no contour of communes. Ingest the code"
                            + " officiel géographique and contours, then run build.");
        }
        return read;
    }

    private void add(List<Object> row) {
        String code = row.get(0).toString();
        communes.put(
                code,
                new PointCommune(
                        code,
                        new Point(number(row.get(1)), number(row.get(2))),
                        row.get(3) == null ? null : number(row.get(3)),
                        row.get(4).toString(),
                        row.get(5).toString(),
                        row.get(6) == null ? Reliefs.PLAINE : row.get(6).toString()));
        millesime = ((Number) row.get(7)).intValue();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Year of the geography of their codes. */
    public int millesime() {
        return millesime;
    }

    /** All of them, by their codes in order. */
    public List<PointCommune> all() {
        return List.copyOf(communes.values());
    }

    /**
     * The point of a commune.
     *
     * @throws MaillageException naming the nearest codes when there is none of it
     */
    public Point point(String code) {
        PointCommune commune = communes.get(code);
        if (commune == null) {
            throw new MaillageException("Cannot tell a journey from commune " + code
                    + ": the warehouse has no contour of a commune of that code. The nearest codes are "
                    + String.join(", ", NearestNames.list(code, communes.keySet())) + ".");
        }
        return commune.point();
    }

    /** Journeys by the estimate. */
    public Estimation estimation() {
        return estimation(all(), parametres);
    }

    /**
     * Journeys between communes by the estimate.
     *
     * @param parametres values of a publication that differ from the defaults
     */
    public static Estimation estimation(List<PointCommune> communes, Map<String, String> parametres) {
        Bareme bareme = Bareme.of(Vitesses.of(parametre -> value(parametres, parametre)));
        return new Estimation(communes, bareme, value(parametres, Parametres.TRAJET_HORS_TERRE_MAX_M));
    }

    /** The value of a parameter in the build that made the publication. */
    public <T> T value(Parametre<T> parametre) {
        return value(parametres, parametre);
    }

    private static <T> T value(Map<String, String> parametres, Parametre<T> parametre) {
        String chosen = parametres.get(parametre.name());
        return chosen == null ? parametre.value() : parametre.parse(chosen);
    }
}
