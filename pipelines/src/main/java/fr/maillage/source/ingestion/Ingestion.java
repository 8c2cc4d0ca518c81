package fr.maillage.source.ingestion;

import fr.maillage.source.Fiche;
import fr.maillage.source.Landing;
import fr.maillage.source.RegisterFormat;
import fr.maillage.warehouse.Warehouse;
import fr.maillage.warehouse.WarehouseLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes files in: recognises them by their content, reads each whole, and keeps the good ones in the landing folder.
 *
 * <p>Several files are read at once; they land one after the other in the order in which they were given, so that the
 * same command gives the same warehouse.
 */
public final class Ingestion {

    /**
     * What the person asked for.
     *
     * @param millesime day the data speaks of; null to let the files tell
     * @param dryRun whether only to say what each file is
     * @param patience how long to wait for another writer
     * @param colonnes which field a column of a census is, {@code Intitulé=nom}, one per line; empty to let names tell
     */
    public record Options(LocalDate millesime, boolean dryRun, Duration patience, String colonnes) {

        public Options(LocalDate millesime, boolean dryRun, Duration patience) {
            this(millesime, dryRun, patience, "");
        }
    }

    private final Warehouse warehouse;
    private final List<RegisterFormat> formats;
    private final IngestListener listener;
    private final Landing landing;

    public Ingestion(Warehouse warehouse, List<RegisterFormat> formats, IngestListener listener) {
        this.warehouse = warehouse;
        this.formats = formats;
        this.listener = listener;
        this.landing = new Landing(warehouse);
    }

    /** One report per file, in the order in which they were looked at. */
    public List<FileReport> ingest(List<Path> paths, Options options) {
        if (options.dryRun()) {
            return read(paths, options);
        }
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "ingest", options.patience())) {
            landing.sweep();
            return read(paths, options);
        }
    }

    private List<FileReport> read(List<Path> paths, Options options) {
        try (LooseShapefiles shapefiles = new LooseShapefiles()) {
            return readFound(shapefiles.asZips(find(paths)), options);
        }
    }

    private List<FileReport> readFound(List<FoundFile> files, Options options) {
        listener.found(files.size(), files.stream().mapToLong(Ingestion::size).sum());
        FileReading reading = new FileReading(formats, landing, options.millesime(), options.colonnes(), listener);
        ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<FileReport>> readings = files.stream()
                    .map(file -> readers.submit(() -> reading.read(file)))
                    .toList();
            List<FileReport> reports = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                FileReport report = keep(files.get(i), result(readings.get(i)), reading, options);
                listener.done(report, size(files.get(i)));
                reports.add(report);
            }
            return reports;
        } finally {
            readers.shutdownNow();
        }
    }

    /** A file whose content was read twice in this very run lands once. */
    private FileReport keep(FoundFile file, FileReport report, FileReading reading, Options options) {
        if (report.outcome() != Outcome.READABLE || options.dryRun()) {
            return report;
        }
        Optional<Fiche> former = landing.find(report.sha256());
        if (former.isPresent()) {
            return reading.already(file, former.get());
        }
        landing.land(file.path(), file.chemin(), report.sha256(), report.pieces());
        return report.become(Outcome.LANDED);
    }

    private List<FoundFile> find(List<Path> paths) {
        try {
            return Walk.of(paths, warehouse.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(FoundFile file) {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return 0;
        }
    }

    private static FileReport result(Future<FileReport> reading) {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while reading");
        }
    }
}
