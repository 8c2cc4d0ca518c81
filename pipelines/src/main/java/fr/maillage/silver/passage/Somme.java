package fr.maillage.silver.passage;

/** The shares of several pieces together: no lower and no higher than what the others leave. */
final class Somme {

    private int pieces;
    private int unknown;
    private double part;
    private double basse;
    private double haute;

    void add(Part one) {
        pieces++;
        unknown += one.nature() == Part.Nature.INCONNU ? 1 : 0;
        part += one.part();
        basse += one.basse();
        haute += one.haute();
    }

    /** What these pieces are of all pieces of a commune. */
    Passage passage(String from, String to, Somme all) {
        if (pieces == all.pieces) {
            return new Passage(from, to, 1, 1, 1, Part.Nature.EXACT);
        }
        boolean apart = unknown > 0 && all.unknown > unknown;
        return new Passage(
                from,
                to,
                part,
                bound(Math.max(basse, 1 - (all.haute - haute))),
                bound(Math.min(haute, 1 - (all.basse - basse))),
                apart ? Part.Nature.INCONNU : Part.Nature.PONDERE);
    }

    private static double bound(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
