package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.query.WarehouseViews;
import fr.maillage.serving.trajet.CommunesPubliees;
import fr.maillage.warehouse.Cadre;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import java.sql.SQLException;

/** The publication that a command which only reads works on. */
final class Published {

    private Published() {}

    /**
     * The newest one, opened once.
     *
     * @throws MaillageException when nothing was built yet
     */
    static Publication newest(String purpose, CommonOptions common) {
        Publication publication = new Publications(common.warehouse()).newest();
        if (publication.number() == 0) {
            throw new MaillageException("Cannot " + purpose + ": nothing was built in " + common.location()
                    + " yet. Run: maillage ingest PATH…, then maillage build.");
        }
        return publication;
    }

    /**
     * The communes journeys start from and lead to, in the newest one of a cadre.
     *
     * @throws MaillageException when nothing was built yet, or no contour of communes is there
     */
    static CommunesPubliees communes(String purpose, CommonOptions common, Cadre cadre) throws SQLException {
        Publication publication = newest(purpose, common, cadre);
        try (WarehouseViews views =
                WarehouseViews.open(common.warehouse(), publication, FileNames.of(common.warehouse()))) {
            return CommunesPubliees.read(views, publication);
        }
    }

    /**
     * The newest one of a cadre, laid over the newest of the base.
     *
     * @throws MaillageException when it was not built, or the base was built again since
     */
    static Publication newest(String purpose, CommonOptions common, Cadre cadre) {
        Publication base = newest(purpose, common);
        if (cadre.isBase()) {
            return base;
        }
        Publication publication = new Publications(common.warehouse(), cadre).newest();
        if (publication.number() == 0 || publication.base() != base.number()) {
            String why = publication.number() == 0
                    ? "it was not built in " + common.location()
                    : "it was built on publication " + publication.base() + " and the newest is " + base.number();
            throw new MaillageException("Cannot " + purpose + " with " + cadre.options() + ": " + why
                    + ". Run: maillage build " + cadre.options());
        }
        return publication;
    }
}
