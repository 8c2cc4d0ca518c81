package fr.maillage.serving.publish;

import static fr.maillage.serving.publish.DuckDbProcess.read;
import static fr.maillage.serving.publish.DuckDbProcess.readElsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Access;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SmallDisk;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import fr.maillage.warehouse.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class DuckDbFileTest {

    private static final String TERRITORIES = "SELECT code_territoire FROM gold.offre_par_territoire ORDER BY 1";

    @TempDir
    static Path folder;

    private static FabricatedWarehouse fabricated;
    private static Publication first;
    private static Publication second;
    private static Publication third;

    @TempDir
    Path bi;

    private Path link;

    @BeforeAll
    static void fabricate(SparkSession spark) {
        fabricated = new FabricatedWarehouse(spark, folder)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | nom       | _fichier | _ligne | _regles                  | _rejete
                        010000016        | Les Lilas | abc      | 2      |                          | false
                        01000X           | L'Érable  | abc      | 4      | numero_finess_et.pattern | true
                        """)
                .with(Silver.ACTIVITE, "code_acteur | nb_heures\nfiness:010000016 | 12.5")
                .with(Gold.GESTIONNAIRE, "numero_finess_ej\n750000010");
        first = fabricated
                .with(Gold.OFFRE_PAR_TERRITOIRE, "code_territoire\n01")
                .publish();
        second = fabricated
                .with(Gold.OFFRE_PAR_TERRITOIRE, "code_territoire\n01\n02")
                .publish();
        third = fabricated
                .with(Gold.OFFRE_PAR_TERRITOIRE, "code_territoire\n03")
                .publish();
    }

    @BeforeEach
    void name() {
        link = bi.resolve("maillage.duckdb");
    }

    @Test
    void showsTablesViewsInTwoLanguagesAndComments() throws SQLException {
        PublishReport report = publish(first);

        assertThat(report.rows()).isEqualTo(1 + 1 + 1 + 1 + 1 + 1 + 4);
        assertThat(at("SELECT \"Nom\" FROM fr.etablissement")).isEqualTo("Les Lilas");
        assertThat(at("SELECT \"Name\" FROM en.etablissement")).isEqualTo("Les Lilas");
        assertThat(at("SELECT \"Établissements pour 10 000 habitants\" FROM fr.offre_par_territoire"))
                .isEqualTo("null");
        assertThat(at("SELECT comment FROM duckdb_tables() WHERE table_name = 'offre_par_territoire'"))
                .startsWith("Offre par territoire / Offer by territory. One row per territory");
        assertThat(at("SELECT comment FROM duckdb_columns() WHERE column_name = 'taux_pour_10000'"))
                .startsWith("Établissements pour 10 000 habitants / Establishments per 10,000 inhabitants.")
                .endsWith("[per 10,000 inhabitants]");
        assertThat(at("SELECT comment FROM duckdb_views() WHERE view_name = 'etablissement' AND schema_name = 'en'"))
                .isEqualTo("Health, social and medico-social establishments");
    }

    @Test
    void keepsRejectedRowsApartAndSaysWhichStateItShows() throws SQLException {
        publish(first);

        assertThat(at("SELECT count(*) FROM silver.etablissement")).isEqualTo("1");
        assertThat(at("SELECT fichier || ' ' || ligne || ' ' || cle FROM qualite.rejet"))
                .isEqualTo("registre.csv 4 01000X");
        assertThat(at("SELECT nombre FROM qualite.regle WHERE rejette")).isEqualTo("1");
        assertThat(at("SELECT numero || ' ' || lignes || ' ' || rejetees FROM qualite.publication"
                        + " WHERE \"table\" = 'silver.etablissement'"))
                .isEqualTo("1 1 1");
    }

    @Test
    void leavesOutWhatItsReadersMayNotSee() throws SQLException {
        publisher(Access.PUBLIC).publish(first, "jdbc:duckdb:" + link);

        assertThat(at("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'activite'"))
                .isEqualTo("0");
        assertThat(at("SELECT count(*) FROM qualite.publication WHERE \"table\" = 'silver.activite'"))
                .isEqualTo("0");
        assertThatThrownBy(() -> publisher(Access.NOMINATIF)).hasMessageContaining("never leaves the warehouse");
    }

    @Test
    void aReaderKeepsTheStateItOpenedAndTheNextOneSeesTheNewState() throws Exception {
        publish(first);
        try (Connection reader = DriverManager.getConnection("jdbc:duckdb:" + link)) {
            assertThat(read(reader, TERRITORIES)).isEqualTo("01");

            publish(second);

            assertThat(read(reader, TERRITORIES)).isEqualTo("01");
            assertThat(at(TERRITORIES)).isEqualTo("01\n02");
            assertThat(readElsewhere(link, TERRITORIES)).isEqualTo("01\n02");
        }
    }

    @Test
    void keepsTheLastTwoFiles() throws IOException {
        publish(first);
        publish(second);
        Files.writeString(bi.resolve("maillage-000001.duckdb.wal"), "left by a writer");
        publish(third);

        assertThat(files())
                .containsExactlyInAnyOrder(
                        ".maillage.verrou", "maillage.duckdb", "maillage-000002.duckdb", "maillage-000003.duckdb");
    }

    @Test
    void publishesTheSameStateAgainUnderANameThatNeverWasInUse() throws IOException, SQLException {
        publish(first);
        publish(first);

        assertThat(Files.readSymbolicLink(link)).hasToString("maillage-000001-2.duckdb");
        assertThat(at(TERRITORIES)).isEqualTo("01");
    }

    @Test
    void survivesTheLogOfADeadWriterBesideEveryName() throws Exception {
        publish(first);
        DuckDbProcess.start("die-writing", bi.resolve("mort.duckdb").toString()).waitFor();
        Path log = bi.resolve("mort.duckdb.wal");
        assertThat(log).isNotEmptyFile();
        for (String name :
                List.of("maillage.duckdb.wal", "maillage-000002.duckdb.wal", ".maillage-000002.duckdb.en-cours.wal")) {
            Files.copy(log, bi.resolve(name));
        }

        publish(second);

        assertThat(at(TERRITORIES)).isEqualTo("01\n02");
        assertThat(readElsewhere(link, TERRITORIES)).isEqualTo("01\n02");
        assertThat(files())
                .filteredOn(name -> name.startsWith("maillage") && name.contains("wal"))
                .isEmpty();
    }

    @Test
    void aPublishThatIsKilledLeavesTheOldStateAndTheNextOneSweepsAfterIt() throws Exception {
        publish(first);
        Process killed = DuckDbProcess.start("publish-for-ever", link.toString());
        Path aside = bi.resolve(".maillage-000009.duckdb.en-cours");
        for (int i = 0; i < 300 && !Files.exists(aside); i++) {
            Thread.sleep(100);
        }
        assertThat(aside).exists();
        assertThatThrownBy(() -> publish(second)).hasMessageContaining("another publish is writing it");
        killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        assertThat(at(TERRITORIES)).isEqualTo("01");
        publish(second);
        assertThat(at(TERRITORIES)).isEqualTo("01\n02");
        assertThat(aside).doesNotExist();
    }

    @Test
    void doesNotReplaceAFileOfSomebodyElse() throws IOException {
        Files.writeString(link, "theirs");
        assertThatThrownBy(() -> publish(first))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("not the link that publish makes");
        assertThat(link).hasContent("theirs");
    }

    @Test
    void aFullDiskLeavesTheOldStateAndNothingElse() throws Exception {
        try (SmallDisk disk = SmallDisk.of(20_000)) {
            link = disk.folder().resolve("maillage.duckdb");
            publish(first);
            Files.write(
                    disk.folder().resolve("plein"),
                    new byte[(int) disk.folder().toFile().getUsableSpace() - 300 * 1024]);

            assertThatThrownBy(() -> publish(second))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageStartingWith("Cannot publish to " + link)
                    .message()
                    .doesNotContain("\n");
            assertThat(readElsewhere(link, TERRITORIES)).isEqualTo("01");
            try (Stream<Path> files = Files.list(disk.folder())) {
                assertThat(files).noneMatch(file -> file.toString().contains("en-cours"));
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneLine() throws IOException {
        try (SmallDisk disk = SmallDisk.of(100)) {
            disk.makeReadOnly();
            link = disk.folder().resolve("maillage.duckdb");
            assertThatThrownBy(() -> publish(first))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("Read-only file system")
                    .hasMessageContaining("--to jdbc:duckdb:FILE");
        }
    }

    @Test
    void refusesOtherDatabases() {
        assertThatThrownBy(() -> publisher(Access.INTERNE).publish(first, "jdbc:mysql://h/d?password=secret"))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("jdbc:mysql://h/d:")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void canBeMovedWithItsFolder() throws IOException, SQLException {
        publish(first);
        Path moved = Files.move(bi, bi.resolveSibling(bi.getFileName() + "-ailleurs"));
        assertThat(read(
                        moved.resolve("maillage.duckdb").toString(),
                        "SELECT \"Territoire\" FROM fr.offre_par_territoire"))
                .isEqualTo("01");
        Files.move(moved, bi);
    }

    private PublishReport publish(Publication publication) {
        return publisher(Access.INTERNE).publish(publication, "jdbc:duckdb:" + link);
    }

    private static Publisher publisher(Access widest) {
        return new Publisher(fabricated.warehouse(), Map.of("abc", "registre.csv"), widest);
    }

    private String at(String query) throws SQLException {
        return read(link.toString(), query);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(bi)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
