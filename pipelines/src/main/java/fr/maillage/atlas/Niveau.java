package fr.maillage.atlas;

import fr.maillage.atlas.habillage.Labels;
import fr.maillage.schemas.CodeList;
import fr.maillage.silver.territoire.Niveaux;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A level of territory: one of the five that are always there, or a division of the tables.
 *
 * @param word as written in the column {@code niveau}
 */
record Niveau(String word, Labels titles, Labels singulars) {

    static final Niveau NATIONAL = new Niveau(
            "national", new Labels("Ensemble", "Whole"), new Labels("ensemble du territoire", "whole territory"));
    static final Niveau REGION = new Niveau("region", new Labels("Régions", "Regions"), new Labels("région", "region"));
    static final Niveau DEPARTEMENT =
            new Niveau("departement", Labels.same("Départements"), Labels.same("département"));
    static final Niveau EPCI =
            new Niveau("epci", Labels.same("EPCI"), new Labels("intercommunalité (EPCI)", "intermunicipality (EPCI)"));
    static final Niveau COMMUNE = new Niveau("commune", Labels.same("Communes"), Labels.same("commune"));

    private static final String A_SHAPE = Niveaux.HEXAGONE + "\\d+|" + Niveaux.TERRITOIRE_DECLARE;
    private static final CodeList DRAWN = CodeList.readFile("/atlas/niveaux.csv");

    /** Those that are always there, from the whole to its smallest part. */
    static final List<Niveau> FIXES = List.of(NATIONAL, REGION, DEPARTEMENT, EPCI, COMMUNE);

    /** The level of that word: a fixed one, a division of INSEE by its name, or one that a person named. */
    static Niveau of(String word) {
        return FIXES.stream()
                .filter(niveau -> niveau.word().equals(word))
                .findFirst()
                .orElseGet(() -> word.matches(A_SHAPE) ? drawn(word) : division(word));
    }

    /** Whether its territories may overlap. */
    boolean overlaps() {
        return word.equals(Niveaux.TERRITOIRE_DECLARE);
    }

    /** A grid or the perimeters of users, whose zones have shapes of their own. */
    private static Niveau drawn(String word) {
        String km = word.replaceAll("\\D", "");
        Map<String, String> row = DRAWN.find(word.replaceAll("\\d", "")).orElseThrow();
        UnaryOperator<String> words = column -> row.get(column).replace("{km}", km);
        return new Niveau(
                word,
                new Labels(words.apply("libelle"), words.apply("libelle_en")),
                new Labels(words.apply("singulier"), words.apply("singulier_en")));
    }

    /** A word names one level; titles take no part, which keeps looking up by level cheap. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Niveau niveau && niveau.word.equals(word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    private static Niveau division(String word) {
        Labels labels = CodeList.read("division").rows().stream()
                .filter(row -> row.get("code").equals(word))
                .findFirst()
                .map((Map<String, String> row) -> new Labels(row.get("libelle"), row.get("libelle_en")))
                .orElseGet(() -> Labels.same(spelled(word)));
        return new Niveau(word, labels, new Labels(lower(labels.fr()), lower(labels.en())));
    }

    private static String spelled(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('_', ' ');
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
