package fr.maillage.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.serving.DuckDb;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConstatTest {

    private Connection gold;

    @BeforeEach
    void makeTheTables() throws SQLException {
        gold = DuckDb.open();
        DuckDb.execute(gold, "CREATE SCHEMA gold", """
                CREATE TABLE gold.couverture_par_territoire (niveau VARCHAR, libelle_territoire VARCHAR,
                  perimetre VARCHAR, niveau_categorie VARCHAR, forme_juridique VARCHAR, date_observation DATE,
                  nb_etablissements BIGINT, nb_etablissements_en_cooperation BIGINT,
                  part_etablissements_en_cooperation DOUBLE, population BIGINT,
                  part_population_commune_avec_membre DOUBLE)
                """, """
                CREATE TABLE gold.relais_par_lien (trimestre DATE, nb_relais BIGINT, nb_relais_acceptes BIGINT,
                  nb_relais_service BIGINT)
                """);
    }

    @AfterEach
    void close() throws SQLException {
        gold.close();
    }

    @Test
    void tellsTheCoverageOnTheLastDay() throws SQLException {
        couverture("national", "France", "2025-01-01", 1000, 100, 0.1, 60_000, 0.3);
        couverture("national", "France", "2026-01-06", 1012, 253, 0.25, 60_000, 0.41);

        assertThat(Constat.COUVERTURE.sentence(gold, false).orElseThrow())
                .contains("253 établissements sur 1\u202f012 (25 %)", "41 % des habitants");
        assertThat(Constat.COUVERTURE.sentence(gold, true).orElseThrow()).contains("253 establishments of 1,012 (25%)");
    }

    @Test
    void namesTheWhiteZonesWithTheirInhabitants() throws SQLException {
        couverture("epci", "CC du Val", "2026-01-06", 40, 0, 0, 8_000, 0);
        couverture("epci", "CC des Îles", "2026-01-06", 20, 0, 0, 4_000, 0);
        couverture("epci", "CA du Port", "2026-01-06", 90, 30, 0.3, 50_000, 0.8);
        couverture("epci", "CA du Port", "2025-01-01", 90, 0, 0, 50_000, 0);

        assertThat(Constat.ZONES_BLANCHES.sentence(gold, false).orElseThrow())
                .contains("2 intercommunalités sur 3", "CC des Îles, CC du Val", "12\u202f000 habitants");
    }

    @Test
    void saysNothingWhereEveryoneCooperates() throws SQLException {
        couverture("epci", "CA du Port", "2026-01-06", 90, 30, 0.3, 50_000, 0.8);

        assertThat(Constat.ZONES_BLANCHES.sentence(gold, false)).isEmpty();
        assertThat(Constat.COUVERTURE.sentence(gold, false)).isEmpty();
    }

    @Test
    void countsOnlyRelaysWhoseEndIsKnown() throws SQLException {
        DuckDb.execute(gold, """
                INSERT INTO gold.relais_par_lien VALUES
                  ('2024-10-01', 99, 99, 99), ('2025-01-01', 100, 80, 60), ('2025-04-01', 50, NULL, NULL)
                """);

        assertThat(Constat.RELAIS.sentence(gold, false).orElseThrow())
                .contains("En 2025", "150 relais", "80 % ont été acceptés", "60 % sont devenus");
    }

    private void couverture(
            String niveau, String libelle, String day, long all, long some, double part, long population, double share)
            throws SQLException {
        DuckDb.execute(
                gold,
                "INSERT INTO gold.couverture_par_territoire VALUES ('%s', '%s', 'tous', 'ensemble', 'toutes', '%s', %d, %d, %s, %d, %s)"
                        .formatted(niveau, libelle, day, all, some, part, population, share));
    }
}
