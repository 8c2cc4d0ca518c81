package fr.maillage.source.ingestion;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.Sha256;
import fr.maillage.source.SourceFile;
import fr.maillage.source.archive.Archive;
import fr.maillage.source.archive.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one file from beginning to end, each of its members in its format, and counts the records.
 *
 * <p>This proves that nothing is cut off or corrupt before the file is kept, and needs no Spark.
 */
final class FileReading {

    private static final int ROWS_TOLD = 5_000;

    private final Recogniser recogniser;
    private final Landing landing;
    private final LocalDate millesime;
    private final String colonnes;
    private final IngestListener listener;

    /**
     * @param millesime day the person says the data speaks of; null to let the files tell
     * @param colonnes which field a column is, as the person says; empty to let names tell
     */
    FileReading(
            List<RegisterFormat> formats,
            Landing landing,
            LocalDate millesime,
            String colonnes,
            IngestListener listener) {
        this.recogniser = new Recogniser(formats);
        this.landing = landing;
        this.millesime = millesime;
        this.colonnes = colonnes;
        this.listener = listener;
    }

    FileReport read(FoundFile file) {
        try {
            Optional<String> refusal = refusal(file);
            return refusal.isPresent()
                    ? FileReport.of(file, Outcome.REFUSED, "", List.of(), refusal.get())
                    : readContent(file, Sha256.of(file.path()));
        } catch (IOException e) {
            return FileReport.of(file, Outcome.REFUSED, "", List.of(), "it cannot be read: " + e.getMessage());
        }
    }

    private static Optional<String> refusal(FoundFile file) throws IOException {
        Path path = file.path();
        if (!Files.exists(path)) {
            return Optional.of("there is no such file");
        }
        if (!Files.isReadable(path)) {
            return Optional.of("you have no right to read it");
        }
        if (!file.named() && Files.isSymbolicLink(path)) {
            return Optional.of("it is a link; name the file it points to");
        }
        return Optional.empty();
    }

    private FileReport readContent(FoundFile file, String sha256) throws IOException {
        if (Files.size(file.path()) == 0) {
            Outcome outcome = file.named() ? Outcome.REFUSED : Outcome.UNKNOWN;
            return FileReport.of(file, outcome, sha256, List.of(), "it is empty");
        }
        Optional<Fiche> former = landing.find(sha256);
        if (former.isPresent()) {
            return already(file, former.get());
        }
        try {
            return readMembers(file, sha256);
        } catch (BrokenFile e) {
            return FileReport.of(file, Outcome.REFUSED, sha256, List.of(), e.getMessage());
        }
    }

    /** The same content is not read again; it cannot speak of two days. */
    FileReport already(FoundFile file, Fiche former) {
        List<LocalDate> days =
                former.pieces().stream().map(Fiche.Piece::millesime).distinct().toList();
        if (millesime != null && !days.equals(List.of(millesime))) {
            return FileReport.of(
                    file,
                    Outcome.REFUSED,
                    former.sha256(),
                    former.pieces(),
                    "it landed before for " + days + "; remove "
                            + landing.file(former).getParent() + " to give it another day");
        }
        String name = former.chemin().equals(file.chemin()) ? "" : "as " + former.chemin();
        return FileReport.of(file, Outcome.ALREADY, former.sha256(), former.pieces(), name);
    }

    private FileReport readMembers(FoundFile file, String sha256) throws IOException {
        List<Fiche.Piece> pieces = new ArrayList<>();
        List<String> members = new Archive(file.path(), Limits.USUAL).members();
        for (String member : members) {
            readMember(file, sha256, member).ifPresent(pieces::add);
        }
        if (pieces.isEmpty()) {
            return FileReport.of(file, Outcome.UNKNOWN, sha256, pieces, remark(file, sha256, members));
        }
        if (pieces.stream().anyMatch(piece -> piece.millesime() == null)) {
            return FileReport.of(file, Outcome.UNDATED, sha256, pieces, "say its day with --millesime 2024-01-01");
        }
        long unknown =
                members.stream().filter(member -> !isReadBy(pieces, member)).count();
        String note = unknown == 0 ? "" : unknown + " of its members not understood yet";
        return FileReport.of(file, Outcome.READABLE, sha256, pieces, note);
    }

    /** Why nothing of a file is known, if that can be told. */
    private String remark(FoundFile file, String sha256, List<String> members) throws IOException {
        for (String member : members) {
            Optional<String> remark = Recogniser.remark(unknown(file, sha256, member), name(file, member));
            if (remark.isPresent()) {
                return member.isEmpty() ? remark.get() : member + ": " + remark.get();
            }
        }
        return "";
    }

    private static String name(FoundFile file, String member) {
        return member.isEmpty() ? file.chemin() : file.chemin() + "/" + member;
    }

    /** A content before anybody said what it is. */
    private SourceFile unknown(FoundFile file, String sha256, String member) {
        return new SourceFile(
                file.path().toAbsolutePath().toString(), member, name(file, member), sha256, "", null, 0, colonnes);
    }

    private boolean isReadBy(List<Fiche.Piece> pieces, String member) {
        return pieces.stream()
                .anyMatch(piece -> piece.membre().equals(member)
                        || recogniser.format(piece.format()).readsWith(piece.membre(), member));
    }

    private Optional<Fiche.Piece> readMember(FoundFile file, String sha256, String member) throws IOException {
        String name = name(file, member);
        SourceFile found = unknown(file, sha256, member);
        Optional<Recogniser.Claim> claim = recogniser.claim(found, name);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        RegisterFormat format = claim.get().format();
        LocalDate day = millesime != null ? millesime : claim.get().recognised().vintage();
        String evidence =
                millesime != null ? "--millesime" : claim.get().recognised().evidence();
        SourceFile source = new SourceFile(found.path(), member, name, sha256, format.name(), day, 0, colonnes);
        return Optional.of(count(source, format, evidence));
    }

    private Fiche.Piece count(SourceFile source, RegisterFormat format, String evidence) throws IOException {
        Map<String, Long> rows = new TreeMap<>();
        long unreadable = 0;
        for (TableContract table : format.tables()) {
            Count count = count(source, format, table);
            rows.put(table.id(), count.good());
            unreadable += count.unreadable();
        }
        if (rows.values().stream().allMatch(count -> count == 0)) {
            throw new BrokenFile(
                    unreadable == 0 ? "it holds no record" : "none of its " + unreadable + " records can be read");
        }
        return new Fiche.Piece(
                source.member(), format.name(), source.millesime(), evidence, rows, unreadable, source.colonnes());
    }

    private record Count(long good, long unreadable) {}

    private Count count(SourceFile source, RegisterFormat format, TableContract table) throws IOException {
        long good = 0;
        long unreadable = 0;
        try (RecordIterator records = format.records(source, table)) {
            while (records.hasNext()) {
                if (records.next().isReadable()) {
                    good++;
                } else {
                    unreadable++;
                }
                if ((good + unreadable) % ROWS_TOLD == 0) {
                    listener.rows(ROWS_TOLD);
                }
            }
        } catch (UncheckedIOException e) {
            throw new BrokenFile("it cannot be read to its end: " + e.getCause().getMessage(), e);
        } catch (BrokenFile e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("Reading " + source.name() + " as " + format.name(), e);
        }
        listener.rows((good + unreadable) % ROWS_TOLD);
        return new Count(good, unreadable);
    }
}
