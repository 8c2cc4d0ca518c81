package fr.maillage.serving.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Access;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.PostgresServer;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import fr.maillage.warehouse.Publication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server; skipped where none is installed. */
@SparkTest
class PostgresDatabaseTest {

    private static final String TERRITORIES = "SELECT code_territoire FROM gold.offre_par_territoire ORDER BY 1";
    private static final String NUMBER = "SELECT DISTINCT numero FROM qualite.publication";

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static FabricatedWarehouse fabricated;
    private static final List<Publication> PUBLICATIONS = new ArrayList<>();

    @BeforeAll
    static void start(SparkSession spark) throws Exception {
        assumeTrue(
                PostgresServer.programs().isPresent(),
                "PostgreSQL is not installed here: publishing to it is not tested (Debian: apt-get install postgresql)");
        server = PostgresServer.start();
        fabricated = new FabricatedWarehouse(spark, folder)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom
                        750000010        | L'Érable ; "Les Lilas", \\N
                        750000028        | ''
                        750000036        |
                        """)
                .with(Silver.CONTOUR, """
                        niveau  | code_territoire | millesime | srid | geometrie
                        commune | 01004           | 2021      | 2154 | POLYGON ((0 0, 1 0, 1 1, 0 0))
                        """);
        for (int number = 1; number <= 4; number++) {
            PUBLICATIONS.add(fabricated
                    .with(Gold.OFFRE_PAR_TERRITOIRE, "code_territoire\n" + number)
                    .publish());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
        PUBLICATIONS.clear();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = connect()) {
            for (String schema : read(
                    connection,
                    "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')")) {
                execute(connection, "DROP SCHEMA " + schema + " CASCADE");
            }
        }
    }

    @Test
    void showsTablesViewsAndComments() throws SQLException {
        publish(1);
        assertThat(read(TERRITORIES)).containsExactly("1");
        assertThat(read("SELECT \"Territoire\" FROM fr.offre_par_territoire")).containsExactly("1");
        assertThat(read("SELECT \"Territory\" FROM en.offre_par_territoire")).containsExactly("1");
        assertThat(read("SELECT obj_description('fr.offre_par_territoire'::regclass)"))
                .containsExactly("Offre par territoire");
        assertThat(read("SELECT col_description('gold.offre_par_territoire'::regclass, 2)"))
                .first()
                .asString()
                .startsWith("Territoire / Territory. Code of the territory");
        assertThat(read("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'maillage%'"))
                .isEmpty();
    }

    @Test
    void keepsQuotesEmptyTextsNullsAndGeometries() throws SQLException {
        publish(1);
        assertThat(
                        read(
                                "SELECT coalesce('[' || nom || ']', 'null') FROM silver.entite_juridique ORDER BY numero_finess_ej"))
                .containsExactly("[L'Érable ; \"Les Lilas\", \\N]", "[]", "null");
        assertThat(read("SELECT length(geometrie) FROM silver.contour")).containsExactly("77");
    }

    @Test
    void aReaderSeesTheOldStateOrTheNewOneAndNeverFails() throws Exception {
        publish(1);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Set<String>> plain = CompletableFuture.supplyAsync(() -> watch(stop, "READ COMMITTED"));
        CompletableFuture<Set<String>> snapshot = CompletableFuture.supplyAsync(() -> watch(stop, "REPEATABLE READ"));
        try {
            for (int number = 2; number <= 4; number++) {
                publish(number);
            }
        } finally {
            stop.set(true);
        }

        assertThat(plain.get(30, TimeUnit.SECONDS))
                .isSubsetOf("1 1 1", "2 2 2", "3 3 3", "4 4 4")
                .hasSizeGreaterThan(1);
        assertThat(snapshot.get(30, TimeUnit.SECONDS))
                .isSubsetOf("1 1 1", "2 2 2", "3 3 3", "4 4 4")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aReaderWhoseSnapshotIsOlderThanThePublishDoesNotFindItEmpty() throws SQLException {
        publish(1);
        try (Connection reader = connect()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            assertThat(read(reader, "SELECT 1")).containsExactly("1");
            publish(2);
            assertThat(read(reader, TERRITORIES)).containsExactly("2");
        }
    }

    @Test
    void waitsForAReaderInTheMiddleOfATransactionAndGivesUpInTheEnd() throws SQLException {
        publish(1);
        try (Connection reader = connect()) {
            reader.setAutoCommit(false);
            assertThat(read(reader, TERRITORIES)).containsExactly("1");
            assertThatThrownBy(() -> publish(2, Duration.ofSeconds(1)))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("a reader has been in the middle of a transaction for 1 s");
            assertThat(read(reader, NUMBER)).containsExactly("1");
        }
        publish(2);
        assertThat(read(TERRITORIES)).containsExactly("2");
    }

    @Test
    void keepsTheRightsThatWereGiven() throws SQLException {
        publish(1);
        try (Connection connection = connect()) {
            execute(connection, "DROP ROLE IF EXISTS lecteur");
            execute(connection, "CREATE ROLE lecteur");
            execute(connection, "GRANT USAGE ON SCHEMA fr TO lecteur");
            execute(connection, "GRANT SELECT ON fr.offre_par_territoire TO lecteur");
        }
        publish(2);
        try (Connection connection = connect()) {
            execute(connection, "SET ROLE lecteur");
            assertThat(read(connection, "SELECT \"Territoire\" FROM fr.offre_par_territoire"))
                    .containsExactly("2");
            assertThatThrownBy(() -> read(connection, TERRITORIES)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void doesNotDropWhatSomebodyBuiltOnTheOldState() throws SQLException {
        publish(1);
        try (Connection connection = connect()) {
            execute(connection, "CREATE SCHEMA moi");
            execute(connection, "CREATE VIEW moi.vue AS SELECT code_territoire FROM gold.offre_par_territoire");
        }
        assertThat(publish(2).warnings()).singleElement().asString().contains("moi.vue still reads it");
        assertThat(read("SELECT * FROM moi.vue")).containsExactly("1");
        assertThat(read(TERRITORIES)).containsExactly("2");
        publish(3);
        assertThat(read("SELECT * FROM moi.vue")).containsExactly("1");
        try (Connection connection = connect()) {
            execute(connection, "DROP VIEW moi.vue");
        }
        publish(4);
        assertThat(read("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'maillage%'"))
                .isEmpty();
    }

    @Test
    void doesNotReplaceASchemaOfSomebodyElse() throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "CREATE SCHEMA gold");
        }
        assertThatThrownBy(() -> publish(1))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("the schema gold of this database was not made by publish");
    }

    @Test
    void sweepsWhatAKilledPublishLeft() throws SQLException {
        publish(1);
        try (Connection connection = connect()) {
            execute(connection, "CREATE SCHEMA maillage_neuf_gold");
            execute(connection, "CREATE TABLE maillage_neuf_gold.offre_par_territoire (a int)");
        }
        publish(2);
        assertThat(read(TERRITORIES)).containsExactly("2");
    }

    @Test
    void takesNoPasswordFromTheAddress() {
        for (String url : List.of("jdbc:postgresql://h/d?user=a&password=s3cret", "jdbc:postgresql://a:s3cret@h/d")) {
            assertThatThrownBy(() -> new PostgresAddress(url, Map.of()))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("MAILLAGE_JDBC_PASSWORD")
                    .message()
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void tellsAServerThatDoesNotAnswerInOneLine() {
        PostgresAddress nobody = new PostgresAddress("jdbc:postgresql://127.0.0.1:1/d?user=a", Map.of());
        assertThatThrownBy(nobody::connect)
                .isInstanceOf(MaillageException.class)
                .hasMessageStartingWith("Cannot publish to jdbc:postgresql://127.0.0.1:1/d: ");
    }

    /** What a reader finds in three tables in each of its transactions; one word per table. */
    private static Set<String> watch(AtomicBoolean stop, String isolation) {
        Set<String> seen = new TreeSet<>();
        try (Connection reader = connect()) {
            execute(reader, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + isolation);
            reader.setAutoCommit(false);
            while (!stop.get()) {
                seen.add(String.join(
                        " ",
                        read(reader, "SELECT \"Territoire\" FROM fr.offre_par_territoire")
                                .get(0),
                        read(reader, TERRITORIES).get(0),
                        read(reader, NUMBER).get(0)));
                reader.commit();
                Thread.sleep(3);
            }
        } catch (SQLException | InterruptedException e) {
            seen.add(e.getMessage());
        }
        return seen;
    }

    private static PublishReport publish(int number) {
        return publish(number, Duration.ofSeconds(30));
    }

    private static PublishReport publish(int number, Duration patience) {
        Contents contents = Contents.of(fabricated.warehouse(), PUBLICATIONS.get(number - 1), Map.of(), Access.INTERNE);
        return new PostgresDatabase(new PostgresAddress(server.url(), Map.of()), patience).publish(contents);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url());
    }

    private static List<String> read(String query) throws SQLException {
        try (Connection connection = connect()) {
            return read(connection, query);
        }
    }

    private static List<String> read(Connection connection, String query) throws SQLException {
        return List.of(DuckDbProcess.read(connection, query).split("\n", -1)).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
