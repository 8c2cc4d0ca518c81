package fr.maillage.source.declaration;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The files a person fills in. Each is there as the person gets it, in {@code modeles/<nom>.csv} on the class path: its
 * columns, then commented lines that explain and show.
 *
 * <p>A column of the file is the bronze column of the same name. {@link #columns()} must all stand in the header, the
 * optional ones, which come last, may; columns the template does not know, such as {@code motif}, are not read.
 */
public enum Gabarit {
    // name of the file and of the kind, title, table, optional columns, columns whose newest date is the vintage,
    // closed lists
    COOPERATIONS(
            "cooperations",
            "Coopérations déclarées par une agence",
            Bronze.DECLARATION_COOPERATION,
            List.of("numero"),
            List.of("date_debut"),
            List.of("forme_juridique", "objet_cooperation")),
    MEMBRES(
            "membres",
            "Membres des coopérations, déclarés par une agence",
            Bronze.DECLARATION_MEMBRE,
            List.of(),
            List.of("du"),
            List.of("role_membre")),
    ACTIVITE(
            "activite",
            "Activité déclarée par des membres",
            Bronze.DECLARATION_ACTIVITE,
            List.of(),
            List.of("mois"),
            List.of("service_activite")),
    RELAIS(
            "relais",
            "Relais déclarés par des membres",
            Bronze.DECLARATION_RELAIS,
            List.of(),
            List.of("mois"),
            List.of()),
    PARUTIONS(
            "parutions",
            "Portée et retrait de parutions du registre, déclarés par une personne",
            Bronze.DECLARATION_PARUTION,
            List.of(),
            List.of("le"),
            List.of()),
    CORRECTIONS(
            "corrections",
            "Corrections apportées par des personnes à ce que publie le registre",
            Bronze.DECLARATION_CORRECTION,
            List.of("statut"),
            List.of("date"),
            List.of()),
    DOUBLONS(
            "doublons",
            "Réponses de personnes sur les doublons probables d’établissements",
            Bronze.DECLARATION_DOUBLON,
            List.of(),
            List.of("le"),
            List.of()),
    RAPPROCHEMENTS(
            "rapprochements",
            "Réponses de personnes sur les coopérations détectées",
            Bronze.DECLARATION_RAPPROCHEMENT,
            List.of(),
            List.of("le"),
            List.of()),
    ORGANISATIONS(
            "organisations",
            "Organisations déclarées par une personne",
            Bronze.DECLARATION_ORGANISATION,
            List.of("source"),
            List.of("le"),
            List.of("type_organisation")),
    SUCCESSIONS(
            "successions",
            "Successions d’organisations, déclarées par une personne",
            Bronze.DECLARATION_SUCCESSION,
            List.of("source"),
            List.of("date"),
            List.of("nature_succession")),
    AGREMENTS(
            "agrements",
            "Agréments et certifications d’organisations, déclarés par une personne",
            Bronze.DECLARATION_AGREMENT,
            List.of("source"),
            List.of("date_debut"),
            List.of("type_agrement", "motif_fin_agrement")),
    AFFILIATIONS(
            "affiliations",
            "Affiliations d’organisations à des fédérations, déclarées par une personne",
            Bronze.DECLARATION_AFFILIATION,
            List.of("source"),
            List.of("du"),
            List.of("federation")),
    DIVISIONS(
            "divisions",
            "Division du territoire apportée par une personne : quelles communes dans quelle zone",
            Bronze.DECLARATION_DIVISION,
            List.of("part"),
            List.of("millesime"),
            List.of()),
    TERRITOIRES(
            "territoires",
            "Territoires d’utilisateurs : listes de communes, rayons, temps de trajet, unions",
            Bronze.DECLARATION_TERRITOIRE,
            List.of("description"),
            List.of("date_debut", "millesime"),
            List.of()),
    LIENS(
            "liens_territoire",
            "Liens de structures et de coopérations à des territoires",
            Bronze.DECLARATION_LIEN,
            List.of("part", "source"),
            List.of("du"),
            List.of("role_lien")),
    FAITS(
            "faits_cooperation",
            "Faits sur les coopérations",
            Bronze.DECLARATION_FAIT,
            List.of("nombre", "minimum", "maximum", "qualificatif", "unite", "acteur", "statut", "texte"),
            List.of("du"),
            List.of("rubrique_cooperation", "valeur_cooperation", "forme_juridique", "objet_cooperation")),
    EVALUATIONS(
            "evaluations",
            "Réponses à des référentiels d’évaluation",
            Bronze.DECLARATION_EVALUATION,
            List.of("commentaire", "poids", "prioritaire", "acteur", "autre"),
            List.of("session"),
            List.of()),
    RELATIONS(
            "relations",
            "Relations entre acteurs, déclarées par une agence ou un acteur",
            Bronze.DECLARATION_RELATION,
            List.of("source"),
            List.of("du"),
            List.of("type_relation")),
    PROJECTIONS(
            "projections",
            "Projections de population par âge apportées par une personne",
            Bronze.DECLARATION_PROJECTION,
            List.of("source"),
            List.of("millesime"),
            List.of()),
    CONTEXTE(
            "contexte",
            "Contexte des territoires apporté par une personne",
            Bronze.DECLARATION_CONTEXTE,
            List.of("minimum", "maximum", "qualificatif", "source"),
            List.of("annee"),
            List.of()),
    TRAJETS(
            "trajets",
            "Trajets de commune à commune apportés par une personne",
            Bronze.DECLARATION_TRAJET,
            List.of("distance_route_m", "methode_trajet", "minutes_max", "obstacle_trajet", "source"),
            List.of("millesime"),
            List.of());

    /** Column of a file of corrected lines that names the line each one replaces. */
    public static final String LIGNE_CORRIGEE = Columns.LIGNE_CORRIGEE;

    /** Column of a file of corrected lines that says why each was refused; it is never read back. */
    public static final String MOTIF = "motif";

    private final String nom;
    private final String title;
    private final TableContract table;
    private final List<String> columns;
    private final List<String> optional;
    private final List<String> dates;
    private final List<String> lists;
    private final String text;

    Gabarit(
            String nom,
            String title,
            TableContract table,
            List<String> optional,
            List<String> dates,
            List<String> lists) {
        this.nom = nom;
        this.title = title;
        this.table = table;
        this.optional = optional;
        this.dates = dates;
        this.lists = lists;
        this.text = read(file());
        this.columns = Arrays.stream(text.lines().findFirst().orElseThrow().split(";"))
                .filter(column -> !optional.contains(column))
                .toList();
    }

    private static String read(String file) {
        try (InputStream in = Gabarit.class.getResourceAsStream("/modeles/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Short name kept with every row. */
    public String format() {
        return "declaration-" + name().toLowerCase(Locale.ROOT);
    }

    /** Name of the kind of template. */
    String nom() {
        return nom;
    }

    /** Name of the template file. */
    public String file() {
        return nom + ".csv";
    }

    public String title() {
        return title;
    }

    public TableContract table() {
        return table;
    }

    /** Columns every file has. */
    public List<String> columns() {
        return columns;
    }

    /** Columns a file may leave out. */
    public List<String> optional() {
        return optional;
    }

    /** Columns whose newest date tells the vintage. */
    List<String> dates() {
        return dates;
    }

    /** Closed lists that are written beside the template. */
    List<String> lists() {
        return lists;
    }

    /** The template as a person gets it. */
    String text() {
        return text;
    }

    /** The bronze column a column of the file becomes. */
    public String bronze(String column) {
        return table.find(column).isPresent() ? column : column + "_texte";
    }
}
