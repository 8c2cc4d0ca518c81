package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Origine;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Reads where the data comes from, of which date it is, and what it covers. */
final class OrigineReader {

    private final Tables tables;
    private final List<Row> registers;

    OrigineReader(Tables tables) {
        this.tables = tables;
        this.registers = tables.list(
                tables.read(Silver.ETABLISSEMENT)
                        .groupBy(SOURCE)
                        .agg(
                                day(max(CONNU_DU)).as("jour"),
                                count(lit(1)).as("nombre"),
                                count_if(col(CODE_COMMUNE).isNotNull()).as("situes"),
                                count_if(col(LONGITUDE).isNotNull()).as("places"))
                        .orderBy(SOURCE),
                100);
    }

    /** Date of the newest release of the register; empty when unknown. */
    String stateOfRegistry() {
        return registers.stream()
                .map(row -> row.getString(1))
                .filter(Objects::nonNull)
                .max(String::compareTo)
                .orElse("");
    }

    List<Origine> list(TerritoireReader territoires) {
        List<Origine> origines = new ArrayList<>();
        registers.forEach(row -> origines.add(register(row)));
        origines.add(territories(territoires));
        addPopulation(origines);
        addCooperations(origines);
        addActivity(origines);
        return origines;
    }

    private static Origine register(Row row) {
        long all = row.getLong(2);
        String fr = "%s établissements connus, dont %s situés dans une commune et %s avec une position";
        String en = "%s establishments known, of which %s located in a commune and %s with a position";
        return new Origine(
                new Labels("Établissements (" + row.getString(0) + ")", "Establishments (" + row.getString(0) + ")"),
                Objects.requireNonNullElse(row.getString(1), ""),
                new Labels(
                        String.format(fr, french(all), french(row.getLong(3)), french(row.getLong(4))),
                        String.format(en, english(all), english(row.getLong(3)), english(row.getLong(4)))));
    }

    private static Origine territories(TerritoireReader territoires) {
        List<Commune> communes = territoires.communes();
        long drawn =
                communes.stream().filter(commune -> commune.contour() != null).count();
        String vintages = years(territoires.contourVintages());
        return new Origine(
                new Labels("Communes, EPCI, départements, régions", "Communes, EPCI, départements, régions"),
                territoires.millesime() == 0 ? "" : Long.toString(territoires.millesime()),
                new Labels(
                        french(communes.size()) + " communes, dont " + french(drawn) + " dessinées (contours "
                                + vintages + ")",
                        english(communes.size()) + " communes, of which " + english(drawn) + " drawn (contours "
                                + vintages + ")"));
    }

    private static String years(Collection<Long> years) {
        return years.stream().map(year -> Long.toString(year)).collect(Collectors.joining(", "));
    }

    private void addPopulation(List<Origine> origines) {
        long chosen = tables.value(Parametres.ANNEE_POPULATION);
        Row row = one(max(ANNEE), Silver.POPULATION);
        if (!row.isNullAt(0)) {
            origines.add(new Origine(
                    new Labels("Populations légales", "Legal populations"),
                    Long.toString(chosen == 0 ? row.getLong(0) : chosen),
                    new Labels("Population municipale", "Municipal population")));
        }
    }

    private void addCooperations(List<Origine> origines) {
        List<Row> rows =
                tables.list(tables.read(Silver.COOPERATION).groupBy(ORIGINE).agg(count(lit(1))), 10);
        if (rows.isEmpty()) {
            return;
        }
        Row outside = one(count_if(col(RESOLUTION).equalTo("hors_registre")), Silver.COOPERATION_MEMBRE);
        String fr = "%s déclarées, %s repérées dans le registre ; %s adhésions de membres hors du registre";
        String en = "%s declared, %s found in the register; %s memberships of members outside the register";
        origines.add(new Origine(
                new Labels("Coopérations", "Cooperations"),
                "",
                new Labels(
                        String.format(
                                fr,
                                french(of(rows, "declaree")),
                                french(of(rows, "detectee")),
                                french(outside.getLong(0))),
                        String.format(
                                en,
                                english(of(rows, "declaree")),
                                english(of(rows, "detectee")),
                                english(outside.getLong(0))))));
    }

    private static long of(List<Row> rows, String origin) {
        return rows.stream()
                .filter(row -> origin.equals(row.getString(0)))
                .mapToLong(row -> row.getLong(1))
                .sum();
    }

    private void addActivity(List<Origine> origines) {
        Row row = tables.list(
                        tables.read(Silver.ACTIVITE)
                                .agg(
                                        date_format(min(MOIS), "yyyy-MM"),
                                        date_format(max(MOIS), "yyyy-MM"),
                                        count_distinct(col(CODE_ACTEUR))),
                        1)
                .get(0);
        if (!row.isNullAt(0)) {
            origines.add(new Origine(
                    new Labels("Activité déclarée par les membres", "Activity reported by members"),
                    row.getString(1),
                    new Labels(
                            "Depuis " + row.getString(0) + ", " + french(row.getLong(2)) + " membres déclarants",
                            "Since " + row.getString(0) + ", " + english(row.getLong(2)) + " reporting members")));
        }
    }

    private Row one(Column aggregate, TableContract table) {
        return tables.list(tables.read(table).agg(aggregate), 1).get(0);
    }

    private static Column day(Column date) {
        return date_format(date, "yyyy-MM-dd");
    }

    private static String french(long number) {
        return String.format(Locale.FRENCH, "%,d", number);
    }

    private static String english(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
