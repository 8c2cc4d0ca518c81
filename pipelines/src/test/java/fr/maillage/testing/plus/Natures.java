package fr.maillage.testing.plus;

import static fr.maillage.testing.plus.Valeurs.nombre;
import static fr.maillage.testing.plus.Valeurs.parfois;

import java.io.IOException;

/** Natures of activities in their true shares, each with the group of fields that is its own. */
final class Natures {

    private static final String[] CODES = {"ASMR", "ASDR", "ASOCR", "AMM", "AMF", "AER", "AASA", "EML"};
    private static final int[] NOMBRES = {113_420, 87_205, 45_758, 31_463, 6_872, 5_895, 2_192, 68};
    private static final int TOUTES = 292_873;

    /** Prime to the number of activities: every nature is met from the first entities on. */
    private static final long STEP = 100_003;

    private Natures() {}

    static void write(Ecriture json, int a, int all, String activite, boolean exercee) throws IOException {
        long place = a * STEP % all * TOUTES / all;
        int nature = 0;
        for (long until = NOMBRES[0]; place >= until; until += NOMBRES[nature]) {
            nature++;
        }
        json.champs("codeNature", CODES[nature]).objet("caracteristiquesSpecifiques");
        switch (CODES[nature]) {
            case "ASMR" -> sociale(json, a, activite, "typeActiviteAMSR");
            case "ASOCR" -> sociale(json, a, activite, "typeActiviteASOCR");
            case "ASDR" -> sanitaire(json, a, activite);
            case "AMM" -> amm(json, a, activite, exercee);
            case "AMF" ->
                json.champs("aaSoinAmfId", nombre(a), "activiteAeId", activite)
                        .objet("typeActiviteAMF")
                        .champs("activiteAMF", "16", "modaliteActivite", "00", "formeActivite", "01")
                        .fin();
            case "AER" ->
                json.champs("activiteAeId", activite)
                        .objet("typeActiviteAER")
                        .champs("activiteEnseignementRegulee", "419", "modeFonctionnement", "34", "public", "990")
                        .fin();
            case "AASA" -> aasa(json, a, activite);
            default ->
                json.champs("aaEmlId", nombre(a), "marque", "0000", "numeroSerie", null, "activiteAeId", activite)
                        .objet("typeActiviteEML")
                        .champs("typeEmlId", "1")
                        .fin();
        }
        json.fin();
    }

    private static void sociale(Ecriture json, int a, String activite, String group) throws IOException {
        json.champs("aaSocialeReguleeId", nombre(a), "activiteAeId", activite);
        json.champs("ageMinAutorise", parfois(a, 11, "0"), "ageMaxAutorise", parfois(a, 11, "20"));
        json.champs("ageMinInstalle", parfois(a, 11, "0"), "ageMaxInstalle", a == 77 ? "2020" : parfois(a, 11, "20"));
        json.objet(group)
                .champs("activiteSocialeRegulee", "924", "modeFonctionnement", "11", "public", "700")
                .fin();
    }

    private static void sanitaire(Ecriture json, int a, String activite) throws IOException {
        json.champs("aaSanitaireDiverseReguleeId", nombre(a), "activiteAeId", activite)
                .objet("typeActiviteASDR");
        json.champs("activiteSanitaireDiverseRegulee", "824", "modeFonctionnement", "09", "public", "990")
                .fin();
    }

    /** Devices stand at the level of the établissement alone. */
    private static void amm(Ecriture json, int a, String activite, boolean exercee) throws IOException {
        json.champs("aaSoinAmmId", exercee ? nombre(a) : null, "activiteAeId", activite)
                .liste("appareil");
        for (int d = 0; exercee && a % 16 == 0 && d < 8; d++) {
            json.objet().champs("typeAppareilAMM", nombre(230 + d / 2), "nombreAppareilAMM", nombre(d % 3));
            json.champs("statutAppareilAMM", d % 2 == 0 ? "08" : "09").fin();
        }
        json.finListe().objet("typeActiviteAMM").champs("activiteAMM", "QA002", "modaliteAMM", "MO006");
        json.champs("mentionAMM", "ME000", "ptsAMM", "PTS19", "declarationAMM", "DE022")
                .fin();
    }

    private static void aasa(Ecriture json, int a, String activite) throws IOException {
        json.champs("aaAutreActSoinId", nombre(a), "dateLimDep", null, "dateLimVisiteConformite", null);
        json.champs("dateVisite", null, "numDecision", "DT06", "resultatVisite", null, "etatArhgos", null);
        json.champs("activiteAeId", activite).objet("typeActiviteAASA").champs("activiteSanitaireRegulee", "A0");
        json.champs("modaliteActivite", "00", "formeActivite", "15").fin();
    }
}
