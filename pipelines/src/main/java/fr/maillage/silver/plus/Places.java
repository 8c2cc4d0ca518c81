package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.entier;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Capacities added up without counting twice: a figure limited to a funding, a habilitation, a kind of housing or a gender
 * is a part of another and never a total. 0 when there is none, as the register's own mapping to tables has it.
 */
public final class Places {

    public static final String AUTORISEE = "09";
    public static final String INSTALLEE = "08";

    private static final List<String> PARTS = List.of(MODEFINANCEMENT, HABILITATION, TYPELOGEMENT, GENRE);

    private Places() {}

    /** The total of one status. */
    public static Column total(Column capacites, String statut) {
        return sum(filter(
                capacites,
                capacity -> capacity.getField(STATUTCAPACITE).equalTo(statut).and(isTotal(capacity))));
    }

    /** The part that one field limits to one code, by nothing else; null when the source tells none. */
    public static Column part(Column capacites, String statut, String field, String code) {
        Column parts = filter(capacites, capacity -> capacity.getField(STATUTCAPACITE)
                .equalTo(statut)
                .and(capacity.getField(field).equalTo(code))
                .and(limits(capacity, field)));
        return when(size(parts).gt(0), sum(parts));
    }

    /** Whether a capacity is limited by nothing. */
    static Column isTotal(Column capacity) {
        return limits(capacity, "");
    }

    private static Column limits(Column capacity, String butOne) {
        return PARTS.stream()
                .filter(part -> !part.equals(butOne))
                .map(part -> texte(capacity.getField(part)).isNull())
                .reduce(Column::and)
                .orElseThrow();
    }

    private static Column sum(Column capacites) {
        Column sum = aggregate(
                capacites, lit(0L), (all, capacity) -> all.plus(coalesce(entier(capacity.getField(NOMBRE)), lit(0L))));
        return coalesce(sum, lit(0L));
    }
}
