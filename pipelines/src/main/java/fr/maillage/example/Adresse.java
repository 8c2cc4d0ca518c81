package fr.maillage.example;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A street address as FINESS splits it, with an invented street and an invented telephone. */
record Adresse(String numero, String type, String voie, String ligneAcheminement, String telephone) {

    private static final List<String> VOIES = Ressource.lines("voies.txt");

    /** Somewhere in the commune; large towns also route by CEDEX. */
    static Adresse in(Commune commune, Random random) {
        String[] voie = VOIES.get(random.nextInt(VOIES.size())).split(";");
        String ville = Noms.cut(Noms.acheminement(commune.nom()), 26);
        boolean cedex = commune.population() > 20000 && random.nextInt(6) == 0;
        return new Adresse(
                random.nextInt(5) == 0 ? "" : String.valueOf(1 + random.nextInt(120)),
                voie[0],
                voie[1],
                commune.codePostal() + " " + (cedex ? Noms.cut(ville + " CEDEX", 26) : ville),
                // 01 99 00 xx xx: a block that the numbering plan keeps for fiction.
                String.format(Locale.ROOT, "019900%04d", random.nextInt(10000)));
    }
}
