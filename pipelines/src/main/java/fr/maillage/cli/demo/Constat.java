package fr.maillage.cli.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * A sentence computed from gold: a question of one row, and the words around its values.
 *
 * <p>No row, or a value that is not known, and nothing is said.
 */
enum Constat {
    /** Which share is covered. */
    COUVERTURE(
            """
            SELECT nb_etablissements_en_cooperation, nb_etablissements,
                   CAST(round(100 * part_etablissements_en_cooperation) AS BIGINT),
                   CAST(round(100 * part_population_commune_avec_membre) AS BIGINT)
            FROM gold.couverture_par_territoire
            WHERE niveau = 'national' AND perimetre = 'tous' AND niveau_categorie = 'ensemble'
              AND forme_juridique = 'toutes'
            ORDER BY date_observation DESC LIMIT 1
            """,
            "%,d établissements sur %,d (%d %%) coopèrent, eux ou leur gestionnaire ; %d %% des habitants vivent dans une"
                    + " commune où un membre d’une coopération est présent.",
            "%,d establishments of %,d (%d%%) cooperate, they or their managers; %d%% of the inhabitants live in a commune"
                    + " where a member of a cooperation is present."),

    /** Where nobody cooperates. */
    ZONES_BLANCHES(
            """
            WITH derniere AS (
              FROM gold.couverture_par_territoire
              WHERE niveau = 'epci' AND perimetre = 'tous' AND niveau_categorie = 'ensemble'
                AND forme_juridique = 'toutes'
              QUALIFY date_observation = max(date_observation) OVER ())
            SELECT count(*) FILTER (nb_etablissements_en_cooperation = 0), count(*),
                   string_agg(libelle_territoire, ', ' ORDER BY libelle_territoire)
                     FILTER (nb_etablissements_en_cooperation = 0),
                   CAST(sum(population) FILTER (nb_etablissements_en_cooperation = 0) AS BIGINT)
            FROM derniere
            """,
            "%,d intercommunalités sur %,d n’ont aucun établissement en coopération : %s. Ces zones blanches comptent %,d"
                    + " habitants.",
            "%,d intercommunalities of %,d have no establishment in cooperation: %s. These white zones have %,d"
                    + " inhabitants."),

    /** What becomes of relays. */
    RELAIS(
            """
            SELECT CAST(year(trimestre) AS VARCHAR), CAST(sum(nb_relais) AS BIGINT),
                   CAST(round(100 * sum(nb_relais_acceptes) / sum(nb_relais) FILTER (nb_relais_acceptes IS NOT NULL)) AS BIGINT),
                   CAST(round(100 * sum(nb_relais_service) / sum(nb_relais) FILTER (nb_relais_service IS NOT NULL)) AS BIGINT)
            FROM gold.relais_par_lien
            GROUP BY year(trimestre) HAVING sum(nb_relais) > 0
            ORDER BY year(trimestre) DESC LIMIT 1
            """,
            "En %s, les membres se sont passé %,d relais : %d %% ont été acceptés et %d %% sont devenus un service rendu.",
            "In %s, members passed on %,d relays: %d%% were accepted and %d%% became a service.");

    private final String question;
    private final String french;
    private final String inEnglish;

    Constat(String question, String french, String inEnglish) {
        this.question = question;
        this.french = french;
        this.inEnglish = inEnglish;
    }

    Optional<String> sentence(Connection gold, boolean english) throws SQLException {
        try (Statement statement = gold.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            if (!answer.next()) {
                return Optional.empty();
            }
            Object[] values = new Object[answer.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = answer.getObject(i + 1);
                if (values[i] == null) {
                    return Optional.empty();
                }
            }
            return Optional.of(
                    english
                            ? String.format(Locale.ENGLISH, inEnglish, values)
                            : String.format(Locale.FRENCH, french, values));
        }
    }
}
