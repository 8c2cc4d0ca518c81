package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.RUBRIQUE;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** The headings under which facts about cooperations are kept, and the closed list of each. */
public final class Rubriques {

    private static final List<Map<String, String>> ROWS =
            CodeList.read("rubrique_cooperation").rows();
    private static final List<Map<String, String>> VALUES =
            CodeList.read("valeur_cooperation").rows();

    private Rubriques() {}

    /** Whether the heading holds a value of this nature: liste, forme, objet, nombre or texte. */
    static Column nature(String... natures) {
        return col(RUBRIQUE)
                .isin(codes(row -> List.of(natures).contains(row.get("nature"))).toArray());
    }

    /** Whether the heading names a natural person and stays in silver. */
    public static Column nominative() {
        return col(RUBRIQUE)
                .isin(codes(row -> row.get("acces").equals("nominatif")).toArray());
    }

    /** Whether the heading is a history: its values follow each other in time. */
    public static Column historique() {
        return col(RUBRIQUE)
                .isin(codes(row -> row.get("historique").equals("oui")).toArray());
    }

    static Column connue() {
        return col(RUBRIQUE).isin(codes(row -> true).toArray());
    }

    /** Whether the code is in the closed list of its heading. */
    static Column dansLaListe(Column code) {
        Stream<String> formes = codes("forme", "forme_juridique");
        Stream<String> objets = codes("objet", "objet_cooperation");
        Stream<String> valeurs = VALUES.stream()
                .filter(row -> row.get("colonne").equals("valeur"))
                .map(row -> row.get("rubrique") + ":" + row.get("code"));
        Object[] all =
                Stream.of(formes, objets, valeurs).flatMap(Function.identity()).toArray();
        return concat_ws(":", col(RUBRIQUE), code).isin(all);
    }

    /** Whether the status is in the list of statuses of its heading. */
    static Column statutConnu(Column statut) {
        return concat_ws(":", col(RUBRIQUE), statut)
                .isin(VALUES.stream()
                        .filter(row -> row.get("colonne").equals("statut"))
                        .map(row -> row.get("rubrique") + ":" + row.get("code"))
                        .toArray());
    }

    /** The codes of a list, under each heading whose values come from it. */
    private static Stream<String> codes(String nature, String list) {
        return codes(row -> row.get("nature").equals(nature)).stream()
                .flatMap(rubrique -> CodeList.read(list).codes().stream().map(code -> rubrique + ":" + code));
    }

    private static List<String> codes(Function<Map<String, String>, Boolean> kept) {
        return ROWS.stream().filter(kept::apply).map(row -> row.get("code")).toList();
    }
}
