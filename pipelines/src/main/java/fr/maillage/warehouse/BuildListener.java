package fr.maillage.warehouse;

/** Hears what a build does while it does it; called from the threads that build. */
public interface BuildListener {

    /** Hears nothing. */
    BuildListener SILENT = new BuildListener() {
        @Override
        public void planned(int tables) {}

        @Override
        public void started(String table) {}

        @Override
        public void done(TableBuilt built) {}
    };

    /** So many tables will be looked at; told once, first. */
    void planned(int tables);

    void started(String table);

    void done(TableBuilt built);
}
