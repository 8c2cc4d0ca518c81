package fr.maillage.silver.passage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A piece of territory that no movement ever cut; one that is cut becomes its pieces.
 *
 * <p>It is named after the commune it first was, and a piece of it after the commune it went to as well: {@code 74056} and
 * {@code 74056/74290}. A later movement can thus only change the names of what it cuts.
 */
final class Atome {

    private final String nom;
    private final List<Atome> pieces = new ArrayList<>();

    Atome(String nom) {
        this.nom = nom;
    }

    String nom() {
        return nom;
    }

    /** Cuts it for good; every commune that ever held it holds its pieces from now on. */
    Atome piece(String commune) {
        Atome piece = new Atome(nom + "/" + commune);
        pieces.add(piece);
        return piece;
    }

    /** What these pieces are made of today. */
    static Set<Atome> entiers(Collection<Atome> atomes) {
        Set<Atome> entiers = new LinkedHashSet<>();
        for (Atome atome : atomes) {
            if (atome.pieces.isEmpty()) {
                entiers.add(atome);
            } else {
                entiers.addAll(entiers(atome.pieces));
            }
        }
        return entiers;
    }

    /** The names of what these pieces are made of today, in order. */
    static List<String> noms(Collection<Atome> atomes) {
        return entiers(atomes).stream().map(Atome::nom).sorted().toList();
    }
}
