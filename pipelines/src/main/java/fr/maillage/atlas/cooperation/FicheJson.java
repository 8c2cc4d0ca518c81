package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.atlas.cooperation.Cooperations.Dossier;
import fr.maillage.schemas.Access;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The sheet of one cooperation in the seven parts of the guide's monographs, as blocks that a page can draw. */
final class FicheJson {

    static final List<String> PARTIES =
            List.of("fiche_synthetique", "objectifs", "modalites", "enseignements", "gains", "outils", "perspectives");
    /** Columns of the rating grid, as the guide orders them. */
    private static final List<String> COLONNES =
            List.of("statut", "formalisme", "effectivite", "champ_couvert", "anciennete", "categorie", "pa_ph");

    /** Headings that a block of their own shows. */
    private static final Set<String> ELSEWHERE =
            Set.of("cotation_imprimee", "remarque_cotation", "point_fort", "point_faible", "opportunite", "risque");

    private final CooperationsMots mots;
    private final PhraseFait phrases;
    private final Map<String, String> noms;
    private final ResumeCooperation resume;
    private final Blocs formes;
    private final MatriceJson matrice;
    private final CodeList rubriques;

    FicheJson(CooperationsMots mots, Map<String, String> noms, Map<String, String> departements) {
        this.mots = mots;
        this.noms = noms;
        this.phrases = new PhraseFait(mots, noms);
        this.resume = new ResumeCooperation(mots, departements);
        this.formes = new Blocs(mots);
        this.matrice = new MatriceJson(mots, phrases, formes);
        this.rubriques = mots.list("rubrique_cooperation");
    }

    /** Parts in their order; a part of which nothing is known has no block. */
    List<Map<String, Object>> of(Map<String, Object> ligne, Dossier dossier) {
        return PARTIES.stream()
                .map(partie -> Map.<String, Object>of(
                        "id", partie, "titre", mots.mot("partie." + partie), "blocs", blocs(partie, ligne, dossier)))
                .toList();
    }

    private List<Map<String, Object>> blocs(String partie, Map<String, Object> ligne, Dossier dossier) {
        List<Map<String, Object>> blocs = new ArrayList<>();
        List<List<String>> known = new ArrayList<>(resume.of(partie, ligne));
        String source = sourceUnique(dossier);
        if (partie.equals("fiche_synthetique") && source != null) {
            known.add(formes.cells(mots.mot("source"), source));
        }
        if (!known.isEmpty()) {
            blocs.add(formes.bloc("dl", "", List.of(), known));
        }
        blocs.addAll(faits(partie, dossier, source));
        if (partie.equals("fiche_synthetique")) {
            blocs.addAll(synthese(dossier));
        }
        if (partie.equals("modalites") && !dossier.reseau().isEmpty()) {
            blocs.add(formes.bloc(
                    "dl",
                    mots.mot("solidite"),
                    List.of(),
                    solidite(dossier.reseau().get(0))));
        }
        if (partie.equals("enseignements") && !dossier.points().isEmpty()) {
            blocs.add(matrice.of(dossier.points()));
        }
        return blocs;
    }

    /** The source of all facts, said once; null when they have several, each said beside its fact. */
    private static String sourceUnique(Dossier dossier) {
        List<String> sources = dossier.faits().stream()
                .map(fait -> Lignes.text(fait, SOURCE_FAIT))
                .distinct()
                .toList();
        return sources.size() == 1 && dossier.faits().size() > 1 ? sources.get(0) : null;
    }

    private static String source(Map<String, Object> fait, String said) {
        String source = Lignes.text(fait, SOURCE_FAIT);
        return source == null || source.equals(said) ? "" : source;
    }

    /** Facts of a part under their headings, in the order of the list of headings. */
    private List<Map<String, Object>> faits(String partie, Dossier dossier, String said) {
        Map<String, List<Map<String, Object>>> byHeading = dossier.faits().stream()
                .filter(fait -> partie.equals(fait.get(PARTIE_FICHE)))
                .filter(fait -> !ELSEWHERE.contains(Lignes.text(fait, RUBRIQUE)))
                .collect(Collectors.groupingBy(fait -> Lignes.text(fait, RUBRIQUE)));
        return rubriques.rows().stream()
                .filter(row -> row.get("acces").equals("public") && byHeading.containsKey(row.get("code")))
                .map(row -> formes.bloc(
                        "ul",
                        rubriques.libelle(row.get("code"), mots.english()),
                        List.of(),
                        byHeading.get(row.get("code")).stream()
                                .map(fait -> formes.cells(phrases.of(fait), source(fait, said)))
                                .toList()))
                .toList();
    }

    private List<Map<String, Object>> synthese(Dossier dossier) {
        List<Map<String, Object>> blocs = new ArrayList<>();
        if (!dossier.notes().isEmpty()) {
            blocs.add(formes.table(
                    "notation",
                    List.of("colonne", "note", "explication", "imprimee"),
                    dossier.notes().stream()
                            .sorted(Comparator.comparing(note -> COLONNES.indexOf(Lignes.text(note, COLONNE_NOTATION))))
                            .map(this::note)
                            .toList()));
        }
        if (!dossier.etapes().isEmpty()) {
            blocs.add(formes.table(
                    "histoire",
                    List.of("rubrique", "valeur", "periode", "mois"),
                    dossier.etapes().stream().map(this::etape).toList()));
        }
        if (!dossier.membres().isEmpty()) {
            blocs.add(formes.table(
                    "membres",
                    List.of("membre", "role", "periode"),
                    dossier.membres().stream().map(this::membre).toList()));
        }
        if (!dossier.doubles().isEmpty()) {
            blocs.add(formes.bloc(
                    "ul",
                    mots.mot("doubles"),
                    List.of(),
                    dossier.doubles().stream()
                            .map(one ->
                                    formes.cells(Lignes.text(one, CODE_COOPERATION_DETECTEE), Lignes.text(one, PREUVE)))
                            .toList()));
        }
        return blocs;
    }

    private List<String> note(Map<String, Object> note) {
        String sentence = Lignes.text(note, mots.english() ? EXPLICATION_EN : EXPLICATION);
        String printed = Lignes.text(note, NOTE_IMPRIMEE);
        String accord = Lignes.text(note, ACCORD_NOTATION);
        String remark = Lignes.text(note, REMARQUE_NOTATION);
        List<String> said = new ArrayList<>();
        if (printed != null) {
            said.add(printed + (accord == null ? "" : " (" + mots.mot("accord." + accord) + ")"));
        }
        if (remark != null) {
            said.add(remark);
        }
        return formes.cells(
                mots.mot("colonne." + Lignes.text(note, COLONNE_NOTATION)),
                Objects.requireNonNullElse(Lignes.text(note, NOTE), mots.mot("inconnu")),
                Objects.requireNonNullElse(sentence, mots.mot("sans_note")),
                String.join(" — ", said));
    }

    private List<String> etape(Map<String, Object> etape) {
        return formes.cells(
                rubriques.libelle(Lignes.text(etape, RUBRIQUE), mots.english()),
                mots.label(Lignes.text(etape, LIBELLE_VALEUR)),
                mots.period(Lignes.text(etape, DATE_DEBUT), Lignes.text(etape, DATE_FIN), "jour"),
                etape.get(NB_MOIS) == null ? mots.mot("inconnu") : mots.number((Number) etape.get(NB_MOIS)));
    }

    private List<String> membre(Map<String, Object> membre) {
        String code = Lignes.text(membre, CODE_ACTEUR);
        String name = Lignes.text(membre, CooperationsReader.NOM_MEMBRE);
        return formes.cells(
                name == null ? code : name + " (" + code + ")",
                mots.of("role_membre", membre.get(ROLE)),
                mots.period(Lignes.text(membre, DATE_DEBUT), Lignes.text(membre, DATE_FIN), "jour"));
    }

    private List<List<String>> solidite(Map<String, Object> row) {
        List<List<String>> lines = new ArrayList<>();
        for (String column : List.of(
                NB_MEMBRES_COOPERATION,
                NB_PAIRES_MEMBRES_LIEES,
                DENSITE_MEMBRES,
                NB_ORGANISATIONS_SEPAREES,
                NB_TERRITOIRES_MEMBRES,
                NB_TERRITOIRES_MEMBRE_UNIQUE)) {
            if (Gold.RESEAU_COOPERATION.find(column).orElseThrow().access() == Access.PUBLIC) {
                lines.add(formes.cells(
                        mots.column(Gold.RESEAU_COOPERATION, column),
                        mots.value(Gold.RESEAU_COOPERATION, column, row.get(column))));
            }
        }
        for (String column : List.of(MEMBRES_INDISPENSABLES, MEMBRES_SEULS)) {
            List<String> nodes = Lignes.texts(row, column);
            String named =
                    nodes.stream().map(node -> noms.getOrDefault(node, node)).collect(Collectors.joining(", "));
            lines.add(formes.cells(
                    mots.column(Gold.RESEAU_COOPERATION, column), nodes.isEmpty() ? mots.mot("aucun") : named));
        }
        return lines;
    }
}
