package fr.maillage.silver.finess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.SparkSchemas;
import fr.maillage.warehouse.Technical;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The columns in which every generation of FINESS files tells of an entity, before versions are made of it. */
public final class Description {

    /** Whether a date of the row could not be read. */
    public static final String DATE_ILLISIBLE = "_date_illisible";

    /** Whether a number of the row could not be read. */
    public static final String NOMBRE_ILLISIBLE = "_nombre_illisible";

    /** The {@link Systeme} that tells. */
    public static final String SYSTEME = "_systeme";

    /** Of lines with one key in one file, the smallest comes first, before the line number decides; 0 unless a reader says. */
    public static final String ORDRE = "_ordre";

    /** The events that may date a version, see {@link Faits}; none unless a reader says. */
    static final String EVENEMENTS = "_evenements";

    /** Last release until which every release repeats the line, so that only its first and its last stand here; its own day. */
    public static final String DITE_JUSQU = "_dite_jusqu";

    private Description() {}

    /** The fields of the contract that describe the entity, and where the row comes from; what is not given is null. */
    static Column[] columns(TableContract contract, Map<String, Column> values) {
        List<Column> columns = new ArrayList<>();
        for (Field field : described(contract)) {
            Column value = field.name().equals(Columns.ADRESSE_COMPAREE)
                    ? AdresseComparee.of(values)
                    : values.getOrDefault(field.name(), lit(null));
            columns.add(value.cast(SparkSchemas.of(field.type())).as(field.name()));
        }
        columns.add(values.get(DATE_ILLISIBLE).as(DATE_ILLISIBLE));
        columns.add(values.getOrDefault(NOMBRE_ILLISIBLE, lit(false)).as(NOMBRE_ILLISIBLE));
        columns.add(
                values.getOrDefault(SYSTEME, Systeme.of(col(Technical.SOURCE))).as(SYSTEME));
        columns.add(values.getOrDefault(ORDRE, lit(0)).as(ORDRE));
        columns.add(values.getOrDefault(EVENEMENTS, Faits.none()).as(EVENEMENTS));
        columns.add(values.getOrDefault(DITE_JUSQU, col(Technical.MILLESIME)).as(DITE_JUSQU));
        for (String technical :
                List.of(Technical.FICHIER, Technical.LIGNE, Technical.MILLESIME, Technical.SOURCE, Technical.RANG)) {
            columns.add(col(technical));
        }
        return columns.toArray(Column[]::new);
    }

    /** The fields that tell something of the entity, not of when it was true and known. */
    public static List<Field> described(TableContract contract) {
        List<String> history = new ArrayList<>(List.of(
                Columns.VALIDE_DU,
                Columns.VALIDE_AU,
                Columns.CONNU_DU,
                Columns.CONNU_AU,
                Columns.SOURCE,
                Columns.SOURCES,
                Columns.MOTIF,
                Columns.EMPREINTE));
        // Elsewhere the code of an event is a thing that is told.
        if (contract.find(Columns.DATE_PARUTION).isPresent()) {
            history.addAll(List.of(Columns.DATE_PARUTION, Columns.CODE_EVENEMENT, Columns.IDENTIFIANT_EVENEMENT));
        }
        return contract.fields().stream()
                .filter(field -> !history.contains(field.name()))
                .toList();
    }

    /** What rows tell, and until when they are repeated where they say so. */
    static Map<String, Column> repetees(Dataset<Row> rows, Map<String, Column> values) {
        if (!List.of(rows.columns()).contains(DITE_JUSQU)) {
            return values;
        }
        Map<String, Column> repetees = new HashMap<>(values);
        repetees.put(DITE_JUSQU, col(DITE_JUSQU));
        return repetees;
    }

    static Column codePostal(Column ligneAcheminement) {
        return Textes.videEnNul(regexp_extract(ligneAcheminement, "^(\\d{5})\\b", 1));
    }

    static Column ville(Column ligneAcheminement) {
        return Textes.videEnNul(regexp_extract(ligneAcheminement, "^(?:\\d{5}\\s+)?(.*)$", 1));
    }
}
