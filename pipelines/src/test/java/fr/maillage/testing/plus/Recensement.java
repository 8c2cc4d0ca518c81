package fr.maillage.testing.plus;

/**
 * How much of everything the two FINESS+ documents hold.
 *
 * @param evenementsEntites events of legal entities, and so on for each level
 */
public record Recensement(
        int entites,
        int etablissements,
        int adressesEtablissements,
        int contactsEntites,
        int contactsEtablissements,
        int engagementsEtablissements,
        int evenementsEntites,
        int evenementsEtablissements,
        int relations,
        int gco,
        int gcc,
        int membresGco,
        int membresGcc,
        int entitesActives,
        int etablissementsActifs,
        int activites,
        int evenementsAutorisees,
        int evenementsExercees,
        int capacitesAutorisees,
        int capacitesInstallees,
        int zones,
        int communes) {

    /** The documents of July 2026, after the census files published with the extract. */
    public static final Recensement FRANCE = new Recensement(
            98_168, 174_508, 180_447, 76_652, 145_853, 77_260, 165_102, 463_838, 47_474, 1_856, 135, 2, 761, 45_656,
            139_675, 292_873, 474_105, 857_944, 138_696, 259_841, 8_336, 1_231_970);

    /** All groupings of the country with the entities they name, and nothing else. */
    public static final Recensement GROUPEMENTS = new Recensement(
            6_000,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            FRANCE.gco,
            FRANCE.gcc,
            FRANCE.membresGco,
            FRANCE.membresGcc,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0);

    /** The same country, smaller. */
    public Recensement sur(int times) {
        return new Recensement(
                entites / times,
                etablissements / times,
                adressesEtablissements / times,
                contactsEntites / times,
                contactsEtablissements / times,
                engagementsEtablissements / times,
                evenementsEntites / times,
                evenementsEtablissements / times,
                relations / times / 2 * 2,
                gco / times,
                gcc / times,
                membresGco / times,
                membresGcc / times,
                entitesActives / times,
                etablissementsActifs / times,
                activites / times,
                evenementsAutorisees / times,
                evenementsExercees / times,
                capacitesAutorisees / times,
                capacitesInstallees / times,
                zones / times,
                communes / times);
    }

    /** Events of both documents, those of conventional groupings included. */
    public int evenements() {
        return evenementsEntites + evenementsEtablissements + gcc + evenementsAutorisees + evenementsExercees;
    }
}
