package fr.maillage.cli;

import fr.maillage.source.ingestion.FileReport;
import fr.maillage.source.ingestion.IngestListener;
import fr.maillage.source.ingestion.Outcome;

/** Shows an ingestion as it goes; a file that is refused is told at once. */
final class IngestProgress implements IngestListener {

    private final Progress progress;
    private final boolean english;

    IngestProgress(Progress progress, boolean english) {
        this.progress = progress;
        this.english = english;
    }

    @Override
    public void found(int files, long bytes) {
        progress.total(bytes);
        progress.now(files + (english ? " files" : " fichiers"));
    }

    @Override
    public void rows(long more) {
        progress.rows(more);
    }

    @Override
    public void done(FileReport report, long bytes) {
        progress.advance(bytes);
        progress.now(report.chemin());
        if (report.failed()) {
            String reason = reason(report);
            boolean named = reason.startsWith(report.chemin());
            progress.say("Cannot ingest" + (named ? ": " : " " + report.chemin() + ": ") + reason);
        }
    }

    private static String reason(FileReport report) {
        return report.outcome() == Outcome.UNKNOWN && report.reason().isEmpty()
                ? "its content is of no known format."
                : report.reason() + ".";
    }
}
