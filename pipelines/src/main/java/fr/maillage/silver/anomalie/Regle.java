package fr.maillage.silver.anomalie;

import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Columns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * One rule of quality on rows: when it is broken, which field it is about, and the fields that are its evidence.
 *
 * <p>What it says, how grave it is and what kind of check it is in the vocabulary of Kahn stands in
 * {@code codes/regle_qualite} under its name.
 *
 * @param nom its code in the list
 * @param champ the field that is wrong, whose value is shown
 * @param broken an unknown condition breaks nothing
 * @param preuves the fields that say why
 */
record Regle(String nom, String champ, Column broken, List<String> preuves) {

    private static final CodeList LISTE = CodeList.read("regle_qualite");

    static Regle of(String nom, String champ, Column broken, String... preuves) {
        return new Regle(nom, champ, broken, List.of(preuves));
    }

    /** The rows of an anomaly: one struct where the rule is broken, else null. */
    Column anomalie() {
        Map<String, String> dit = LISTE.find(nom)
                .orElseThrow(() -> new IllegalArgumentException("The list regle_qualite has no rule " + nom));
        return when(
                broken,
                struct(
                        lit(nom).as(Columns.REGLE),
                        lit(dit.get("gravite")).as(Columns.GRAVITE),
                        lit(dit.get("categorie")).as(Columns.CATEGORIE_CONTROLE),
                        lit(dit.get("contexte")).as(Columns.CONTEXTE_CONTROLE),
                        lit(champ).as(Columns.CHAMP),
                        col(champ).cast("string").as(Columns.VALEUR_PUBLIEE),
                        evidence().as(Columns.PREUVE)));
    }

    /** As {@code field=value, field=value}; a field without a value is left out. */
    private Column evidence() {
        Column[] fields = preuves.stream()
                .map(name -> concat(lit(name + "="), col(name).cast("string")))
                .toArray(Column[]::new);
        return nullif(concat_ws(", ", fields), lit(""));
    }
}
