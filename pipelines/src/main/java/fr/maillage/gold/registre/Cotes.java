package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/** The seven marks of a {@link Portrait} by the legend of the ANAP guide (L1357-1447), with their sentences. */
final class Cotes {

    private static final List<Map<String, String>> LEGENDE =
            CodeList.read("notation_cooperation").rows();
    private static final String PLUS = "+";

    private Cotes() {}

    /** An array of one structure per column of the grid. */
    static Column toutes(Seuils seuils) {
        return array(
                cote("statut", statut(), labels("statut", Portrait.STATUTS)),
                cote("formalisme", formalisme(), label("forme_juridique", Portrait.FORME)),
                cote("effectivite", effectivite(), label("maturite", Portrait.MATURITE_DU_JOUR)),
                cote("champ_couvert", unParValeur(Portrait.CHAMPS), labels("champ", Portrait.CHAMPS)),
                anciennete(seuils),
                cote("categorie", unParValeur(Portrait.CATEGORIES), labels("categorie", Portrait.CATEGORIES)),
                cote("pa_ph", paPh(), labels("public", Portrait.PUBLICS)));
    }

    private static Column statut() {
        Column statuts = col(Portrait.STATUTS);
        return when(array_contains(statuts, "prive_non_lucratif"), "PNL")
                .when(array_contains(statuts, "prive_lucratif"), "PL")
                .when(array_contains(statuts, "public"), "EP");
    }

    private static Column formalisme() {
        Column acte = acte(col(Portrait.FORME));
        return when(col(Portrait.MATURITE_DU_JOUR).equalTo("reflexion").or(acte.equalTo("aucun")), "+")
                .when(acte.equalTo("convention"), "++")
                .when(acte.equalTo("groupement"), "+++");
    }

    /** Which kind of act a legal form is: aucun, convention or groupement. */
    static Column acte(Column forme) {
        List<Map<String, String>> formes = CodeList.read("forme_juridique").rows();
        Column map = map_from_arrays(
                lit(formes.stream().map(row -> row.get("code")).toArray(String[]::new)),
                lit(formes.stream().map(row -> row.get("acte")).toArray(String[]::new)));
        return try_element_at(map, forme);
    }

    private static Column effectivite() {
        Column maturite = col(Portrait.MATURITE_DU_JOUR);
        return when(maturite.equalTo("en_place"), "++").when(maturite.isin("reflexion", "mise_en_place"), PLUS);
    }

    private static Column unParValeur(String set) {
        return nullif(repeat(lit(PLUS), size(col(set))), lit(""));
    }

    private static Column paPh() {
        Column publics = col(Portrait.PUBLICS);
        Column older = when(array_contains(publics, "personnes_agees"), "PA");
        Column disabled = when(
                arrays_overlap(
                        publics,
                        lit(new String[] {"adultes_handicapes", "enfance_handicapee", "personnes_handicapees"})),
                "PH");
        return nullif(concat_ws("/", older, disabled), lit(""));
    }

    private static Column anciennete(Seuils seuils) {
        Column months = floor(months_between(col(JOUR_NOTATION), col(Portrait.DEPART)));
        Column note = seuils.note(months);
        Column day = date_format(col(Portrait.DEPART), "dd/MM/yyyy");
        return structure(
                "anciennete",
                note,
                phrase("anciennete", note, "libelle", months, day, jalon(false)),
                phrase(
                        "anciennete",
                        note,
                        "libelle_en",
                        months,
                        col(Portrait.DEPART).cast("string"),
                        jalon(true)));
    }

    private static Column jalon(boolean english) {
        return lower(Libelles.valeur("jalon", col(Portrait.JALON_DEPART), english));
    }

    private interface Valeurs {
        Column in(boolean english);
    }

    private static Valeurs label(String rubrique, String code) {
        return english -> Libelles.valeur(rubrique, col(code), english);
    }

    private static Valeurs labels(String rubrique, String codes) {
        return english -> array_join(transform(col(codes), code -> Libelles.valeur(rubrique, code, english)), ", ");
    }

    private static Column cote(String colonne, Column note, Valeurs valeurs) {
        return structure(
                colonne,
                note,
                phrase(colonne, note, "libelle", valeurs.in(false)),
                phrase(colonne, note, "libelle_en", valeurs.in(true)));
    }

    private static Column structure(String colonne, Column note, Column phrase, Column phraseEn) {
        return struct(
                lit(colonne).as(COLONNE_NOTATION),
                note.as(NOTE),
                when(note.isNotNull(), phrase).as(EXPLICATION),
                when(note.isNotNull(), phraseEn).as(EXPLICATION_EN));
    }

    /** The sentence the legend has for the mark, with what it rests on. */
    private static Column phrase(String colonne, Column note, String language, Column... values) {
        Column phrase = lit(null).cast("string");
        for (Map<String, String> row : LEGENDE) {
            if (row.get("code").equals(colonne)) {
                Column holds = row.get("note").equals("*") ? lit(true) : note.equalTo(row.get("note"));
                phrase = coalesce(when(holds, format_string(row.get(language), values)), phrase);
            }
        }
        return phrase;
    }
}
