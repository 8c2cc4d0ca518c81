package fr.maillage.silver.age;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.silver.age.Pyramide.Bande;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What {@link Ages} computes, as Spark functions. */
final class FonctionsAge {

    static final String HOMMES = "_hommes";
    static final String FEMMES = "_femmes";
    static final String BAS = "_bas";
    static final String HAUT = "_haut";

    private static final ArrayType DOUBLES = DataTypes.createArrayType(DataTypes.DoubleType);
    private static final ArrayType LONGS = DataTypes.createArrayType(DataTypes.LongType);
    private static final StructType AGES = new StructType()
            .add(HOMMES, LONGS)
            .add(FEMMES, LONGS)
            .add(BAS, DOUBLES)
            .add(HAUT, DOUBLES);

    private static final StructType PROJETEE = new StructType()
            .add(CODE_COMMUNE, DataTypes.StringType)
            .add(TRANCHE_AGE, DataTypes.StringType)
            .add(AGE_MIN, DataTypes.LongType)
            .add(AGE_MAX, DataTypes.LongType)
            .add(NB_PERSONNES_AGE, DataTypes.LongType)
            .add(BORNE_BASSE, DataTypes.DoubleType)
            .add(BORNE_HAUTE, DataTypes.DoubleType)
            .add(PART, DataTypes.DoubleType);

    private FonctionsAge() {}

    /** From published bands to people by sex and single age. */
    static UserDefinedFunction grille() {
        UDF1<Seq<Row>, Double[]> grille = bandes -> {
            Pyramide pyramide = Pyramide.of(bandes(bandes));
            return pyramide == null || pyramide.total() <= 0 ? null : boxed(pyramide.grille(null));
        };
        return udf(grille, DOUBLES);
    }

    /** From people by single age to shares by sex and elementary band. */
    static UserDefinedFunction parts(List<Tranche> elementaires) {
        UDF1<Seq<Double>, Double[]> parts = grille -> {
            double[] cells = Ages.cellules(doubles(grille), elementaires);
            double total = Arrays.stream(cells).sum();
            return boxed(Arrays.stream(cells).map(cell -> cell / total).toArray());
        };
        return udf(parts, DOUBLES);
    }

    /** {@link Ages#recenses}: of the legal population, the published bands and the département by single age. */
    static UserDefinedFunction recenses(Tranches tranches) {
        UDF3<Long, Seq<Row>, Seq<Double>, Row> recenses = (total, bandes, grille) ->
                bandes == null ? null : row(Ages.recenses(total, bandes(bandes), doubles(grille), tranches));
        return udf(recenses, AGES);
    }

    /** {@link Ages#estimes}: of the legal population, shares and spreads; bounds are null without spreads. */
    static UserDefinedFunction estimes() {
        UDF3<Long, Seq<Double>, Seq<Double>, Row> estimes = (total, parts, ecarts) -> {
            if (parts == null) {
                return null;
            }
            double[] spreads = ecarts == null ? new double[parts.size() / 2] : doubles(ecarts);
            Row row = row(Ages.estimes(total, doubles(parts), spreads));
            return row == null || ecarts != null ? row : RowFactory.create(row.get(0), row.get(1), null, null);
        };
        return udf(estimes, AGES);
    }

    /** What is left of a département, in proportion: its people less those who are known; its shares when none is. */
    static UserDefinedFunction reste() {
        UDF3<Seq<Double>, Long, Seq<Long>, Double[]> reste = (parts, total, connus) -> {
            double[] left = doubles(parts);
            for (int i = 0; connus != null && i < left.length; i++) {
                left[i] = Math.max(0, left[i] * total - connus.apply(i));
            }
            return boxed(Arrays.stream(left).sum() > 0 ? left : doubles(parts));
        };
        return udf(reste, DOUBLES);
    }

    /** People shared out by weights, to the unit. */
    static UserDefinedFunction repartition() {
        UDF2<Long, Seq<Double>, Long[]> repartition = (total, poids) -> {
            long[] people = total == null ? null : Repartition.de(total, doubles(poids));
            return people == null ? null : Arrays.stream(people).boxed().toArray(Long[]::new);
        };
        return udf(repartition, LONGS);
    }

    /**
     * {@link PartageProjection}: of the given bands, the communes with their people of today, and the years between.
     *
     * @param derive how far communes drift from their territory in a year
     */
    static UserDefinedFunction projetees(Tranches tranches, double derive) {
        UDF3<Seq<Row>, Seq<Row>, Long, Row[]> projetees = (bandes, communes, years) -> {
            Map<String, Double> parts = new HashMap<>();
            List<PartageProjection.Commune> today = CollectionConverters.asJava(communes).stream()
                    .peek(row -> parts.put(row.getString(0), row.getDouble(1)))
                    .map(row -> commune(row, tranches.elementaires()))
                    .toList();
            return new PartageProjection(bandes(bandes), today, tranches, derive * years)
                    .parts().stream()
                            .map(part -> projetee(part, parts.get(part.code())))
                            .toArray(Row[]::new);
        };
        return udf(projetees, DataTypes.createArrayType(PROJETEE));
    }

    private static PartageProjection.Commune commune(Row row, List<Tranche> elementaires) {
        double[] gens = new double[elementaires.size()];
        double[] marges = new double[elementaires.size()];
        boolean known = true;
        for (Row cell : row.<Row>getList(2)) {
            int place = place(elementaires, cell.getLong(0));
            gens[place] = cell.getDouble(1);
            known &= !cell.isNullAt(2);
            marges[place] = cell.isNullAt(2) ? 0 : cell.getDouble(2);
        }
        return new PartageProjection.Commune(row.getString(0), gens, known ? marges : null);
    }

    private static int place(List<Tranche> elementaires, long debut) {
        int place = 0;
        while (elementaires.get(place).debut() != debut) {
            place++;
        }
        return place;
    }

    private static Row projetee(PartageProjection.Part part, double share) {
        Tranche tranche = part.tranche();
        return RowFactory.create(
                part.code(),
                tranche.toString(),
                (long) tranche.debut(),
                tranche.fin() == null ? null : Long.valueOf(tranche.fin()),
                part.gens(),
                part.bas(),
                part.haut(),
                share);
    }

    /** The people of a band that published ones make up exactly, else null. */
    static UserDefinedFunction effectif(Tranche tranche) {
        UDF1<Seq<Row>, Double> effectif = bandes -> Pyramide.effectif(bandes(bandes), tranche);
        return udf(effectif, DataTypes.DoubleType);
    }

    private static List<Bande> bandes(Seq<Row> rows) {
        return CollectionConverters.asJava(rows).stream()
                .map(row -> new Bande(
                        row.getAs(SEXE), row.<Long>getAs(AGE_MIN).intValue(), suivant(row), row.getAs(EFFECTIF_PUBLIE)))
                .filter(bande -> bande.debut() < bande.suivant())
                .toList();
    }

    private static int suivant(Row row) {
        Long last = row.getAs(AGE_MAX);
        return last == null || last >= Tranche.DERNIER_AGE ? Tranche.DERNIER_AGE + 1 : last.intValue() + 1;
    }

    private static Row row(Ages ages) {
        return ages == null
                ? null
                : RowFactory.create(boxed(ages.hommes()), boxed(ages.femmes()), boxed(ages.bas()), boxed(ages.haut()));
    }

    private static double[] doubles(Seq<Double> values) {
        return values == null
                ? null
                : CollectionConverters.asJava(values).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
    }

    private static Double[] boxed(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private static Long[] boxed(long[] values) {
        return Arrays.stream(values).boxed().toArray(Long[]::new);
    }
}
