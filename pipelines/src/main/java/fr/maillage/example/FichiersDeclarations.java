package fr.maillage.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an agency fills in: cooperations and their members. */
final class FichiersDeclarations {

    private static final String NOTICE = "# " + Exemple.AVERTISSEMENT;

    private FichiersDeclarations() {}

    static void write(Registre registre, List<Membre> membres, Dossier dossier) {
        dossier.write("declarations/cooperations.csv", cooperations(registre));
        dossier.write("declarations/membres.csv", membres(membres));
        for (String telle : List.of("faits_cooperation.csv", "evaluations.csv", "organisations.csv", "relations.csv")) {
            dossier.write("declarations/" + telle, telle(telle));
        }
        dossier.write("declarations/liens_territoire.csv", liens(registre));
        dossier.write("declarations/parutions.csv", parutions());
    }

    /** A list that is written as it stands beside the code. */
    private static List<String> telle(String name) {
        List<String> lines = new ArrayList<>(List.of(NOTICE));
        lines.addAll(Ressource.lines(name));
        return lines;
    }

    /** Each cooperation has its seat in the first town of its area and covers the area. */
    private static List<String> liens(Registre registre) {
        List<String> lines = new ArrayList<>(List.of(NOTICE));
        lines.add("acteur;role;niveau;code_territoire;millesime;du;au;part;source");
        for (Cooperation c : registre.cooperations()) {
            for (Epci epci : c.epci()) {
                lines.add(String.join(
                        ";",
                        "coop:" + c.identifiant(),
                        "couvre",
                        "epci",
                        epci.code(),
                        Integer.toString(Exemple.PREMIERE_DIFFUSION.getYear()),
                        c.dateDebut().toString(),
                        day(c.dateFin()),
                        "",
                        "recensement fictif"));
            }
        }
        return lines;
    }

    private static List<String> cooperations(Registre registre) {
        List<String> lines = new ArrayList<>();
        lines.add(NOTICE);
        lines.add("identifiant;nom;forme_juridique;date_debut;date_fin;objets;source;numero");
        for (Cooperation c : registre.cooperations()) {
            lines.add(String.join(
                    ";",
                    c.identifiant(),
                    c.nom(),
                    c.formeJuridique(),
                    c.dateDebut().toString(),
                    day(c.dateFin()),
                    String.join(", ", c.objets()),
                    "recensement fictif",
                    registre.numero(c)));
        }
        lines.add(
                "essai-dates;Coopération aux dates inversées;convention;2023-06-01;2022-06-01;pratiques;recensement fictif;");
        lines.add("essai-forme;Coopération de forme inconnue;amicale;2023-06-01;;pratiques;recensement fictif;");
        return lines;
    }

    private static List<String> membres(List<Membre> membres) {
        List<String> lines = new ArrayList<>();
        lines.add(NOTICE);
        lines.add("cooperation;membre;role;du;au");
        for (Membre m : membres) {
            lines.add(String.join(
                    ";", m.cooperation().identifiant(), m.identifiant(), m.role(), m.du().toString(), day(m.au())));
        }
        lines.add("rives-orlance;finess:" + Numeros.finess("96", 1, 99990) + ";membre;2020-01-01;");
        lines.add("rives-orlance;ext:equipe-mobile-du-port;partenaire;2024-05-01;2023-05-01");
        return lines;
    }

    /** The register of the fictional départements is told whole: what it does not name is not there. */
    private static List<String> parutions() {
        List<String> lines = new ArrayList<>();
        lines.add(NOTICE);
        lines.add("systeme;date_parution;portee;departements;statut;auteur;raison;le");
        String departements = String.join(" ", Territoire.DEPARTEMENTS.keySet());
        for (LocalDate day : List.of(Exemple.PREMIERE_DIFFUSION, Exemple.SECONDE_DIFFUSION)) {
            lines.add(String.join(
                    ";",
                    "finess-etalab",
                    day.toString(),
                    "departements",
                    departements,
                    "retenue",
                    "agence fictive",
                    "registre entier des départements fictifs",
                    day.toString()));
        }
        return lines;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
