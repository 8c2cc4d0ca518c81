package fr.maillage.testing.plus;

import static fr.maillage.testing.plus.Repartition.part;
import static fr.maillage.testing.plus.Valeurs.*;

import java.io.IOException;
import java.io.OutputStream;

/** A document of structures of any size, written as it goes: the same bytes for the same census. */
public final class StructuresGenerees {

    private final Recensement recensement;
    private final Repartition repartition;
    private final Ecriture json;

    private StructuresGenerees(Recensement recensement, Ecriture json) {
        this.recensement = recensement;
        this.repartition = new Repartition(recensement);
        this.json = json;
    }

    /** Writes the whole document; the caller closes the stream. */
    public static void write(Recensement recensement, String generatedAt, OutputStream out) throws IOException {
        Ecriture json = new Ecriture(out);
        new StructuresGenerees(recensement, json).document(generatedAt);
        json.close();
    }

    private void document(String generatedAt) throws IOException {
        json.objet()
                .champs("schemaVersion", "v1.0.0", "generatedAt", generatedAt)
                .liste("gco");
        for (int i = 0; i < recensement.gco(); i++) {
            gco(i);
        }
        json.finListe().liste("gcc");
        for (int i = 0; i < recensement.gcc(); i++) {
            gcc(i);
        }
        json.finListe().liste("pmej");
        for (int i = 0; i < recensement.entites(); i++) {
            pmej(i);
        }
        json.finListe().fin();
    }

    /** 814 CPTS, 36 and 940 and 66 of the three kinds of GCS, of 1 856. */
    private static String typeGco(int i, int all) {
        long place = (long) i * 1_856 / all;
        return place < 814 ? "001" : place < 850 ? "002" : place < 1_790 ? "003" : "004";
    }

    private void gco(int i) throws IOException {
        json.objet().champs("pmSmsseId", nombre(1 + i * 3L), "typeGco", typeGco(i, recensement.gco()));
        json.liste("pmejDuGco");
        for (int m = 0; m < part(recensement.membresGco(), recensement.gco(), i); m++) {
            json.objet()
                    .champs("pmSmsseId", nombre(2 + i * 3L + m), "typeRoleEntiteGroupe", "M")
                    .fin();
        }
        json.finListe().vide("egeDuGco").fin();
    }

    private void gcc(int i) throws IOException {
        json.objet()
                .champs("gccId", nombre(i + 1), "nomGcc", "Territoire " + i, "typeGcc", i % 34 == 9 ? "002" : "001");
        json.champs("numFinessGcc", chiffres(49_824_516_535L - i, 11))
                .vide("engagement")
                .liste("evenement");
        evenement(i, "003", "GR", i + 1);
        json.finListe().liste("pmejDuGcc");
        for (int m = 0; m < part(recensement.membresGcc(), recensement.gcc(), i); m++) {
            json.objet()
                    .champs("pmSmsseId", nombre(2 + i * 10L + m), "typeRoleEntiteGroupe", m == 0 ? "S" : "M")
                    .fin();
        }
        json.finListe()
                .vide("egeDuGcc")
                .champs("etatObjet", "A", "dateDerniereMaj", "1900-01-01 00:00:00")
                .fin();
    }

    private void pmej(int i) throws IOException {
        String etat = i % 7 < 4 ? "A" : "I";
        json.objet().objet("informationsGeneralesPMEJ");
        json.champs("pmSmsseId", nombre(i + 1), "codeApe", parfois(i, 83, "87.10A"));
        json.champs("complementAdressePmSmsse", parfois(i, 6, "GROUPE " + i % 99), "dateCreation", jour(i));
        json.champs("dateFermeture", etat.equals("I") ? jour(i + 500) : null);
        json.champs("denominationLonguePmSmsse", nom(i) + " - " + commune(i), "denominationPm", nom(i));
        json.champs("numFinessPm", finess(departement(i), i), "fonctionPublique", parfois(i, 16, "01"));
        json.champs(
                "categorieentiteGeographiqueExercice", null, "siren", parfois(i, 83, chiffres(260_000_000L + i, 9)));
        json.champs("statutJuridique", i % 2 == 0 ? "60" : "85", "typeGroupeGco", null, "typePersonneMorale", "01")
                .fin();
        json.liste("adresse");
        adresse(i, "02", part(66_461, 98_168, i) > 0);
        json.finListe();
        contacts(i, part(recensement.contactsEntites(), recensement.entites(), i));
        json.vide("engagement").liste("evenement");
        for (int e = 0; e < part(recensement.evenementsEntites(), recensement.entites(), i); e++) {
            evenement(i * 8 + e, e == 0 ? "001" : "005", "PM", i + 1);
        }
        json.finListe().liste("ege");
        for (int e = 0; e < repartition.etablissements(i); e++) {
            ege(repartition.premierEtablissement(i) + e);
        }
        json.finListe()
                .champs("etatObjet", etat, "dateDerniereMaj", jour(i + 9) + " 00:00:00")
                .fin();
    }

    private void ege(int g) throws IOException {
        String etat = g % 5 < 3 ? "A" : "I";
        int all = recensement.etablissements();
        json.objet().objet("informationsGeneralesEGE").champs("egeId", nombre(g + 1));
        json.champs("complementDenominationEg", parfois(g, 9, "ANTENNE"));
        json.champs("dateFermeture", etat.equals("I") ? jour(g + 700) : null, "dateOuverture", jour(g));
        json.champs("datePremiereAutorisation", jour(g + 1), "nomEgeCourt", nom(g), "nomEgeLong", nom(g) + " LONG");
        json.champs("numeroEducationNationale", parfois(g, 3, "0010908G"));
        json.champs("numeroReferenceExterne", parfois(g, 13, "01#" + chiffres(g, 6)));
        json.champs("numFinessEge", finess(departement(g), 5_000_000L + g)).textes("espic", "1");
        json.champs("siret", parfois(g, 80, chiffres(26_000_000_000_000L + g, 14)))
                .fin();
        json.champs("categorieentiteGeographiqueExercice", g % 2 == 0 ? "620" : "500");
        json.champs("modefixationtarifaire", g % 3 == 0 ? "01" : "08").textes("typeBudget", g % 9 == 0 ? "02" : "01");
        adresses(g);
        contacts(g, part(recensement.contactsEtablissements(), all, g));
        engagements(g, part(recensement.engagementsEtablissements(), all, g));
        json.liste("evenement");
        for (int e = 0; e < part(recensement.evenementsEtablissements(), all, g); e++) {
            evenement(1_000_000 + g * 8 + e, e == 0 ? "003" : e == 1 ? "007" : "005", "EG", g + 1);
        }
        json.finListe();
        relations(g);
        json.champs("etatObjet", etat, "dateDerniereMaj", jour(g + 9) + " 00:00:00")
                .fin();
    }

    private void adresses(int g) throws IOException {
        json.liste("adresse");
        for (int a = 0; a < part(recensement.adressesEtablissements(), recensement.etablissements(), g); a++) {
            adresse(g + a, a == 0 ? "03" : "06", part(120_472, 180_447, g + a) > 0);
        }
        json.finListe();
    }

    /** Each relation is told by both établissements, which follow each other. */
    private void relations(int g) throws IOException {
        json.liste("roleEge");
        int pair = g / 2;
        int pairs = recensement.etablissements() / 2;
        if (pair < pairs && part(recensement.relations() / 2, pairs, pair) > 0) {
            json.objet().champs("idEgeNonPorteuse", nombre(2L * pair + 2), "idEgePorteuse", nombre(2L * pair + 1));
            json.champs("roleRelationEge", "B").fin();
        }
        json.finListe();
    }

    private void adresse(int n, String usage, boolean located) throws IOException {
        json.objet().champs("usageAdresse", usage, "numeroVoie", parfois(n, 76, nombre(1 + n % 300)));
        json.champs("typeVoie", parfois(n, 70, voie(n)), "libelleVoie", "DE LA RÉPUBLIQUE " + n % 90);
        json.champs("complementVoie", parfois(n, 3, "B"), "complementPointGeographique", parfois(n, 14, "MAIRIE"));
        json.champs("lieuDit", parfois(n, 9, "BP " + n % 500), "cogCommune", commune(n));
        json.champs("ligneAcheminement", "SAINT MARTIN SUR " + n % 800, "ligneUne", parfois(n, 4, "LBM DYNALAB"));
        json.champs("ligneDeux", null, "ligneTrois", null, "ligneQuatre", 1 + n % 300 + " RUE DE LA RÉPUBLIQUE");
        json.champs("ligneCinq", null, "ligneSix", parfois(n, 15, commune(n) + " Saint-Martin"));
        json.champs("codePostal", commune(n));
        if (located) {
            json.objet("coordonneesGeographique").champs("coordonneeX", degres(-1, n), "coordonneeY", degres(43, n));
            json.champs("directionLatitude", 6_300_000 + n + ".53", "directionLongitude", 600_000 + n + ".42");
            json.champs("cleInInteropBAN", commune(n) + "_0515_00240", "scoreBAN", "0.9674527272727271")
                    .fin();
        } else {
            json.champs("coordonneesGeographique", null);
        }
        json.fin();
    }

    private void contacts(int n, int times) throws IOException {
        json.liste("contact");
        for (int i = 0; i < times; i++) {
            json.objet().objet("typeContact").champs("roleContact", "01").fin().objet("telecom");
            json.champs("telephone", "04" + chiffres(n % 100_000_000, 8), "telecopie", parfois(n, 45, "0474226107"));
            json.champs("courriel", null).fin().fin();
        }
        json.finListe();
    }

    private void engagements(int n, int times) throws IOException {
        json.liste("engagement");
        for (int i = 0; i < times; i++) {
            json.objet().champs("engagementId", nombre(n), "typeEngagement", n % 2 == 0 ? "ARRT" : "CONV");
            json.champs("sousTypeEngagement", "ARR", "identifiantEngagement", null, "nomEngagement", null);
            json.champs("dateSignatureEngagement", jour(n), "dateNotificationEngagement", null);
            json.champs("dateEffetEngagement", jour(n), "dateFinEngagement", null, "dateCaduciteEngagement", null);
            json.champs("motifArrete", null)
                    .vide("autoriteRegulationEngagement")
                    .fin();
        }
        json.finListe();
    }

    private void evenement(int n, String code, String type, int objet) throws IOException {
        Evenements.write(json, n, code, type, objet, null, 0);
    }
}
