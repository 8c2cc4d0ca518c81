package fr.maillage.serving.changes;

import fr.maillage.schemas.CodeList;
import fr.maillage.serving.query.BoundQuery;
import fr.maillage.serving.query.WarehouseViews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The life of one entity in sentences: known since, what changed, who came and went, what persons corrected, who took
 * over.
 */
public final class Life {

    private static final CodeList EVENEMENTS = CodeList.read("evenement_finess");
    private static final String ENTITES = "etablissement";

    private final WarehouseViews views;
    private final Phrases phrases;

    public Life(WarehouseViews views, Phrases phrases) {
        this.views = views;
        this.phrases = phrases;
    }

    /** In the order in which it became known. */
    public List<Phrase> of(Numbers.Entity entity) {
        List<String> numeros = List.of(entity.numero());
        List<Phrase> life = new ArrayList<>(knownSince(entity));
        life.addAll(Phrase.list(ChangesQuery.of(numeros).differences(views), phrases).stream()
                .filter(phrase -> !phrase.nature().equals("reorganisation"))
                .toList());
        if (!entity.objet().equals(ENTITES)) {
            life.addAll(comingsAndGoings(entity));
        }
        life.addAll(events(entity));
        life.addAll(corrections(entity));
        life.addAll(Successions.of(numeros, views, phrases));
        // Sorting keeps the order of those that became known on one day.
        life.sort(Comparator.comparing(Phrase::jour));
        return life;
    }

    private List<Phrase> knownSince(Numbers.Entity entity) {
        boolean etablissement = entity.objet().equals(ENTITES);
        String columns = etablissement
                ? "nom, coalesce(date_parution, valide_du), source, date_ouverture, numero_finess_ej, code_categorie"
                : "nom, coalesce(date_parution, valide_du), source, date_creation, NULL, NULL";
        String sql =
                "SELECT " + columns + " FROM silver." + entity.objet() + "_version WHERE connu_au = DATE '9999-12-31'"
                        + " AND motif = 'premiere_parution' AND "
                        + (etablissement ? "numero_finess_et" : "numero_finess_ej") + " = ?"
                        + " ORDER BY valide_du LIMIT 1";
        List<Phrase> since = new ArrayList<>();
        rows(sql, List.of(entity.numero())).forEach(row -> since.add(knownSince(entity, row)));
        return since;
    }

    private Phrase knownSince(Numbers.Entity entity, List<Object> row) {
        LocalDate day = (LocalDate) row.get(1);
        String about = (row.get(3) == null ? "" : phrases.say("vie.ouvert", phrases.day((LocalDate) row.get(3))))
                + (row.get(4) == null ? "" : phrases.say("vie.gestionnaire", row.get(4)))
                + (row.get(5) == null ? "" : phrases.say("vie.categorie", row.get(5)));
        String text = phrases.say(
                "vie.connu", qui(entity.objet(), row.get(0), entity.numero()), phrases.day(day), row.get(2), about);
        return new Phrase("connu", day, true, text + ".");
    }

    /** Establishments that joined or left a manager. */
    private List<Phrase> comingsAndGoings(Numbers.Entity entity) {
        String sql = "SELECT nom, numero_finess, ancienne_valeur, nouvelle_valeur, date_parution, source, realite"
                + " FROM gold.changement WHERE champ = 'numero_finess_ej' AND objet = 'etablissement'"
                + " AND (ancienne_valeur = ? OR nouvelle_valeur = ?) ORDER BY date_parution, numero_finess";
        List<Phrase> moves = new ArrayList<>();
        for (List<Object> row : rows(sql, List.of(entity.numero(), entity.numero()))) {
            boolean joins = Objects.equals(row.get(3), entity.numero());
            LocalDate day = (LocalDate) row.get(4);
            String text = phrases.say(
                    joins ? "vie.etablissement_gagne" : "vie.etablissement_perdu",
                    qui(ENTITES, row.get(0), row.get(1)),
                    row.get(joins ? 2 : 3));
            moves.add(new Phrase(
                    "transfert",
                    day,
                    row.get(6).equals("reel"),
                    text + phrases.say("realite." + row.get(6)) + ". "
                            + phrases.say("vie.parution", phrases.day(day), row.get(5))));
        }
        return moves;
    }

    /** What the register itself recorded, but of activities; an event without a day stands at the day it was recorded. */
    private List<Phrase> events(Numbers.Entity entity) {
        if (!views.has("silver.evenement")) {
            return List.of();
        }
        String sql =
                "SELECT DISTINCT code_evenement, coalesce(date_evenement, date_enregistrement), date_enregistrement, source,"
                        + " connu_du FROM silver.evenement WHERE numero_finess = ?"
                        + " AND niveau_evenement IN ('entite', 'etablissement')"
                        + " AND coalesce(date_evenement, date_enregistrement) IS NOT NULL ORDER BY 2, 1, 3";
        List<Phrase> events = new ArrayList<>();
        for (List<Object> row : rows(sql, List.of(entity.numero()))) {
            LocalDate day = (LocalDate) row.get(1);
            LocalDate recorded = (LocalDate) row.get(2);
            String text = phrases.say("vie.evenement", event(row.get(0).toString()), phrases.day(day))
                    + (recorded == null ? "" : phrases.say("vie.enregistre", phrases.day(recorded)));
            events.add(new Phrase(
                    "evenement",
                    day,
                    true,
                    text + ". " + phrases.say("vie.parution", phrases.day((LocalDate) row.get(4)), row.get(3))));
        }
        return events;
    }

    /** The code, and what it means where the list knows it. */
    private String event(String code) {
        String label = EVENEMENTS.libelle(code, phrases.english());
        return label.equals(code) ? code : phrases.say("vie.evenement.libelle", code, label);
    }

    private List<Phrase> corrections(Numbers.Entity entity) {
        if (!views.has("silver.correction")) {
            return List.of();
        }
        String sql = "SELECT auteur, champ, valeur_corrigee, valeur_publiee_alors, valeur_publiee, statut_correction,"
                + " raison, date_correction FROM silver.correction WHERE numero_finess = ? ORDER BY date_correction, champ";
        List<Phrase> corrections = new ArrayList<>();
        for (List<Object> row : rows(sql, List.of(entity.numero()))) {
            String state = phrases.say("vie.correction." + row.get(5), value(row.get(4)));
            String text = phrases.say(
                    "vie.correction",
                    row.get(0) == null ? "?" : row.get(0),
                    Phrase.title(entity.objet(), row.get(1).toString(), phrases),
                    value(row.get(2)),
                    value(row.get(3)),
                    row.get(6),
                    state);
            corrections.add(new Phrase("correction", (LocalDate) row.get(7), true, text));
        }
        return corrections;
    }

    private String value(Object value) {
        return value == null ? phrases.say("vide") : value.toString();
    }

    private String qui(String objet, Object nom, Object numero) {
        String unnamed = objet.equals(ENTITES) ? "sans_nom" : "sans_nom.entite_juridique";
        return phrases.say("qui", nom == null ? phrases.say(unnamed) : nom, numero);
    }

    private List<List<Object>> rows(String sql, List<Object> values) {
        List<List<Object>> rows = new ArrayList<>();
        new BoundQuery(sql, values).rows(views).rows().forEachRemaining(rows::add);
        return rows;
    }
}
