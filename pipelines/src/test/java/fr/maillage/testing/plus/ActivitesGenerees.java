package fr.maillage.testing.plus;

import static fr.maillage.testing.plus.Repartition.part;
import static fr.maillage.testing.plus.Valeurs.*;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A document of activities that belongs to the {@link StructuresGenerees} of the same census: the same entities and
 * établissements, the same bytes every time.
 */
public final class ActivitesGenerees {

    /** Where the identifiers of events of authorised, then of exercised activities begin. */
    private static final int AUTORISEES = 10_000_000;

    private static final int EXERCEES = 20_000_000;

    private final Recensement recensement;
    private final Repartition repartition;
    private final Ecriture json;

    private ActivitesGenerees(Recensement recensement, Ecriture json) {
        this.recensement = recensement;
        this.repartition = new Repartition(recensement);
        this.json = json;
    }

    /** Writes the whole document; the caller closes the stream. */
    public static void write(Recensement recensement, String generatedAt, OutputStream out) throws IOException {
        Ecriture json = new Ecriture(out);
        new ActivitesGenerees(recensement, json).document(generatedAt);
        json.close();
    }

    private void document(String generatedAt) throws IOException {
        int[] before = repartition.etablissementsActifs();
        json.objet()
                .champs("schemaVersion", "v1.0.0", "generatedAt", generatedAt)
                .liste("pmej");
        for (int i = 0; i < recensement.entites(); i++) {
            if (repartition.isActive(i)) {
                pmej(i, before[i], before[i + 1]);
            }
        }
        json.finListe().fin();
    }

    private int premiere(int etablissement) {
        return (int) ((long) etablissement * recensement.activites() / recensement.etablissementsActifs());
    }

    private void pmej(int i, int from, int to) throws IOException {
        json.objet().champs("numFiness", finess(departement(i), i), "pmSmsseId", nombre(i + 1));
        json.liste("activitesAutorisees");
        for (int a = premiere(from); a < premiere(to); a++) {
            autorisee(a, i + 1);
        }
        json.finListe().liste("ege");
        for (int g = from; g < to; g++) {
            int ege = repartition.premierEtablissement(i) + g - from;
            json.objet().champs("egeId", nombre(ege + 1), "numFinessEge", finess(departement(ege), 5_000_000L + ege));
            json.liste("activitesExercees");
            for (int a = premiere(g); a < premiere(g + 1); a++) {
                exercee(a, ege + 1);
            }
            json.finListe().fin();
        }
        json.finListe().fin();
    }

    private void autorisee(int a, int entite) throws IOException {
        json.objet().objet("caracteristiquesGeneriques");
        generales(a, 2L * a + 1, null);
        json.champs("egeId", null, "typeActiviteSMSSE", nombre(50_000 + a % 700), "pmSmsseExploitanteId", null)
                .fin();
        nature(a, 2L * a + 1, false);
        json.liste("evenement");
        for (int e = 0; e < part(recensement.evenementsAutorisees(), recensement.activites(), a); e++) {
            Evenements.write(json, AUTORISEES + a * 4 + e, e == 0 ? "010" : "013", "AC", 2 * a + 1, "PM", entite);
        }
        json.finListe().vide("engagement").liste("capacite");
        capacites(a, 2L * a + 1, "09", part(recensement.capacitesAutorisees(), recensement.activites(), a), 0);
        json.finListe();
        zone(a);
        json.fin();
    }

    private void exercee(int a, int ege) throws IOException {
        long id = 2L * a + 2;
        json.objet().objet("caracteristiquesGeneriques");
        generales(a, id, nombre(id - 1));
        json.champs("egeId", nombre(ege), "typeActiviteSMSSE", nombre(50_000 + a % 700));
        json.champs("egeExploitanteId", null, "egeFacturante", null).fin();
        nature(a, id, true);
        json.liste("evenement");
        for (int e = 0; e < part(recensement.evenementsExercees(), recensement.activites(), a); e++) {
            String code = e == 0 ? "010" : e == 1 ? "012" : e == 2 ? "015" : "013";
            Evenements.write(json, EXERCEES + a * 4 + e, code, "AC", (int) id, "EG", ege);
        }
        json.finListe().vide("engagement").liste("capacite");
        capacites(a, id, "09", part(recensement.capacitesAutorisees(), recensement.activites(), a), 1);
        capacites(a, id, "08", part(recensement.capacitesInstallees(), recensement.activites(), a), 2);
        json.finListe().champs("zoneIntervention", null).fin();
    }

    private void generales(int a, long id, String autorisation) throws IOException {
        json.champs("activiteAeId", nombre(id), "etatObjet", a % 9 < 5 ? "A" : "I");
        json.champs("identifiantAutorisation", autorisation, "numAutorisationArhgos", parfois(a, 14, "84-82-" + a));
        json.champs("dateDebutActiviteAutorisee", parfois(a, 82, jour(a)));
        json.champs("dateFinActiviteAutorisee", parfois(a, 13, "2032-05-09"), "dateFinEffectiveActivite", null);
        json.champs("dateCaduciteAutorisation", null);
    }

    private void nature(int a, long id, boolean exercee) throws IOException {
        json.objet("nature");
        Natures.write(json, a, recensement.activites(), nombre(id), exercee);
        json.fin();
    }

    private void capacites(int a, long activite, String statut, int times, int kind) throws IOException {
        for (int i = 0; i < times; i++) {
            json.objet().champs("idCapacite", nombre((a * 3L + kind) * 4 + i), "nombre", nombre(a % 120));
            json.champs("precision", null, "variation", null, "activiteAeId", nombre(activite), "engagementId", null);
            json.champs("habilitation", parfois(a + i, 14, "02"), "statutCapacite", statut);
            json.champs("modeFinancement", parfois(a + i, 1, "01"), "uniteMesureCapacite", "02");
            json.champs("typeLogement", parfois(a + i, 2, "03"), "genre", parfois(a + i, 10, "01"))
                    .fin();
        }
    }

    private void zone(int a) throws IOException {
        int number = (int) ((long) a * recensement.zones() / recensement.activites());
        if (part(recensement.zones(), recensement.activites(), a) == 0) {
            json.champs("zoneIntervention", null);
            return;
        }
        json.objet("zoneIntervention").champs("zoneInterventionAutoriseeId", nombre(number + 1));
        json.champs("libelleZI", parfois(number, 15, "ZONE " + number), "activiteAeId", nombre(2L * a + 1));
        json.liste("communeZI");
        for (int c = 0; c < part(recensement.communes(), recensement.zones(), number); c++) {
            json.objet()
                    .champs("commune", chiffres(departement(number), 2) + chiffres(1 + c, 3))
                    .fin();
        }
        json.finListe().fin();
    }
}
