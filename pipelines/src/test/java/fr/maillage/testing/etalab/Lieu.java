package fr.maillage.testing.etalab;

import java.util.SplittableRandom;

/**
 * Where something stands in the generated country.
 *
 * @param departement index in {@link Pays#CODES}
 * @param commune three digits, as FINESS writes it beside the département
 * @param numeroVoie number in the street
 * @param voie index of the street's name
 */
record Lieu(int departement, int commune, int numeroVoie, int voie) {

    static Lieu tire(int departement, SplittableRandom tirage) {
        int commune = Pays.estOutreMer(departement)
                ? 100 * Pays.chiffreOutreMer(departement) + tirage.nextInt(1, 25)
                : tirage.nextInt(1, 400);
        return new Lieu(departement, commune, tirage.nextInt(1, 300), tirage.nextInt(1_000));
    }

    /** Somewhere else in the same département. */
    Lieu ailleurs(SplittableRandom tirage) {
        return tire(departement, tirage);
    }

    /** Published coordinates, in tenths of metres, around the middle of the commune. */
    String x() {
        return dixiemes(Pays.x(departement), 977 * commune, 131 * numeroVoie + 17 * voie);
    }

    String y() {
        return dixiemes(Pays.y(departement), 613 * commune, 71 * numeroVoie + 29 * voie);
    }

    private static String dixiemes(int middle, int commune, int rue) {
        int metres = middle + commune % 40_000 - 20_000 + rue % 3_000;
        return metres + "." + rue % 10;
    }

    String codePostal() {
        return Pays.estOutreMer(departement)
                ? "97%03d".formatted(commune)
                : Pays.codePostal(departement) + "%03d".formatted(10 * (commune % 90));
    }

    String ville() {
        return Pays.ville(departement, commune);
    }
}
