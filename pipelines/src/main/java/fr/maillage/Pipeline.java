package fr.maillage;

import fr.maillage.source.Formats;
import fr.maillage.source.Landing;
import fr.maillage.warehouse.BuildListener;
import fr.maillage.warehouse.BuildReport;
import fr.maillage.warehouse.Builder;
import fr.maillage.warehouse.Cadre;
import fr.maillage.warehouse.Freshness;
import fr.maillage.warehouse.Parametrage;
import fr.maillage.warehouse.PlanCache;
import fr.maillage.warehouse.Program;
import fr.maillage.warehouse.ProgramPlan;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Publications;
import fr.maillage.warehouse.Sessions;
import fr.maillage.warehouse.TableBuilt;
import fr.maillage.warehouse.TableState;
import fr.maillage.warehouse.Warehouse;
import fr.maillage.warehouse.WarehouseLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** The whole program at work on one warehouse: what is out of date, and bringing it up to date. */
public final class Pipeline {

    /** File shapes and transformations of this program. */
    public static final Program PROGRAM = new Program(Formats.ALL, Maillage.TRANSFORMATIONS);

    /** Below it, compiling plans costs more than it saves. */
    private final Warehouse warehouse;

    private final Map<String, String> parametres;
    private final Cadre cadre;

    public Pipeline(Warehouse warehouse, Map<String, String> chosen) {
        this(warehouse, chosen, Cadre.BASE);
    }

    /**
     * @param cadre the look at the world that is wanted
     * @param chosen values of parameters given on the command line, by name
     */
    public Pipeline(Warehouse warehouse, Map<String, String> chosen, Cadre cadre) {
        this.warehouse = warehouse;
        this.cadre = cadre;
        this.parametres = cadre.over(Parametrage.read(warehouse, chosen));
    }

    /** Every table in order, and whether it is out of date. Starts Spark only the first time a program is asked. */
    public List<Freshness.Verdict> judge() {
        return freshness().judge(new Publications(warehouse).newest());
    }

    /**
     * Brings tables up to date and publishes them; when none is out of date, neither locks nor starts Spark.
     *
     * @param tables ids of the tables wanted; all when empty
     * @param patience how long to wait for another writer
     */
    public BuildReport build(List<String> tables, Duration patience, BuildListener listener) {
        Freshness freshness = freshness();
        Publication newest = new Publications(warehouse, cadre).newest();
        List<TableBuilt> fresh = freshTables(freshness, tables, newest);
        if (!fresh.isEmpty() && isOnTheBase(newest)) {
            return new BuildReport(newest.number(), false, fresh);
        }
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "build", patience)) {
            // Another writer may have ended meanwhile: what landed is read again under the lock.
            return new Builder(session(), warehouse, PROGRAM, freshness(), listener, cadre).build(tables);
        }
    }

    private boolean isOnTheBase(Publication publication) {
        return cadre.isBase()
                || publication.base() == new Publications(warehouse).newest().number();
    }

    /** The tables asked for when all are fresh; else none. */
    private List<TableBuilt> freshTables(Freshness freshness, List<String> tables, Publication newest) {
        Set<String> wanted = freshness.plan().upTo(tables).stream()
                .map(ProgramPlan.Step::table)
                .collect(Collectors.toSet());
        boolean fresh = parametres.equals(newest.parametres())
                && freshness.judge(newest).stream()
                        .filter(verdict -> wanted.contains(verdict.step().table()))
                        .allMatch(Freshness.Verdict::fresh);
        return fresh
                ? wanted.stream().map(id -> unchanged(newest.tables().get(id))).toList()
                : List.of();
    }

    private static TableBuilt unchanged(TableState state) {
        return new TableBuilt(
                state.table(), TableBuilt.Outcome.FRESH, state.rows(), state.rejected(), 0, state.version(), "");
    }

    private Freshness freshness() {
        ProgramPlan plan = new PlanCache(PROGRAM, warehouse, home()).get(this::session);
        return new Freshness(plan, new Landing(warehouse).files(), parametres);
    }

    /** The folder the program is installed in; null when it runs from elsewhere. */
    private static Path home() {
        String home = System.getProperty("maillage.home");
        return home == null ? null : Path.of(home);
    }

    private SparkSession session() {
        return Sessions.of(warehouse);
    }
}
