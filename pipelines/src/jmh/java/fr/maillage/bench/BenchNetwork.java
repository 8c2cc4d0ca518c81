package fr.maillage.bench;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import com.sun.management.OperatingSystemMXBean;
import fr.maillage.gold.reseau.ReseauActeur;
import fr.maillage.gold.reseau.ReseauCooperation;
import fr.maillage.gold.reseau.ReseauParTerritoire;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Sessions;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * What the network of cooperation costs: generated dated links as a Parquet table, and the three gold tables of the network
 * computed from them on its six days and written, each organisation a manager in one of a hundred départements. Prints
 * seconds, processor time, the largest heap, and what came out.
 *
 * <p>{@code --organisations N}, {@code --cooperations N}, {@code --links N} give the size: six links of ten are memberships,
 * some cooperations have many more members than others, half of the links have ended. {@code --jgrapht N} also puts N
 * random links in a graph of JGraphT and looks for its components, to compare memory.
 */
public final class BenchNetwork implements Tables {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final List<String> OPTIONS = List.of("--organisations", "--cooperations", "--links", "--jgrapht");

    private final SparkSession spark;
    private final Path folder;

    private BenchNetwork(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        check(args);
        long organisations = option(args, "--organisations", 100_000);
        long links = option(args, "--links", 10_000_000);
        int jgrapht = (int) option(args, "--jgrapht", 0);
        if (jgrapht > 0) {
            jgrapht((int) organisations, jgrapht);
        }
        SparkSession spark = Sessions.open(Map.of("spark.log.level", "ERROR"));
        Path folder = Files.createTempDirectory("network");
        BenchNetwork bench = new BenchNetwork(spark, folder);
        try {
            generated(spark, organisations, option(args, "--cooperations", 20_000), links)
                    .write()
                    .parquet(bench.file(Silver.LIEN_COOPERATION));
            bench.presences().write().parquet(bench.file(Gold.PRESENCE_ACTEUR));
            bench.run();
        } finally {
            spark.stop();
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    /** Links as silver/lien_cooperation has them, the same every time. */
    private static Dataset<Row> generated(SparkSession spark, long organisations, long cooperations, long links) {
        String organisation = "concat('siren:', lpad(cast(pmod(xxhash64(id, %d), " + organisations + ") as string), 9, '0'))";
        // The square of a number from 0 to 1: a tenth of the cooperations has a third of the members.
        String cooperation = "concat('coop:', cast(floor(power(pmod(xxhash64(id, 3), 1000000) / 1000000d, 2) * "
                + cooperations + ") as string))";
        String member = "pmod(id, 10) < 6";
        String since = "date_add(date'2015-01-01', cast(pmod(xxhash64(id, 4), 3468) as int))";
        return spark.range(0, links, 1, 4)
                .select(
                        expr(organisation.formatted(1)).as(CODE_NOEUD),
                        expr("if(" + member + ", " + cooperation + ", " + organisation.formatted(2) + ")")
                                .as(CODE_NOEUD_AUTRE),
                        expr("if(" + member + ", 'membre', if(pmod(id, 10) < 8, 'convention', 'prestation'))")
                                .as(TYPE_LIEN),
                        expr("pmod(id, 10) >= 8").as(EST_ORIENTEE),
                        expr("if(pmod(xxhash64(id, 5), 10) = 0, null, " + since + ")").as(DATE_DEBUT),
                        expr("if(pmod(xxhash64(id, 6), 4) = 0, null, date_add(" + since
                                        + ", cast(pmod(xxhash64(id, 7), 2000) as int)))")
                                .as(DATE_FIN))
                .withColumn(CODE_ACTEUR, col(CODE_NOEUD))
                .withColumn(CODE_ACTEUR_AUTRE, col(CODE_NOEUD_AUTRE))
                .withColumn(SOURCE, lit("bench"))
                .withColumn(CONNU_DU, lit("2024-06-30").cast("date"));
    }

    /** Every node in the country, every organisation in a département too. */
    private Dataset<Row> presences() {
        return read(Silver.LIEN_COOPERATION)
                .selectExpr("explode(array(code_noeud, code_noeud_autre)) AS code_noeud")
                .distinct()
                .selectExpr(
                        "code_noeud",
                        "explode(if(code_noeud LIKE 'coop:%', array('FR'), array('FR', right(code_noeud, 2)))) AS code_territoire",
                        "NOT code_noeud LIKE 'coop:%' AS gere_esms",
                        "false AS est_estimee",
                        "cast(null AS date) AS date_debut",
                        "cast(null AS date) AS date_fin")
                .withColumn(NIVEAU, expr("if(code_territoire = 'FR', 'national', 'departement')"));
    }

    private void run() {
        measure(new ReseauActeur());
        measure(new ReseauCooperation());
        measure(new ReseauParTerritoire());
        System.out.printf(
                Locale.ROOT,
                "heap at most %d MB of %d, %d processors%n%n",
                heap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        read(Gold.RESEAU_ACTEUR)
                .groupBy(DATE_OBSERVATION)
                .agg(
                        count(lit(1)).as("noeuds"),
                        sum(NB_VOISINS).divide(2).cast("long").as("aretes"),
                        max(TAILLE_COMPOSANTE).as("composante"),
                        max(NB_PARTENAIRES).as("partenaires"),
                        expr("count(distinct communaute)").as("communautes"),
                        max(METHODE_INTERMEDIARITE).as("methode"))
                .orderBy(DATE_OBSERVATION)
                .show(false);
        read(Gold.RESEAU_PAR_TERRITOIRE)
                .where(col(NIVEAU).equalTo("national"))
                .select(DATE_OBSERVATION, NB_ORGANISATIONS_RESEAU, NB_LIENS_COOPERATION, NB_COMPOSANTES, NB_INTERLOCUTEURS)
                .orderBy(DATE_OBSERVATION)
                .show(false);
    }

    private void measure(Transformation table) {
        long processor = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        table.build(this).write().parquet(file(table.target()));
        System.out.printf(
                Locale.ROOT,
                "%-28s %6.1f s, %6.1f s of processor%n",
                table.target().id(),
                (System.nanoTime() - start) / 1e9,
                (PROCESS.getProcessCpuTime() - processor) / 1e9);
    }

    private String file(TableContract table) {
        return folder.resolve(table.id().replace('/', '_')).toString();
    }

    @Override
    public Dataset<Row> read(TableContract table) {
        if (Files.exists(Path.of(file(table)))) {
            return spark.read().parquet(file(table));
        }
        Dataset<Row> none = spark.createDataFrame(List.of(), SparkSchemas.read(table));
        return table.equals(Silver.TERRITOIRE) ? none.unionByName(territoires(), true) : none;
    }

    private Dataset<Row> territoires() {
        return read(Gold.PRESENCE_ACTEUR)
                .select(NIVEAU, CODE_TERRITOIRE)
                .distinct()
                .withColumn(MILLESIME, lit(2024L));
    }

    @Override
    public <T> T value(Parametre<T> parametre) {
        return parametre.value();
    }

    @Override
    public List<Row> list(Dataset<Row> few, int atMost) {
        throw new UnsupportedOperationException("The network brings nothing to the driver");
    }

    private static void jgrapht(int organisations, int links) {
        System.gc();
        long before = used();
        long start = System.nanoTime();
        SimpleGraph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        Random random = new Random(1);
        for (int node = 0; node < organisations; node++) {
            graph.addVertex(node);
        }
        for (int link = 0; link < links; link++) {
            int from = random.nextInt(organisations);
            graph.addEdge(from, (from + 1 + random.nextInt(organisations - 1)) % organisations);
        }
        double built = (System.nanoTime() - start) / 1e9;
        System.gc();
        long after = used();
        start = System.nanoTime();
        int components = new ConnectivityInspector<>(graph).connectedSets().size();
        System.out.printf(
                Locale.ROOT,
                "JGraphT, %d links: built in %.1f s, %d bytes a link; %d components in %.1f s%n",
                links,
                built,
                (after - before) / links,
                components,
                (System.nanoTime() - start) / 1e9);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static void check(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                System.err.println("Cannot run: unknown option " + args[i]
                        + ". Usage: bench network [--organisations N] [--cooperations N] [--links N] [--jgrapht N]");
                System.exit(2);
            }
        }
    }

    private static long option(String[] args, String name, long otherwise) {
        int at = Arrays.asList(args).indexOf(name);
        return at < 0 ? otherwise : Long.parseLong(args[at + 1]);
    }
}
