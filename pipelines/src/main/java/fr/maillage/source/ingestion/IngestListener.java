package fr.maillage.source.ingestion;

/** Hears how far an ingestion is; called from the threads that read. */
public interface IngestListener {

    /** Hears nothing. */
    IngestListener SILENT = new IngestListener() {
        @Override
        public void found(int files, long bytes) {}

        @Override
        public void rows(long more) {}

        @Override
        public void done(FileReport report, long bytes) {}
    };

    void found(int files, long bytes);

    void rows(long more);

    void done(FileReport report, long bytes);
}
