package fr.maillage.silver.localisation;

import fr.maillage.geo.CrsParDepartement;
import java.util.ArrayList;
import java.util.List;

/**
 * What speaks for a position and what speaks against it, each by one word.
 *
 * @param pour etendue, seconde_paire, territoire, commune, cle_ban
 * @param contre seconde_paire, territoire, commune, cle_ban
 */
record Temoins(List<String> pour, List<String> contre) {

    /**
     * @param verdict on the same position
     * @param communeBan commune of the BAN key in the cadre's geography; null without a key
     */
    static Temoins of(Position position, Indices.Verdict verdict, String communeBan, double ecartMax) {
        Temoins temoins = new Temoins(new ArrayList<>(), new ArrayList<>());
        if (position.ecart() != null) {
            temoins.say("seconde_paire", position.ecart() <= ecartMax);
        }
        if (position.isKept()) {
            temoins.pour.add(0, "etendue");
            temoins.say("territoire", verdict.vraisemblable());
            if (verdict.annoncee() != null) {
                temoins.say("commune", verdict.annoncee().equals(verdict.position()));
            }
            if (communeBan != null) {
                temoins.say("cle_ban", communeBan.equals(verdict.position()));
            }
        } else if (communeBan != null && verdict.annoncee() != null) {
            // Without a position the key can still contradict the claimed commune.
            if (!CrsParDepartement.ofCommune(communeBan).equals(CrsParDepartement.ofCommune(verdict.annoncee()))) {
                temoins.contre.add("cle_ban");
            }
        }
        return temoins;
    }

    private void say(String word, boolean agrees) {
        (agrees ? pour : contre).add(word);
    }
}
