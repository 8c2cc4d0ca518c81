package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.warehouse.Cadre;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;

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
