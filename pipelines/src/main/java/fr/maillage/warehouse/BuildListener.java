package fr.maillage.warehouse;

/** Hears what a build does while it does it; called from the threads that build. */
public interface BuildListener {

    /** Hears nothing. */
    BuildListener SILENT = new BuildListener() {
        @Override
        public void started(String table) {}

        @Override
        public void done(TableBuilt built) {}
    };

    void started(String table);

    void done(TableBuilt built);
}
