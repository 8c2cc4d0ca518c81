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
    private final int[] marque;
    private int question;

    Voisinage(Graphe graphe) {
        this.graphe = graphe;
        this.marque = new int[graphe.size()];
        this.membres = new int[graphe.size()];
        Arrays.setAll(membres, node -> graphe.nombre(node, Graphe.A_MEMBRE));
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
        question++;
        marque[node] = question;
        int count = 0;
        for (int at = graphe.debut(node); at < graphe.fin(node); at++) {
            if (graphe.est(at, Graphe.RELATION)) {
                count += organisation(graphe.voisin(at));
            }
            if (graphe.est(at, Graphe.MEMBRE_DE)) {
                count += membresNouveaux(graphe.voisin(at));
            }
        }
        return count;
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

    private int membresNouveaux(int cooperation) {
        int count = 0;
        for (int at = graphe.debut(cooperation); at < graphe.fin(cooperation); at++) {
            if (graphe.est(at, Graphe.A_MEMBRE)) {
                count += organisation(graphe.voisin(at));
            }
        }
        return count;
    }

    private int organisation(int node) {
        if (marque[node] == question || graphe.estCooperation(node)) {
            return 0;
        }
        marque[node] = question;
        return 1;
    }

    private int relationsMarquees(int member) {
        int count = 0;
        for (int at = graphe.debut(member); at < graphe.fin(member) && graphe.voisin(at) < member; at++) {
            count += graphe.est(at, Graphe.RELATION) && marque[graphe.voisin(at)] == question ? 1 : 0;
        }
        return count;
    }
}
