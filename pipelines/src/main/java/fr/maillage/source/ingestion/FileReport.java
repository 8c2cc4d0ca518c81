package fr.maillage.source.ingestion;

import fr.maillage.source.Fiche;
import java.util.List;

/**
 * What one file was found to be and what became of it.
 *
 * @param chemin how the person called it
 * @param named whether the person named this very file
 * @param sha256 digest of the file; empty when it could not be read
 * @param pieces what was recognised in it
 * @param reason why it was not kept, or what a person should know; empty when there is nothing to say
 */
public record FileReport(
        String chemin, boolean named, Outcome outcome, String sha256, List<Fiche.Piece> pieces, String reason) {

    static FileReport of(FoundFile file, Outcome outcome, String sha256, List<Fiche.Piece> pieces, String reason) {
        return new FileReport(file.chemin(), file.named(), outcome, sha256, pieces, reason);
    }

    FileReport become(Outcome other) {
        return new FileReport(chemin, named, other, sha256, pieces, reason);
    }

    /** Whether the person has something to mend. In a folder, what is not known is left there, no more. */
    public boolean failed() {
        return switch (outcome) {
            case REFUSED -> true;
            case UNKNOWN, UNDATED -> named;
            case LANDED, READABLE, ALREADY -> false;
        };
    }

    public long rows() {
        return pieces.stream()
                .flatMap(piece -> piece.lignes().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public long unreadable() {
        return pieces.stream().mapToLong(Fiche.Piece::illisibles).sum();
    }
}
