package fr.maillage.silver.passage;

import static fr.maillage.schemas.Columns.COM_AP;
import static fr.maillage.schemas.Columns.COM_AV;
import static fr.maillage.schemas.Columns.DATE_EFF;
import static fr.maillage.schemas.Columns.LIBELLE_AP;
import static fr.maillage.schemas.Columns.LIBELLE_AV;
import static fr.maillage.schemas.Columns.MOD;
import static fr.maillage.schemas.Columns.TYPECOM_AP;
import static fr.maillage.schemas.Columns.TYPECOM_AV;

import fr.maillage.schemas.CodeList;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One line of the movements of INSEE: a commune before, a commune after, on a day.
 *
 * @param mod what happened, a code of {@code codes/evenement_commune}
 * @param avant the commune before; null when nothing French was there
 * @param apres the commune after
 */
record Mouvement(String mod, LocalDate jour, Code avant, String nomAvant, Code apres, String nomApres) {

    /** Code of a commune with its type: a delegated commune may bear the code of the commune that holds it. */
    record Code(String type, String code) implements Comparable<Code> {

        static final String COMMUNE = "COM";

        boolean isCommune() {
            return type.equals(COMMUNE);
        }

        @Override
        public int compareTo(Code other) {
            return code.equals(other.code) ? type.compareTo(other.type) : code.compareTo(other.code);
        }
    }

    /** Between communes in the strict sense, which is what cuts and merges territory. */
    boolean isBetweenCommunes() {
        return avant != null && avant.isCommune() && apres.isCommune();
    }

    static Mouvement of(Row row) {
        return new Mouvement(
                row.getAs(MOD),
                LocalDate.parse(row.getAs(DATE_EFF)),
                code(row.getAs(TYPECOM_AV), row.getAs(COM_AV)),
                row.getAs(LIBELLE_AV),
                code(row.getAs(TYPECOM_AP), row.getAs(COM_AP)),
                row.getAs(LIBELLE_AP));
    }

    private static Code code(String type, String code) {
        return code == null || code.isBlank() ? null : new Code(type, code);
    }

    /** Changes of code that the file of communes leaves out, as they left the départements it tells of. */
    static List<Mouvement> horsFichier() {
        return CodeList.read("mouvement_hors_fichier").rows().stream()
                .map(row -> new Mouvement(
                        "41",
                        LocalDate.parse(row.get("date_eff")),
                        new Code(Code.COMMUNE, row.get("com_av")),
                        row.get("libelle"),
                        new Code(Code.COMMUNE, row.get("com_ap")),
                        row.get("libelle")))
                .toList();
    }
}
