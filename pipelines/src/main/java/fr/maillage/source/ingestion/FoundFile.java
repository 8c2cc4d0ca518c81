package fr.maillage.source.ingestion;

import java.nio.file.Path;

/**
 * A file to be looked at.
 *
 * @param chemin how it is called in messages and in its fiche: as given, or below the folder that was given
 * @param named whether the person named this very file, and not a folder it lies in
 */
record FoundFile(Path path, String chemin, boolean named) {}
