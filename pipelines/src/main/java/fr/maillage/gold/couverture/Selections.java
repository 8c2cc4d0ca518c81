package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** For which questions a cooperation counts: for all, by public, by category, by legal form. */
final class Selections {

    static final String TOUTES = "toutes";
    static final String PUBLIC = "public";
    static final String CATEGORIE = "categorie";
    static final String FORME = "forme_juridique";

    /** Whether it is known that the cooperation counts; false when nothing tells it. */
    static final String SUR = "_sur";

    private Selections() {}

    /** The selections that a row with its form, categories and publics counts in, or may count in. */
    static Column of(Column publics, List<AgeConcerne> ages) {
        List<Column> all = new ArrayList<>();
        all.add(selection(TOUTES, lit(TOUTES), lit(true)));
        all.add(selection(FORME, col(FORME_JURIDIQUE), lit(true)));
        ages.forEach(age -> all.add(dite(PUBLIC, age.publicConcerne(), publics)));
        categories().forEach(categorie -> all.add(dite(CATEGORIE, categorie, col(CATEGORIES_COOPERATION))));
        return array_compact(array(all.toArray(Column[]::new)));
    }

    /** The selections that everything counts in: all, each public, each category. */
    static List<Selection> fixes(List<AgeConcerne> ages) {
        List<Selection> all = new ArrayList<>(List.of(new Selection(TOUTES, TOUTES)));
        ages.forEach(age -> all.add(new Selection(PUBLIC, age.publicConcerne())));
        categories().forEach(categorie -> all.add(new Selection(CATEGORIE, categorie)));
        return all;
    }

    private static List<String> categories() {
        return CodeList.read("valeur_cooperation").rows().stream()
                .filter(row -> row.get("rubrique").equals("categorie"))
                .filter(row -> row.get("colonne").equals("valeur"))
                .map(row -> row.get("code"))
                .toList();
    }

    private static Column dite(String type, String code, Column codes) {
        return when(codes.isNull(), selection(type, lit(code), lit(false)))
                .when(array_contains(codes, code), selection(type, lit(code), lit(true)));
    }

    private static Column selection(String type, Column code, Column sur) {
        return struct(lit(type).as(TYPE_SELECTION), code.as(CODE_SELECTION), sur.as(SUR));
    }

    /** One selection by its kind and code. */
    record Selection(String type, String code) {

        /** Whose establishments and people it is about: those of a public, or all. */
        String population() {
            return type.equals(PUBLIC) ? code : TOUTES;
        }
    }
}
