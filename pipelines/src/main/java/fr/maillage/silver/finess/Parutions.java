package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;

import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/**
 * The releases that speak of one kind of thing, and what each of them would have named: an entity that lies in the scope
 * of a release and is missing from it is there no more.
 *
 * <p>Only a system that has named an entity before can miss it: what one system never knew, another did not lose. A
 * release without closed entities says nothing of one that is known as closed.
 */
public final class Parutions implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20_000;

    /** Every establishment of the territory would have been named. */
    public static final String COMPLET = "complet";
    /** Some would have been. */
    public static final String PARTIEL = "partiel";
    /** None would have been. */
    public static final String ABSENT = "absent";

    /** @param jour day of the release, in days since 1970 */
    private record Parution(String systeme, int jour, Portee portee, boolean fermes, boolean retiree)
            implements Serializable {}

    private final List<Parution> parutions;

    private Parutions(List<Parution> parutions) {
        this.parutions = parutions;
    }

    /** Of silver/parution, those that speak of one of these kinds of things. */
    public static Parutions of(Tables tables, String... objet) {
        return new Parutions(tables
                .list(
                        tables.read(Silver.PARUTION)
                                .where(functions.col(OBJET).isin((Object[]) objet))
                                .select(
                                        SYSTEME,
                                        DATE_PARUTION,
                                        PORTEE,
                                        DEPARTEMENTS,
                                        TRANCHES,
                                        FERMES_INCLUS,
                                        EST_RETIREE),
                        MOST)
                .stream()
                .map(Parutions::parution)
                .sorted(Comparator.comparing(Parution::jour))
                .toList());
    }

    private static Parution parution(Row row) {
        Portee portee = Portee.of(row.getString(2), row.getString(3), row.getString(4));
        return new Parution(
                row.getString(0),
                (int) ((Date) row.get(1)).toLocalDate().toEpochDay(),
                portee,
                row.getBoolean(5),
                row.getBoolean(6));
    }

    /**
     * Which of the days of releases a day is, in the order of time; null when more than one system told on that day, and
     * when none did.
     */
    Column rang(Column jour) {
        List<Integer> jours = parutions.stream().map(Parution::jour).distinct().toList();
        Map<Integer, Integer> rangs = new HashMap<>();
        for (int i = 0; i < jours.size(); i++) {
            int day = jours.get(i);
            if (parutions.stream()
                            .filter(parution -> parution.jour() == day)
                            .map(Parution::systeme)
                            .distinct()
                            .count()
                    == 1) {
                rangs.put(day, i);
            }
        }
        UDF1<Integer, Integer> rang = rangs::get;
        return functions.udf(rang, DataTypes.IntegerType).apply(functions.unix_date(jour));
    }

    /** Those that were true and known on a day of each. */
    public Parutions until(LocalDate etat, LocalDate connu) {
        long day = Math.min(etat.toEpochDay(), connu.toEpochDay());
        return new Parutions(
                parutions.stream().filter(parution -> parution.jour() <= day).toList());
    }

    /** Whether the register of a département is told: the best that any release says of it. */
    public Column registre(Column codeDepartement) {
        UDF1<String, String> registre = this::registre;
        return functions.udf(registre, DataTypes.StringType).apply(codeDepartement);
    }

    String registre(String codeDepartement) {
        List<String> told = parutions.stream()
                .filter(parution -> !parution.retiree())
                .map(parution -> parution.portee().registre(prefixe(codeDepartement)))
                .toList();
        return told.contains(COMPLET) ? COMPLET : told.contains(PARTIEL) ? PARTIEL : ABSENT;
    }

    /** How the FINESS numbers given in a département begin: 97 overseas, 98 in Mayotte. */
    private static String prefixe(String departement) {
        return departement.equals("976") ? "98" : departement.substring(0, Math.min(2, departement.length()));
    }

    /** The lines of releases that nobody withdrew. */
    Dataset<Row> maintenues(Dataset<Row> lines) {
        return maintenues(lines, functions.col(Description.SYSTEME));
    }

    /** The same of rows of bronze. */
    public Dataset<Row> maintenuesDeBronze(Dataset<Row> rows) {
        return maintenues(rows, Systeme.of(functions.col(Technical.SOURCE)));
    }

    private Dataset<Row> maintenues(Dataset<Row> lines, Column systeme) {
        return parutions.stream()
                .filter(Parution::retiree)
                .map(parution -> systeme.equalTo(parution.systeme())
                        .and(functions
                                .col(Technical.MILLESIME)
                                .equalTo(Date.valueOf(LocalDate.ofEpochDay(parution.jour())))))
                .reduce(Column::or)
                .map(withdrawn -> lines.where(functions.not(withdrawn)))
                .orElse(lines);
    }

    /**
     * The first day, of those strictly between two, on which a release missed the entity; null when none did.
     *
     * @param numero number that says where the entity belongs
     * @param from day it was told, in days since 1970
     * @param to day it is told again; null when it is not
     * @param vues by system of {@code systemes}, the first day it told of the entity; null when it never did
     * @param muettes days on which a release named it in a line that could not be read
     * @param ferme whether it is known as closed
     */
    Integer absence(
            String numero, int from, Integer to, List<String> systemes, Integer[] vues, int[] muettes, boolean ferme) {
        for (Parution parution : parutions.subList(apres(from), parutions.size())) {
            if (to != null && parution.jour() >= to) {
                return null;
            }
            int system = systemes.indexOf(parution.systeme());
            boolean known = system >= 0 && vues[system] != null && vues[system] < parution.jour();
            if (known
                    && !parution.retiree()
                    && (parution.fermes() || !ferme)
                    && Arrays.stream(muettes).noneMatch(day -> day == parution.jour())
                    && parution.portee().couvre(numero)) {
                return parution.jour();
            }
        }
        return null;
    }

    /** How many releases are not later than a day. */
    private int apres(int jour) {
        int low = 0;
        int high = parutions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parutions.get(middle).jour() > jour) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** {@link #absence} as a column; the days are dates. */
    Column absence(
            List<String> systemes, Column numero, Column from, Column to, Column vues, Column muettes, Column ferme) {
        if (parutions.stream().noneMatch(parution -> parution.portee().peutManquer())) {
            return functions.lit(null).cast("date");
        }
        UDF5<String, Integer, Integer, Seq<Integer>, Row, Integer> absence = (code, first, next, seen, rest) ->
                absence(code, first, next, systemes, days(seen), ints(rest.getSeq(0)), rest.getBoolean(1));
        Column ordinal = functions
                .udf(absence, DataTypes.IntegerType)
                .apply(
                        numero,
                        functions.unix_date(from),
                        functions.unix_date(to),
                        functions.transform(vues, functions::unix_date),
                        functions.struct(
                                functions.transform(muettes, functions::unix_date),
                                functions.coalesce(ferme, functions.lit(false))));
        return functions.date_from_unix_date(ordinal);
    }

    /**
     * The last day before another on which a release of one of these systems would have named the entity.
     *
     * @param systemes null for any system
     */
    Integer precedente(List<String> systemes, String numero, int avant) {
        Integer found = null;
        for (Parution parution : parutions) {
            if (parution.jour() < avant && named(parution, systemes, numero)) {
                found = parution.jour();
            }
        }
        return found;
    }

    /** {@link #precedente} as a column of dates; {@code systemes} is an array of names. */
    public Column precedente(Column systemes, Column numero, Column avant) {
        UDF3<Seq<String>, String, Integer, Integer> precedente =
                (names, code, day) -> day == null ? null : precedente(texts(names), code, day);
        return functions.date_from_unix_date(
                functions.udf(precedente, DataTypes.IntegerType).apply(systemes, numero, functions.unix_date(avant)));
    }

    /** The one of these systems whose release of the day would have named the entity; null when none would. */
    public Column systemeDuJour(Column systemes, Column numero, Column jour) {
        UDF3<Seq<String>, String, Integer, String> systeme = (names, code, day) -> parutions.stream()
                .filter(parution -> day != null && parution.jour() == day && named(parution, texts(names), code))
                .map(Parution::systeme)
                .findFirst()
                .orElse(null);
        return functions.udf(systeme, DataTypes.StringType).apply(systemes, numero, functions.unix_date(jour));
    }

    private static boolean named(Parution parution, List<String> systemes, String numero) {
        return !parution.retiree()
                && (systemes == null || systemes.contains(parution.systeme()))
                && parution.portee().couvre(numero);
    }

    private static List<String> texts(Seq<String> texts) {
        return texts == null ? null : scala.jdk.javaapi.CollectionConverters.asJava(texts);
    }

    private static Integer[] days(Seq<Integer> days) {
        return scala.jdk.javaapi.CollectionConverters.asJava(days).toArray(Integer[]::new);
    }

    private static int[] ints(Seq<Object> days) {
        return scala.jdk.javaapi.CollectionConverters.asJava(days).stream()
                .mapToInt(day -> (Integer) day)
                .toArray();
    }
}
