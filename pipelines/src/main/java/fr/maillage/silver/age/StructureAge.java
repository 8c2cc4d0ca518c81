package fr.maillage.silver.age;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.rang;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.insee.ColonneAge;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** People by age of communes and départements, whatever the layout they were published in. */
public final class StructureAge implements Transformation {

    /** The format that tells ages of départements. */
    public static final String DEPARTEMENTS = "insee-estimations-departement";

    private static final String DEPARTEMENT = "0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]";
    private static final String COMMUNE = "([0-9]{2}|2[AB])[0-9]{3}";
    private static final String CODE_PUBLIE = "_code_publie";
    private static final String COLONNE = "_colonne";
    private static final String DITE = "_dite";
    private static final String ECARTEE = "_ecartee";
    private static final String VALEUR_LUE = "_valeur";
    private static final StructType SENS = new StructType()
            .add(ANNEE, DataTypes.LongType)
            .add(SEXE, DataTypes.StringType)
            .add(AGE_MIN, DataTypes.LongType)
            .add(AGE_MAX, DataTypes.LongType);

    @Override
    public TableContract target() {
        return Silver.STRUCTURE_AGE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.INSEE_STRUCTURE_AGE),
                tables.read(Bronze.INSEE_POPULATION_AGE),
                tables.read(Silver.COMMUNE_RATTACHEE));
    }

    static Dataset<Row> apply(Dataset<Row> larges, Dataset<Row> longues, Dataset<Row> rattachees) {
        Column illisible = coalesce(col(EFFECTIF_PUBLIE).lt(0), lit(true));
        Dataset<Row> jugees = rattachees(larges(larges).unionByName(longues(longues)), rattachees)
                .withColumn(
                        Technical.REGLES,
                        regles(broken("doublon", again().or(comprise())), broken("effectif_illisible", illisible)))
                .withColumn(
                        ECARTEE,
                        when(
                                size(col(Technical.REGLES)).gt(0),
                                concat_ws("/", col(Technical.FICHIER), col(Technical.LIGNE))));
        return jugees.groupBy(
                        NIVEAU, CODE_TERRITOIRE, ANNEE, SOURCE_STRUCTURE, SEXE, TRANCHE_AGE, AGE_MIN, AGE_MAX, ECARTEE)
                .agg(
                        sum(EFFECTIF_PUBLIE).as(EFFECTIF_PUBLIE),
                        min(Technical.FICHIER).as(Technical.FICHIER),
                        min(Technical.LIGNE).as(Technical.LIGNE),
                        min(Technical.REGLES).as(Technical.REGLES))
                .drop(ECARTEE);
    }

    /** A row per column; lines of the country and other sums of départements are left out. */
    private static Dataset<Row> larges(Dataset<Row> lignes) {
        Column departements = col(Technical.SOURCE).equalTo(DEPARTEMENTS);
        return lignes.withColumn(CODE_PUBLIE, upper(text(CODGEO)))
                .withColumn(CODE_PUBLIE, when(departements, col(CODE_PUBLIE)).otherwise(lpad(col(CODE_PUBLIE), 5, "0")))
                .where(when(departements, col(CODE_PUBLIE).rlike("^(" + DEPARTEMENT + ")$"))
                        .otherwise(col(CODE_PUBLIE).rlike("^" + COMMUNE + "$")))
                .withColumn(COLONNE, explode(arrays_zip(col(COLONNES), col(VALEURS))))
                .withColumn(DITE, sens().apply(col(COLONNE).getField(COLONNES)))
                .where(col(DITE).isNotNull())
                .withColumn(VALEUR_LUE, col(COLONNE).getField(VALEURS))
                // Before 1999 overseas estimates end at 90 years: the cell beyond is empty.
                .where(col(VALEUR_LUE).isNotNull().or(departements.equalTo(false)))
                .select(
                        when(departements, "departement").otherwise("commune").as(NIVEAU),
                        col(CODE_PUBLIE),
                        coalesce(col(DITE).getField(ANNEE), col(FEUILLE).try_cast("bigint"), annee())
                                .as(ANNEE),
                        col(Technical.SOURCE).as(SOURCE_STRUCTURE),
                        col(DITE).getField(SEXE).as(SEXE),
                        col(DITE).getField(AGE_MIN).as(AGE_MIN),
                        col(DITE).getField(AGE_MAX).as(AGE_MAX),
                        nombre(VALEUR_LUE).as(EFFECTIF_PUBLIE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG))
                .withColumn(TRANCHE_AGE, tranche());
    }

    private static Dataset<Row> longues(Dataset<Row> lignes) {
        Column age = text(AGED100).try_cast("bigint");
        return lignes.select(
                        lit("commune").as(NIVEAU),
                        lpad(upper(text(CODGEO)), 5, "0").as(CODE_PUBLIE),
                        annee().as(ANNEE),
                        col(Technical.SOURCE).as(SOURCE_STRUCTURE),
                        when(text(SEXE).equalTo("1"), ColonneAge.HOMMES)
                                .when(text(SEXE).equalTo("2"), ColonneAge.FEMMES)
                                .as(SEXE),
                        age.as(AGE_MIN),
                        when(age.lt(Tranche.DERNIER_AGE), age).as(AGE_MAX),
                        nombre(NB).as(EFFECTIF_PUBLIE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.RANG))
                .withColumn(TRANCHE_AGE, tranche());
    }

    private static Dataset<Row> rattachees(Dataset<Row> lignes, Dataset<Row> rattachees) {
        Dataset<Row> arrondissements = rattachees
                .where(col(TYPE_COMMUNE).equalTo("ARM"))
                .select(col(CODE_COMMUNE_RATTACHEE).as(CODE_PUBLIE), col(CODE_COMMUNE))
                .distinct();
        return lignes.join(broadcast(arrondissements), new String[] {CODE_PUBLIE}, "left")
                .withColumn(CODE_TERRITOIRE, coalesce(col(CODE_COMMUNE), col(CODE_PUBLIE)))
                .drop(CODE_COMMUNE);
    }

    private static Column again() {
        return rang(NIVEAU, CODE_PUBLIE, ANNEE, SOURCE_STRUCTURE, SEXE, TRANCHE_AGE)
                .gt(1);
    }

    /** An arrondissement whose commune has a line of its own. */
    private static Column comprise() {
        Column arrondissement = col(CODE_PUBLIE).notEqual(col(CODE_TERRITOIRE));
        Column commune = max(col(CODE_PUBLIE).equalTo(col(CODE_TERRITOIRE)))
                .over(Window.partitionBy(NIVEAU, CODE_TERRITOIRE, ANNEE, SOURCE_STRUCTURE, SEXE, TRANCHE_AGE));
        return arrondissement.and(commune);
    }

    private static Column tranche() {
        return when(col(AGE_MAX).isNull(), concat(col(AGE_MIN), lit("+")))
                .when(col(AGE_MAX).equalTo(col(AGE_MIN)), col(AGE_MIN).cast("string"))
                .otherwise(concat_ws("-", col(AGE_MIN), col(AGE_MAX)));
    }

    private static Column nombre(String column) {
        return regexp_replace(regexp_replace(col(column), "[\\s\u00a0\u202f]", ""), ",", ".")
                .try_cast("double");
    }

    private static org.apache.spark.sql.expressions.UserDefinedFunction sens() {
        UDF1<String, Row> sens = name -> ColonneAge.of(name)
                .map(colonne -> RowFactory.create(
                        colonne.annee() == null ? null : colonne.annee().longValue(),
                        colonne.sexe(),
                        (long) colonne.ageMin(),
                        colonne.ageMax() == null ? null : colonne.ageMax().longValue()))
                .orElse(null);
        return udf(sens, SENS);
    }
}
