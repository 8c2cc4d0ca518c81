package fr.maillage.serving.spark;

import fr.maillage.schemas.Silver;
import fr.maillage.serving.trajet.CommunesPubliees;
import fr.maillage.silver.trajet.Estimations;
import fr.maillage.trajet.Estimation;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.PublishedTables;
import fr.maillage.warehouse.Warehouse;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.StructType;

/** The functions {@code minutes} and {@code distance} of {@link CatalogueGeo} before their arguments are known. */
final class FonctionTrajet implements UnboundFunction {

    static final String MINUTES = "minutes";
    static final List<String> NOMS = List.of(MINUTES, "distance");

    private static final int ARGUMENTS = 4;

    private final String nom;
    private final Broadcast<Estimation> estimation;

    FonctionTrajet(String nom, Broadcast<Estimation> estimation) {
        this.nom = nom;
        this.estimation = estimation;
    }

    /** Journeys between the communes of a publication; without contours none can be told. */
    static Estimation estimation(Warehouse warehouse, Publication publication) {
        return CommunesPubliees.estimation(
                Estimations.communes(new PublishedTables(SparkSession.active(), warehouse, publication)
                        .read(Silver.COMMUNE_POINT)
                        .where("longitude IS NOT NULL")
                        .collectAsList()),
                publication.parametres());
    }

    @Override
    public BoundFunction bind(StructType arguments) {
        if (arguments.size() != ARGUMENTS) {
            throw new UnsupportedOperationException(description());
        }
        return new TrajetEntrePositions(nom, estimation);
    }

    @Override
    public String name() {
        return nom;
    }

    @Override
    public String description() {
        return nom + " takes longitude and latitude of a position, then those of another: it gives "
                + (nom.equals(MINUTES) ? "the estimated minutes by car" : "the metres between them");
    }
}
