package fr.maillage.source.declaration;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import java.util.List;

/**
 * The files a person fills in: columns, in the order of the template, and lines that show how.
 *
 * <p>A column of the file is the bronze column at the same place. {@link #columns()} must all stand in the header, the
 * optional ones may; columns the template does not know, such as {@code motif}, are not read.
 */
public enum Gabarit {
    COOPERATIONS(
            "declaration-cooperations",
            "cooperations.csv",
            "Coopérations déclarées par une agence",
            Bronze.DECLARATION_COOPERATION,
            List.of("identifiant", "nom", "forme_juridique", "date_debut", "date_fin", "objets", "source"),
            List.of(Columns.NUMERO),
            List.of("date_debut"),
            List.of(
                    "Une ligne par coopération. Les lignes qui commencent par # sont des exemples et ne sont pas lues.",
                    "forme_juridique : voir forme_juridique.csv ; dates : AAAA-MM-JJ ou JJ/MM/AAAA ; objets : voir"
                            + " objet_cooperation.csv, séparés par des virgules"),
            List.of("coop-001;GCSMS des deux vallées;gcsms;2021-03-01;;achats, formation;préfecture;")),
    MEMBRES(
            "declaration-membres",
            "membres.csv",
            "Membres des coopérations, déclarés par une agence",
            Bronze.DECLARATION_MEMBRE,
            List.of("cooperation", "membre", "role", "du", "au"),
            List.of(),
            List.of("du"),
            List.of(
                    "Une ligne par membre, coopération et période. Les lignes qui commencent par # ne sont pas lues.",
                    "membre : finess:…, siren:…, siret:…, rna:…, coop:… (une autre coopération) ou ext:… (clé propre)"
                            + " ; role : voir role_membre.csv ; au : vide tant que le membre y est"),
            List.of("coop-001;finess:010000024;membre;2021-03-01;", "coop-001;siren:123456782;support;2021-03-01;")),
    ACTIVITE(
            "declaration-activite",
            "activite.csv",
            "Activité déclarée par des membres",
            Bronze.DECLARATION_ACTIVITE,
            List.of("membre", "mois", "service", "commune", "heures", "personnes", "etp"),
            List.of(),
            List.of("mois"),
            List.of(
                    "Une ligne par membre, mois, service et commune. Les lignes qui commencent par # ne sont pas lues.",
                    "mois : AAAA-MM ; service : voir service_activite.csv ; commune : code INSEE, pas le code postal ;"
                            + " une case vide veut dire « non renseigné », pas zéro"),
            List.of("finess:010000024;2024-01;aide_domicile;01053;120,5;14;0,8")),
    RELAIS(
            "declaration-relais",
            "relais.csv",
            "Relais déclarés par des membres",
            Bronze.DECLARATION_RELAIS,
            List.of("membre", "sens", "avec", "mois", "service", "transmis", "acceptes", "services", "evalues"),
            List.of(),
            List.of("mois"),
            List.of(
                    "Une ligne par membre, autre bout, mois et service. Les lignes qui commencent par # ne sont pas"
                            + " lues.",
                    "sens : donne ou recu ; transmis, acceptes, devenus un service, evalues : nombres de relais"),
            List.of("finess:010000024;donne;finess:010000032;2024-01;aide_domicile;5;4;3;1")),
    PARUTIONS(
            "declaration-parutions",
            "parutions.csv",
            "Portée et retrait de parutions du registre, déclarés par une personne",
            Bronze.DECLARATION_PARUTION,
            List.of("systeme", "date_parution", "portee", "departements", "statut", "auteur", "raison", "le"),
            List.of(),
            List.of("le"),
            List.of(
                    "Une ligne par parution. Les lignes qui commencent par # ne sont pas lues.",
                    "systeme : finess-etalab, finess-historique, finess-flux, finess-fhir ou finess-plus ; portee :"
                            + " nationale, departements, echantillon, ou vide ; statut : retenue ou retiree"),
            List.of("finess-etalab;2024-03-11;departements;75 92;retenue;ARS;extrait régional;2026-11-21")),
    CORRECTIONS(
            "declaration-corrections",
            "corrections.csv",
            "Corrections apportées par des personnes à ce que publie le registre",
            Bronze.DECLARATION_CORRECTION,
            List.of("entite", "champ", "valeur", "auteur", "raison", "date"),
            List.of("statut"),
            List.of("date"),
            List.of(
                    "Une ligne par entité et champ. Les lignes qui commencent par # ne sont pas lues.",
                    "entite : numéro FINESS ; champ : colonne publiée de silver.etablissement ou de"
                            + " silver.entite_juridique ; valeur : vide s’il n’y en a pas ; date : AAAA-MM-JJ ;"
                            + " statut : retiree pour retirer la correction du champ, sinon vide"),
            List.of("010000024;nom;LES LILAS;ARS;nom d’usage;2026-11-21;")),
    DOUBLONS(
            "declaration-doublons",
            "doublons.csv",
            "Réponses de personnes sur les doublons probables d’établissements",
            Bronze.DECLARATION_DOUBLON,
            List.of("etablissement", "autre", "reponse", "auteur", "raison", "le"),
            List.of(),
            List.of("le"),
            List.of(
                    "Une ligne par paire d’établissements. Les lignes qui commencent par # ne sont pas lues.",
                    "etablissement et autre : numéros FINESS ; reponse : oui (c’est le même), non (ce sont deux), ou"
                            + " retiree pour retirer une réponse ; le : AAAA-MM-JJ"),
            List.of("010000024;010000032;oui;ARS;même service, deux numéros;2026-11-21")),
    RAPPROCHEMENTS(
            "declaration-rapprochements",
            "rapprochements.csv",
            "Réponses de personnes sur les coopérations détectées",
            Bronze.DECLARATION_RAPPROCHEMENT,
            List.of("cooperation", "autre_cooperation", "reponse", "auteur", "raison", "le"),
            List.of(),
            List.of("le"),
            List.of(
                    "Une ligne par réponse. Les lignes qui commencent par # ne sont pas lues.",
                    "cooperation et autre_cooperation : l’une déclarée, l’autre détectée (coop:finess:…, coop:gcc:…,"
                            + " coop:ght:…) ; reponse : oui (c’est la même), non (ce sont deux), ou retiree pour retirer"
                            + " une réponse ; autre_cooperation vide et reponse non : la détection n’est pas une"
                            + " coopération ; le : AAAA-MM-JJ"),
            List.of(
                    "coop-001;coop:finess:010000024;oui;ARS;même convention, autre nom;2026-11-21",
                    "coop:finess:010000032;;non;ARS;le nom seul dit GCSMS;2026-11-21")),
    ORGANISATIONS(
            "declaration-organisations",
            "organisations.csv",
            "Organisations déclarées par une personne",
            Bronze.DECLARATION_ORGANISATION,
            List.of("identifiant", "nom", "type", "statut", "siren", "rna", "commune", "le"),
            List.of("source"),
            List.of("le"),
            List.of(
                    "Une ligne par organisation. Les lignes qui commencent par # ne sont pas lues.",
                    "identifiant : celui sous lequel elle est nommée ailleurs, ext:… (clé propre), rna:…, siren:…,"
                            + " siret:… ou finess:… ; type : voir type_organisation.csv ; siren, rna : ce qui la"
                            + " rapproche des registres, sinon vide ; commune : code INSEE ; le : AAAA-MM-JJ"),
            List.of(
                    "ext:mission-locale-rennes;Mission locale du bassin d’emploi de Rennes;mission_locale;association;;"
                            + ";35238;2026-11-21;guide ANAP L1645",
                    "ext:pharmacie-1;Pharmacie de la place;professionnel_liberal;;;;29151;2026-11-21;")),
    SUCCESSIONS(
            "declaration-successions",
            "successions.csv",
            "Successions d’organisations, déclarées par une personne",
            Bronze.DECLARATION_SUCCESSION,
            List.of("ancien", "nouveau", "date", "nature"),
            List.of("source"),
            List.of("date"),
            List.of(
                    "Une ligne par ancienne et nouvelle organisation. Les lignes qui commencent par # ne sont pas lues.",
                    "ancien, nouveau : ext:…, siren:…, rna:… ou finess:… ; date : premier jour de la nouvelle, l’ancienne"
                            + " finit la veille ; nature : voir nature_succession.csv"),
            List.of("ext:association-a;ext:association-c;2024-01-01;fusion;Journal officiel")),
    AGREMENTS(
            "declaration-agrements",
            "agrements.csv",
            "Agréments et certifications d’organisations, déclarés par une personne",
            Bronze.DECLARATION_AGREMENT,
            List.of("organisation", "type", "portee", "date_debut", "date_fin", "motif_fin", "delivre_par"),
            List.of("source"),
            List.of("date_debut"),
            List.of(
                    "Une ligne par organisation, agrément et période. Les lignes qui commencent par # ne sont pas lues.",
                    "organisation : ext:…, siren:…, rna:… ou finess:… ; type : voir type_agrement.csv ; portee : lieu,"
                            + " publics ou services, vide pour tout ; motif_fin : voir motif_fin_agrement.csv, vide tant"
                            + " que l’agrément dure"),
            List.of("ext:ai-isactys;agrement_qualite;aide à domicile;2007-01-01;2010-12-31;retrait;préfecture;")),
    AFFILIATIONS(
            "declaration-affiliations",
            "affiliations.csv",
            "Affiliations d’organisations à des fédérations, déclarées par une personne",
            Bronze.DECLARATION_AFFILIATION,
            List.of("organisation", "federation", "du", "au"),
            List.of("source"),
            List.of("du"),
            List.of(
                    "Une ligne par organisation, fédération et période. Les lignes qui commencent par # ne sont pas lues.",
                    "organisation : ext:…, siren:…, rna:… ou finess:… ; federation : voir federation.csv ; au : vide tant"
                            + " que l’affiliation dure"),
            List.of("ext:etudes-et-chantiers;unarec;1962-01-01;;guide COORACE L6023")),
    DIVISIONS(
            "declaration-divisions",
            "divisions.csv",
            "Division du territoire apportée par une personne : quelles communes dans quelle zone",
            Bronze.DECLARATION_DIVISION,
            List.of("division", "code_zone", "libelle_zone", "commune", "millesime"),
            List.of(Columns.PART),
            List.of("millesime"),
            List.of(
                    "Une ligne par commune et zone. Les lignes qui commencent par # ne sont pas lues.",
                    "division : nom court sans espaces (territoire_vie_sante, qpv, secteur_psychiatrie_adulte…) ; commune :"
                            + " code INSEE, pas le code postal ; millesime : année de ces codes ; part : part des"
                            + " habitants de la commune dans la zone, de 0 à 1, vide si toute la commune y est"),
            List.of("territoire_vie_sante;TVS01;Bresse;01053;2023;", "qpv;QP001001;Grande Reyssouze;01053;2023;0,12")),
    TERRITOIRES(
            "declaration-territoires",
            "territoires.csv",
            "Territoires d’utilisateurs : listes de communes, rayons, temps de trajet, unions",
            Bronze.DECLARATION_TERRITOIRE,
            List.of(
                    "identifiant",
                    "nom",
                    "proprietaire",
                    "date_debut",
                    "date_fin",
                    "type",
                    "millesime",
                    "communes",
                    "centre",
                    "rayon_m",
                    "minutes",
                    "union_de"),
            List.of("description"),
            List.of("date_debut", "millesime"),
            List.of(
                    "Une ligne par territoire. Les lignes qui commencent par # ne sont pas lues.",
                    "type : communes, rayon (rayon_m mètres à vol d’oiseau autour de centre), temps (minutes de trajet"
                            + " autour de centre) ou union ; communes : codes INSEE séparés par des blancs, de l’année"
                            + " millesime ; centre : code INSEE, ou longitude et latitude séparées par un blanc ;"
                            + " union_de : identifiants séparés par des blancs",
                    "Un polygone se dépose en GeoJSON ou en GeoPackage : une entité par territoire, de propriétés"
                            + " identifiant, nom, proprietaire, date_debut, date_fin, millesime, description"),
            List.of(
                    "bresse;Bresse;ARS;2024-01-01;;communes;2024;01053 01072 01310;;;;;projet territorial",
                    "bourg-15km;Autour de Bourg;ARS;2024-01-01;;rayon;2024;;01053;15000;;;",
                    "est;Est;ARS;2024-01-01;;union;;;;;;bresse bourg-15km;")),
    LIENS(
            "declaration-liens",
            "liens_territoire.csv",
            "Liens de structures et de coopérations à des territoires",
            Bronze.DECLARATION_LIEN,
            List.of("acteur", "role", "niveau", "code_territoire", "millesime", "du", "au"),
            List.of(Columns.PART, "source"),
            List.of("du"),
            List.of(
                    "Une ligne par acteur, rôle, territoire et période. Les lignes qui commencent par # ne sont pas lues.",
                    "acteur : coop:…, finess:…, siren:…, siret:… ; role : voir role_lien.csv, un siège est une commune ;"
                            + " niveau : commune, epci, departement, region ou le nom d’une division ; millesime : année"
                            + " du code ; part : part des habitants du territoire, de 0 à 1, vide pour tous"),
            List.of(
                    "coop:coop-001;siege;commune;01053;2023;2021-03-01;;;ARS",
                    "coop:coop-001;couvre;epci;200070555;2023;;;;")),
    FAITS(
            "declaration-faits",
            "faits_cooperation.csv",
            "Faits sur les coopérations",
            Bronze.DECLARATION_FAIT,
            List.of("cooperation", "rubrique", "valeur", "du", "au", "source"),
            List.of("nombre", "minimum", "maximum", "qualificatif", "unite", Columns.ACTEUR, "statut", Columns.TEXTE),
            List.of("du"),
            List.of(
                    "Une ligne par fait. Les lignes qui commencent par # ne sont pas lues.",
                    "rubrique : voir rubrique_cooperation.csv ; valeur : un code de la liste de la rubrique (voir"
                            + " valeur_cooperation.csv), un nombre ou un texte ; du, au : AAAA-MM-JJ, AAAA-MM ou AAAA ;"
                            + " unite : K€ et M€ sont ramenés en euros ; acteur : le membre, le financeur… ; statut : voir"
                            + " valeur_cooperation.csv ; source : document et ligne, ou personne"),
            List.of(
                    "coop-001;maturite;en_place;2021-03;;préfecture;;;;;;;;",
                    "coop-001;financement;demarrage;2021;2022;ARS;30;;;;K€;ARS;obtenu;aide au démarrage",
                    "coop-001;voix;3;2021-03-01;;statuts;;;;;;finess:010000024;;")),
    EVALUATIONS(
            "declaration-evaluations",
            "evaluations.csv",
            "Réponses à des référentiels d’évaluation",
            Bronze.DECLARATION_EVALUATION,
            List.of("cooperation", "referentiel", "session", "repondant", "item", "reponse"),
            List.of("commentaire", "poids", "prioritaire", Columns.ACTEUR, "autre"),
            List.of("session"),
            List.of(
                    "Une ligne par répondant et question. Les lignes qui commencent par # ne sont pas lues.",
                    "referentiel et item : voir item.csv, qui donne aussi l’échelle de chaque question ; reponse : un code"
                            + " de l’échelle (voir reponse.csv), ou un texte quand l’échelle est texte ; session :"
                            + " AAAA-MM-JJ ; repondant : un rôle ou un code, jamais un nom ; poids : vide pour 1 ;"
                            + " prioritaire : oui ou vide ; acteur : finess:…, siren:…, ext:… quand la question porte sur"
                            + " un acteur, et autre quand elle porte sur deux"),
            List.of(
                    "coop-001;inter_diag;2024-03-12;directrice;besoins;en_partie;données de 2019;;;;",
                    "coop-001;grille_relations;2024-03-12;directrice;nature;alliance;;;;finess:010000024;ext:mission-locale")),
    RELATIONS(
            "declaration-relations",
            "relations.csv",
            "Relations entre acteurs, déclarées par une agence ou un acteur",
            Bronze.DECLARATION_RELATION,
            List.of("acteur", "autre", "type", "du", "au", "poids"),
            List.of("source"),
            List.of("du"),
            List.of(
                    "Une ligne par paire d’acteurs, type de relation et période. Les lignes qui commencent par # ne sont"
                            + " pas lues.",
                    "acteur et autre : finess:…, siren:…, siret:…, rna:…, coop:… ou ext:… (clé propre) ; type : voir"
                            + " type_relation.csv ; une relation orientée va de acteur vers autre ; au : vide tant"
                            + " qu’elle dure ; poids : dans l’unité du type, vide si inconnu"),
            List.of(
                    "finess:010000024;finess:010000032;professionnel_partage;2021-03-01;;0,5;convention",
                    "finess:010000024;siren:123456782;siege_instance;2022-01-01;2024-12-31;1;")),
    PROJECTIONS(
            "declaration-projections",
            "projections.csv",
            "Projections de population par âge apportées par une personne",
            Bronze.DECLARATION_PROJECTION,
            List.of(
                    "niveau",
                    "code_territoire",
                    "millesime",
                    "annee",
                    "sexe",
                    "age_du",
                    "age_au",
                    "scenario",
                    "personnes"),
            List.of("source"),
            List.of("millesime"),
            List.of(
                    "Une ligne par territoire, année, scénario, sexe et tranche d’âge. Les lignes qui commencent par # ne"
                            + " sont pas lues.",
                    "niveau : commune, epci, departement, region, national ou le nom d’une division ; millesime : année"
                            + " du code ; sexe : hommes, femmes ou ensemble ; age_au : vide s’il n’y a pas de dernier âge"),
            List.of("departement;01;2023;2050;femmes;75;84;central;41230;INSEE, Omphale")),
    CONTEXTE(
            "declaration-contexte",
            "contexte.csv",
            "Contexte des territoires apporté par une personne",
            Bronze.DECLARATION_CONTEXTE,
            List.of("niveau", "code_territoire", "millesime", "annee", "indicateur", "nature_indicateur", "valeur"),
            List.of("minimum", "maximum", "qualificatif", "source"),
            List.of("annee"),
            List.of(
                    "Une ligne par territoire, année et indicateur. Les lignes qui commencent par # ne sont pas lues.",
                    "niveau : commune, epci, departement, region, national ou le nom d’une division ; millesime : année"
                            + " du code ; nature_indicateur : compte (s’additionne) ou taux (ne s’additionne pas)"),
            List.of(
                    "commune;01053;2023;2021;taux_chomage;taux;9,4;;;;INSEE, recensement",
                    "departement;01;2023;2022;foyers_rsa;compte;8120;;;provisoire;CNAF"));

    /** Column of a file of corrected lines that names the line each one replaces. */
    public static final String LIGNE_CORRIGEE = Columns.LIGNE_CORRIGEE;

    /** Column of a file of corrected lines that says why each was refused; it is never read back. */
    public static final String MOTIF = "motif";

    private final String format;
    private final String file;
    private final String title;
    private final TableContract table;
    private final List<String> columns;
    private final List<String> optional;
    private final List<String> dates;
    private final List<String> help;
    private final List<String> examples;

    Gabarit(
            String format,
            String file,
            String title,
            TableContract table,
            List<String> columns,
            List<String> optional,
            List<String> dates,
            List<String> help,
            List<String> examples) {
        this.format = format;
        this.file = file;
        this.title = title;
        this.table = table;
        this.columns = columns;
        this.optional = optional;
        this.dates = dates;
        this.help = help;
        this.examples = examples;
    }

    public String format() {
        return format;
    }

    /** Name of the template file. */
    public String file() {
        return file;
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

    List<String> help() {
        return help;
    }

    List<String> examples() {
        return examples;
    }

    /** The bronze column a column of the file becomes. */
    public String bronze(String column) {
        return table.find(column).isPresent() ? column : column + "_texte";
    }
}
