package fr.maillage.serving.changes;

import fr.maillage.serving.query.BoundQuery;
import fr.maillage.serving.query.WarehouseViews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes over when an entity closes: another one with the same SIRET or SIREN, or with the same address and category,
 * that opened within a year of the closing. Each with its evidence.
 */
public final class Successions {

    private static final String LIVES = """
            WITH versions AS (
              SELECT 'etablissement' objet, numero_finess_et numero, nom, code_categorie, siret AS identite, 'siret' preuve,
                     upper(regexp_replace(adresse, '[^0-9A-Za-z]+', ' ', 'g')) || '|' || code_postal AS lieu,
                     date_ouverture debut, date_fermeture fin, valide_du, valide_au, source,
                     coalesce(date_parution, valide_du) parution
              FROM silver.etablissement_version WHERE connu_au = DATE '9999-12-31'
              UNION ALL
              SELECT 'entite_juridique', numero_finess_ej, nom, code_categorie, siren, 'siren', NULL,
                     date_creation, date_fermeture, valide_du, valide_au, source, coalesce(date_parution, valide_du)
              FROM silver.entite_juridique_version WHERE connu_au = DATE '9999-12-31'),
            vies AS (
              SELECT objet, numero, arg_max(nom, valide_du) nom, arg_max(code_categorie, valide_du) code_categorie,
                     arg_max(identite, valide_du) AS identite, any_value(preuve) preuve, arg_max(lieu, valide_du) lieu,
                     coalesce(min(debut), nullif(min(parution), (SELECT min(parution) FROM versions))) debut,
                     coalesce(max(fin), nullif(max(valide_au), DATE '9999-12-31')) fin,
                     min(parution) connu_du, arg_max(source, valide_du) AS source
              FROM versions GROUP BY objet, numero),
            suites AS (
              SELECT a.objet, a.numero ancien, a.nom ancien_nom, n.numero nouveau, n.nom nouveau_nom,
                     CASE WHEN a.identite = n.identite THEN a.preuve ELSE 'adresse_et_categorie' END preuve,
                     CASE WHEN a.identite = n.identite THEN a.identite END identite,
                     n.connu_du jour, n.source
              FROM vies a JOIN vies n ON a.objet = n.objet AND a.numero <> n.numero
                AND (a.identite = n.identite OR (a.lieu = n.lieu AND a.code_categorie = n.code_categorie))
              WHERE a.fin IS NOT NULL AND abs(datediff('day', a.fin, n.debut)) <= 366
                AND n.debut > coalesce(a.debut, DATE '0001-01-01') AND coalesce(n.fin, DATE '9999-12-31') > a.fin)
            SELECT objet, ancien, ancien_nom, nouveau, nouveau_nom, preuve, identite, jour, source FROM suites WHERE\s""";

    private Successions() {}

    /** Those in which one of these numbers takes part. */
    static List<Phrase> of(List<String> numeros, WarehouseViews views, Phrases phrases) {
        List<Object> values = new ArrayList<>(numeros);
        values.addAll(numeros);
        String marks = BoundQuery.marks(numeros);
        return list("ancien IN (" + marks + ") OR nouveau IN (" + marks + ")", values, views, phrases);
    }

    /** Those that releases after one day and until another made known. */
    public static List<Phrase> between(LocalDate from, LocalDate to, WarehouseViews views, Phrases phrases) {
        return list(
                "jour > CAST(? AS DATE) AND jour <= CAST(? AS DATE)",
                List.of(from == null ? "0001-01-01" : from.toString(), to == null ? "9999-12-31" : to.toString()),
                views,
                phrases);
    }

    private static List<Phrase> list(String where, List<Object> values, WarehouseViews views, Phrases phrases) {
        List<Phrase> list = new ArrayList<>();
        new BoundQuery(LIVES + where + " ORDER BY jour, ancien, nouveau", values)
                .rows(views)
                .rows()
                .forEachRemaining(row -> list.add(phrase(row, phrases)));
        return list;
    }

    private static Phrase phrase(List<Object> row, Phrases phrases) {
        LocalDate day = (LocalDate) row.get(7);
        String text = phrases.say(
                "vie.suit",
                qui(row, 3, phrases),
                qui(row, 1, phrases),
                phrases.say("preuve." + row.get(5), row.get(6)));
        return new Phrase(
                "succession", day, true, text + ". " + phrases.say("vie.parution", phrases.day(day), row.get(8)));
    }

    private static String qui(List<Object> row, int place, Phrases phrases) {
        String unnamed = row.get(0).equals("entite_juridique") ? "sans_nom.entite_juridique" : "sans_nom";
        Object name = row.get(place + 1) == null ? phrases.say(unnamed) : row.get(place + 1);
        return phrases.say("qui", name, row.get(place));
    }
}
