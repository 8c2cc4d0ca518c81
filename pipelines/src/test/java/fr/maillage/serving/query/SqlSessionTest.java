package fr.maillage.serving.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import fr.maillage.warehouse.Publication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class SqlSessionTest {

    @TempDir
    static Path folder;

    private static WarehouseViews views;

    @BeforeAll
    static void fabricate(SparkSession spark) throws SQLException {
        FabricatedWarehouse fabricated = new FabricatedWarehouse(spark, folder)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | nom       | code_categorie | code_commune | date_ouverture | _fichier | _ligne | _regles                  | _rejete
                        010000016        | Les Lilas | 500            | 01004        | 1998-04-01     | abc      | 2      |                          | false
                        2A0000012        |           | 209            | 2A004        |                | abc      | 3      | commune_inconnue         | false
                        01000X           | L'Érable  | 500            | 01053        |                | abc      | 4      | numero_finess_et.pattern | true
                        """)
                .with(Gold.OFFRE_PAR_TERRITOIRE, """
                        niveau  | code_territoire | millesime | nb_etablissements | taux_pour_10000
                        commune | 55039           | 2021      | 0                 |
                        region  | 84              | 2021      | 12000             | 14.5
                        """);
        Publication publication = fabricated.publish();
        fabricated.with(Gold.OFFRE_PAR_TERRITOIRE, "niveau | code_territoire\nregion | 99");
        views = WarehouseViews.open(fabricated.warehouse(), publication, Map.of("abc", "etalab.csv"));
    }

    @AfterAll
    static void close() throws SQLException {
        views.close();
    }

    @Test
    void alignsNumbersOnTheRightAndTellsNullFromText() {
        assertThat(table("SELECT code_territoire, nb_etablissements n, taux_pour_10000 taux"
                        + " FROM gold.offre_par_territoire ORDER BY 1"))
                .isEqualToNormalizingNewlines("""
                        code_territoire      n  taux
                        ───────────────  ─────  ────
                        55039                0     ∅
                        84               12000  14.5
                        """);
    }

    @Test
    void writesCsvAndJson() {
        String query =
                "SELECT numero_finess_et id, nom, date_ouverture d, [1, 2] l, '' vide FROM silver.etablissement ORDER BY 1";
        assertThat(answer(query, OutputFormat.CSV))
                .isEqualTo(
                        "id,nom,d,l,vide\r\n010000016,Les Lilas,1998-04-01,\"1, 2\",\"\"\r\n2A0000012,,,\"1, 2\",\"\"\r\n");
        assertThat(answer(query, OutputFormat.JSON)).isEqualToNormalizingNewlines("""
                        [
                        {"id":"010000016","nom":"Les Lilas","d":"1998-04-01","l":[1,2],"vide":""},
                        {"id":"2A0000012","nom":null,"d":null,"l":[1,2],"vide":""}
                        ]
                        """);
    }

    @Test
    void hidesRejectedRowsAndShowsThemInTheRejectView() {
        assertThat(answer("SELECT count(*) n FROM silver.etablissement", OutputFormat.CSV))
                .isEqualTo("n\r\n2\r\n");
        assertThat(answer("FROM silver.rejet", OutputFormat.CSV))
                .isEqualTo("table,fichier,ligne,regle,message,cle\r\n"
                        + "silver.etablissement,etalab.csv,4,numero_finess_et.pattern,"
                        + "Numéro FINESS de l’établissement (numero_finess_et) : n’a pas la forme attendue [0-9][0-9A-Z][0-9]{7}."
                        + ",01000X\r\n");
    }

    @Test
    void hidesTechnicalColumns() {
        assertThat(table("DESCRIBE silver.etablissement"))
                .contains("numero_finess_et")
                .doesNotContain("_rejete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP VIEW gold.offre_par_territoire",
                "/* SELECT */ INSERT INTO gold.offre_par_territoire VALUES (1)",
                "COPY (SELECT 1) TO 'x.csv'",
                "SET threads = 1",
                "WITH a AS (SELECT 1) DELETE FROM gold.offre_par_territoire",
                "ATTACH 'x.duckdb'"
            })
    void refusesWhatIsNoQuestion(String sql) {
        assertThatThrownBy(() -> table(sql))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("the warehouse is only read here");
    }

    @Test
    void refusesTwoStatements() {
        assertThatThrownBy(() -> table("SELECT 1; SELECT 2")).hasMessageContaining("it holds 2 statements");
        assertThat(table("SELECT ';' AS a;")).contains(";");
    }

    @Test
    void readsNoFileOutsideTheWarehouse() {
        assertThatThrownBy(() -> table("SELECT * FROM read_csv('/etc/passwd')"))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("/etc/passwd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * FROM gold.offre | there is no table gold.offre. Try gold.offre_par_territoire",
                "SELECT * FROM etablissment | there is no table etablissment. Try silver.etablissement",
                "SELECT * FROM gould.offre | there is no table gould.offre. Try gold.offre_par_territoire",
                "SELECT nm FROM silver.etablissement | \"nm\" not found",
                "SELEC 1 | syntax error at or near \"SELEC\" at line 1, character 1",
                "SELECT 1/0 + x'2A004'::INT | Cannot run the query"
            })
    void tellsAWrongQueryInOneLine(String sql, String message) {
        assertThatThrownBy(() -> table(sql))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void completesNamesAndColumnsOfAnAlias() {
        NameCompleter completer = new NameCompleter(views.tableNames(), views.columnNames());
        assertThat(completer.names("gold.")).containsExactly("gold.offre_par_territoire");
        assertThat(completer.names("silver.r")).containsExactly("silver.rejet");
        assertThat(completer.names("e.code_cat")).containsExactly("e.code_categorie");
        assertThat(completer.names("sel")).containsExactly("SELECT");
    }

    @Test
    void promptsUntilThePersonLeavesAndKeepsTheHistory() throws IOException {
        Path history = folder.resolve("etat/sql-history");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter messages = new PrintWriter(err, true);
        SqlSession session = new SqlSession(views, OutputFormat.CSV, new PrintWriter(out), messages);
        SqlPrompt prompt = new SqlPrompt(session, views, messages, history);
        String typed = "SELECT count(*) n\nFROM silver.etablissement;\nFROM gold.nulle_part;\nSELECT 'é' AS a;\nquit\n";
        try (Terminal terminal = new DumbTerminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream())) {
            prompt.run(prompt.reader(terminal));
        }
        assertThat(out.toString()).isEqualTo("n\r\n2\r\na\r\né\r\n");
        assertThat(err.toString()).contains("there is no table gold.nulle_part");
        assertThat(history).content().contains("FROM silver.etablissement");
    }

    private static String table(String sql) {
        return answer(sql, OutputFormat.TABLE);
    }

    private static String answer(String sql, OutputFormat format) {
        StringWriter out = new StringWriter();
        new SqlSession(views, format, new PrintWriter(out), new PrintWriter(new StringWriter())).answer(sql);
        return out.toString();
    }
}
