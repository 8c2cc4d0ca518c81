package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.warehouse.Technical;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;

/**
 * Events that say since when what a release tells is true.
 *
 * <p>An event explains a version when the record that carries it tells the same: a closing on the day that stands as
 * closing date, a transfer where the manager is another, a creation on the day that stands as opening. What each code
 * does is told by {@code codes/evenement_finess}; a code that is not in the list explains nothing.
 *
 * @param ouverture field that holds the day of opening
 * @param gestionnaire field that a transfer changes; empty where there is none
 * @param delai days within which a creation dates the first version
 */
public record Faits(String ouverture, String gestionnaire, long delai) {

    /** What lines carry: day, code and number of each event. */
    static final String TYPE = "array<struct<jour:date,code:string,numero:string>>";

    private static final CodeList CODES = CodeList.read("evenement_finess");

    /** The events of a FINESS+ record that can date a version, in the shape of {@link #TYPE}. */
    static Column of(Column evenements) {
        Column kept = filter(evenements, event -> code(event)
                .isin(CODES.rows().stream()
                        .filter(row -> !row.get("effet").equals("aucun"))
                        .map(row -> row.get("code"))
                        .toArray()));
        Column read = transform(
                kept,
                event -> struct(
                        event.getField(DATEEVENEMENT).try_cast("date").as("jour"),
                        code(event).as("code"),
                        event.getField(EVENEMENTID).as("numero")));
        return coalesce(read, none());
    }

    static Column none() {
        return array().cast(TYPE);
    }

    /**
     * The event that explains a version, null when none does; the newest where several do.
     *
     * @param avant a field as the version before had it
     * @param debutAvant day of the release that told the version before; null for a first one
     * @param suit whether the version before ends with this one, and not by an absence
     */
    Column explique(UnaryOperator<String> avant, Column debutAvant, Column suit) {
        Column jour = col(Technical.MILLESIME);
        Column closing = col(DATE_FERMETURE);
        Column newlyClosed = closing.isNotNull().and(not(closing.eqNullSafe(col(avant.apply(DATE_FERMETURE)))));
        Column moved =
                gestionnaire.isEmpty() ? lit(false) : not(col(gestionnaire).eqNullSafe(col(avant.apply(gestionnaire))));
        Column later = filter(col(Description.EVENEMENTS), event -> {
            Column day = event.getField("jour");
            Column tells = does(event, "fermeture")
                    .and(newlyClosed)
                    .and(day.equalTo(closing))
                    .or(does(event, "transfert").and(moved));
            return day.gt(debutAvant).and(day.leq(jour)).and(tells);
        });
        Column first = filter(col(Description.EVENEMENTS), event -> does(event, "creation")
                .and(event.getField("jour").equalTo(col(ouverture)))
                .and(event.getField("jour").leq(jour))
                .and(event.getField("jour").geq(date_sub(jour, (int) delai))));
        return when(debutAvant.isNull(), array_max(first)).when(suit, array_max(later));
    }

    private static Column does(Column event, String effet) {
        return event.getField("code")
                .isin(CODES.rows().stream()
                        .filter(row -> row.get("effet").equals(effet))
                        .map(row -> row.get("code"))
                        .toArray());
    }

    private static Column code(Column event) {
        Column published = trim(event.getField(CODEEVENEMENT));
        return when(length(published).lt(3), lpad(published, 3, "0")).otherwise(published);
    }
}
