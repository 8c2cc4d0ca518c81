package fr.maillage.testing.etalab;

import java.util.List;

/** Lines of the etalab files, the fields in their order: 23 for a legal entity, 32 for an establishment, 6 for a position. */
final class LignesEtalab {

    private record Code(String code, String libelle, String agregat, String libelleAgregat) {}

    private static final List<Code> CATEGORIES = List.of(
            new Code(
                    "500",
                    "Etablissement d'hébergement pour personnes âgées dépendantes",
                    "4401",
                    "Etablissements d'Hébergement pour Personnes Âgées"),
            new Code("202", "Résidences autonomie", "4401", "Etablissements d'Hébergement pour Personnes Âgées"),
            new Code(
                    "354",
                    "Service de Soins Infirmiers A Domicile (S.S.I.A.D)",
                    "4605",
                    "Services de Maintien à Domicile"),
            new Code(
                    "183",
                    "Institut Médico-Educatif (I.M.E.)",
                    "4101",
                    "Etab.Educ.Spéciale pour Déficients Mentaux et Handicapés"),
            new Code(
                    "246",
                    "Etablissement et Service d'Aide par le Travail (E.S.A.T.)",
                    "4302",
                    "Etab.et Services de Travail Protégé pour Adultes Handicapés"),
            new Code("620", "Pharmacie d'Officine", "3101", "Pharmacies d'Officine"),
            new Code("124", "Centre de Santé", "2206", "Centres de Santé"),
            new Code("603", "Maison de santé (L.6223-3)", "2207", "Maisons de Santé Pluri-professionnelles"),
            new Code("355", "Centre Hospitalier (C.H.)", "1102", "Centres Hospitaliers"),
            new Code("611", "Laboratoire de Biologie Médicale", "3201", "Laboratoires d'Analyses"));
    private static final List<Code> STATUTS = List.of(
            new Code("60", "Association Loi 1901 non Reconnue d'Utilité Publique", "", ""),
            new Code("61", "Association Loi 1901 Reconnue d'Utilité Publique", "", ""),
            new Code("17", "Centre Communal d'Action Sociale", "", ""),
            new Code("72", "Société A Responsabilité Limitée (S.A.R.L.)", "", ""),
            new Code("13", "Etablissement Public Communal d'Hospitalisation", "", ""));
    private static final List<Code> TARIFS = List.of(
            new Code("44", "ARS TP HAS nPUI", "", ""),
            new Code("45", "ARS TP nHAS nPUI", "", ""),
            new Code("99", "Indéterminé", "", ""));
    private static final List<String> GENRES = List.of("RESIDENCE", "MAISON", "CENTRE", "FOYER", "SERVICE", "INSTITUT");
    private static final List<String> NOMS = List.of(
            "LES TILLEULS",
            "LE CHENE VERT",
            "BEAU SOLEIL",
            "LES GLYCINES",
            "BELLEVUE",
            "LA FONTAINE",
            "LES MIMOSAS",
            "DU PARC",
            "LES ORMES",
            "LA ROSERAIE",
            "DES QUATRE VENTS",
            "LES LAURIERS",
            "DU LAC");
    private static final List<String> TYPES_VOIE = List.of("R", "AV", "BD", "PL", "CHE", "RTE");
    private static final List<String> VOIES = List.of(
            "DE LA REPUBLIQUE", "VICTOR HUGO", "DES ECOLES", "DE LA GARE", "PASTEUR", "DU MOULIN", "DE L EGLISE");

    private final RegistreEtalab registre;

    LignesEtalab(RegistreEtalab registre) {
        this.registre = registre;
    }

    /** Section structureej. */
    String entite(EntiteEtalab e) {
        Lieu lieu = e.lieu();
        Code statut = of(STATUTS, e.statut());
        String nom = "ASSOCIATION " + of(NOMS, e.nom()) + " " + e.nom();
        return line(
                "structureej",
                e.numero(),
                nom,
                nom + " DE " + lieu.ville(),
                "",
                Integer.toString(lieu.numeroVoie()),
                of(TYPES_VOIE, lieu.voie()),
                of(VOIES, lieu.voie()),
                "",
                "",
                "",
                "%03d".formatted(lieu.commune()),
                acheminement(lieu),
                Pays.CODES.get(lieu.departement()),
                departement(lieu),
                "01%08d".formatted(e.nom()),
                statut.code(),
                statut.libelle(),
                "",
                "",
                e.siren(),
                "8710A",
                e.creation().toString());
    }

    /** Section structureet. */
    String etablissement(EtablissementEtalab e) {
        Lieu lieu = e.lieu();
        Code categorie = of(CATEGORIES, e.categorie());
        Code tarif = of(TARIFS, e.tarif());
        EntiteEtalab entite = registre.entite(e.entite());
        String nom = of(GENRES, e.nom()) + " " + of(NOMS, e.nom()) + " " + e.nom();
        return line(
                "structureet",
                e.numero(),
                entite.numero(),
                nom,
                nom + " " + lieu.ville(),
                "",
                "",
                Integer.toString(lieu.numeroVoie()),
                of(TYPES_VOIE, lieu.voie()),
                of(VOIES, lieu.voie()),
                "",
                "",
                "%03d".formatted(lieu.commune()),
                Pays.CODES.get(lieu.departement()),
                departement(lieu),
                acheminement(lieu),
                "0474%06d".formatted(e.telephone()),
                "",
                categorie.code(),
                categorie.libelle(),
                categorie.agregat(),
                categorie.libelleAgregat(),
                Pays.luhn(entite.siren() + e.numero().substring(4, 8)),
                "8710A",
                tarif.code(),
                tarif.libelle(),
                "9",
                "Indéterminé",
                e.ouverture().toString(),
                e.ouverture().minusDays(90).toString(),
                e.maj().toString(),
                "");
    }

    /** Section geolocalisation. */
    String position(EtablissementEtalab e) {
        Lieu lieu = e.lieu();
        return line(
                "geolocalisation",
                e.numero(),
                lieu.x(),
                lieu.y(),
                Pays.sourcePosition(lieu.departement()),
                e.maj().toString());
    }

    private static String line(String... fields) {
        return String.join(";", fields) + "\n";
    }

    private static String acheminement(Lieu lieu) {
        return lieu.codePostal() + " " + lieu.ville();
    }

    private static String departement(Lieu lieu) {
        return "DEPARTEMENT " + Pays.CODES.get(lieu.departement());
    }

    private static <T> T of(List<T> values, int which) {
        return values.get(which % values.size());
    }
}
