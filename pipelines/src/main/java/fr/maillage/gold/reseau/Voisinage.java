package fr.maillage.gold.reseau;

import java.util.Arrays;

/**
 * What is counted around one node: cooperations, members, partners.
 *
 * <p>Marks nodes by the number of the question last asked, so that nothing has to be cleared.
 */
final class Voisinage {

    private final Graphe graphe;
    private final int[] membres;
    private final Reunions reunions;
    private final int[] marque;
    private int question;

    Voisinage(Graphe graphe) {
        this.graphe = graphe;
        this.marque = new int[graphe.size()];
        this.membres = new int[graphe.size()];
        Arrays.setAll(membres, node -> graphe.nombre(node, Graphe.A_MEMBRE));
        this.reunions = organisations(graphe);
    }

    /** Cooperations the node is a member of. */
    int cooperations(int node) {
        return graphe.nombre(node, Graphe.MEMBRE_DE);
    }

    int membres(int cooperation) {
        return membres[cooperation];
    }

    /** Other organisations that share a cooperation with this one, or have a relation with it. */
    int partenaires(int node) {
        reunions.autour(node);
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            int other = graphe.voisin(at);
            if (graphe.est(at, Graphe.RELATION) && !graphe.estCooperation(other)) {
                reunions.ajoute(other);
            }
            if (graphe.est(at, Graphe.MEMBRE_DE)) {
                reunions.ajouteGroupe(other);
            }
        }
        return reunions.compte();
    }

    /** Pairs of members of a cooperation that have a relation outside it. */
    long pairesLiees(int cooperation) {
        question++;
        for (int at = graphe.debut(cooperation); at < graphe.fin(cooperation); at++) {
            if (graphe.est(at, Graphe.A_MEMBRE)) {
                marque[graphe.voisin(at)] = question;
            }
        }
        long pairs = 0;
        for (int at = graphe.debut(cooperation); at < graphe.fin(cooperation); at++) {
            if (graphe.est(at, Graphe.A_MEMBRE)) {
                pairs += relationsMarquees(graphe.voisin(at));
            }
        }
        return pairs;
    }

    /** Cooperations that the node would leave with a single member. */
    int cooperationsDissoutes(int node) {
        int count = 0;
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            if (graphe.est(at, Graphe.MEMBRE_DE) && membres[graphe.voisin(at)] == 2) {
                count++;
            }
        }
        return count;
    }

    /** The organisations that are members of each node. */
    private static Reunions organisations(Graphe graphe) {
        int[] start = new int[graphe.size() + 1];
        int[] members = new int[graphe.voisins().length];
        int found = 0;
        for (int node = 0; node < graphe.size(); node++) {
            start[node] = found;
            for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
                if (graphe.est(at, Graphe.A_MEMBRE) && !graphe.estCooperation(graphe.voisin(at))) {
                    members[found++] = graphe.voisin(at);
                }
            }
        }
        start[graphe.size()] = found;
        return new Reunions(graphe.size(), start, Arrays.copyOf(members, found));
    }

    private int relationsMarquees(int member) {
        int count = 0;
        for (int at = graphe.debut(member); at < graphe.fin(member) && graphe.voisin(at) < member; at++) {
            count += graphe.est(at, Graphe.RELATION) && marque[graphe.voisin(at)] == question ? 1 : 0;
        }
        return count;
    }
}
