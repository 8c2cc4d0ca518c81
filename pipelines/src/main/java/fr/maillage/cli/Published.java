package fr.maillage.cli;

import fr.maillage.MaillageException;
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
}
