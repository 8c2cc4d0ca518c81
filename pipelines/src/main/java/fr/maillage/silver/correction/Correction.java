package fr.maillage.silver.correction;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.RANG;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * What persons say instead of what the register publishes; the newest line on a field holds.
 *
 * <p>A correction made after the day on which the cadre knows is not known yet.
 */
public final class Correction implements Transformation {

    private static final String CONNUE = "_connue";
    private static final String BONNE = "_bonne";

    @Override
    public TableContract target() {
        return Silver.CORRECTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DECLARATION_CORRECTION),
                tables.read(Silver.ETABLISSEMENT_VERSION),
                tables.read(Silver.ENTITE_JURIDIQUE_VERSION),
                tables.value(Parametres.ETAT),
                tables.value(Parametres.CONNU));
    }

    static Dataset<Row> apply(
            Dataset<Row> declarations,
            Dataset<Row> etablissements,
            Dataset<Row> entites,
            LocalDate etat,
            LocalDate connu) {
        Dataset<Row> numeros = numeros(etablissements, NUMERO_FINESS_ET, Champs.ETABLISSEMENT)
                .unionByName(numeros(entites, NUMERO_FINESS_EJ, Champs.ENTITE_JURIDIQUE));
        Dataset<Row> gestionnaires =
                entites.select(col(NUMERO_FINESS_EJ).as("_gestionnaire")).distinct();
        Dataset<Row> lignes = enVigueur(lues(declarations, numeros, gestionnaires)
                .where(coalesce(col(DATE_CORRECTION).leq(lit(Date.valueOf(connu))), lit(true))));
        Dataset<Row> publiees = Publiees.of(lignes, etablissements, NUMERO_FINESS_ET, Champs.ETABLISSEMENT, etat, connu)
                .unionByName(Publiees.of(lignes, entites, NUMERO_FINESS_EJ, Champs.ENTITE_JURIDIQUE, etat, connu));
        List<String> columns = new ArrayList<>(Silver.CORRECTION.columns());
        columns.addAll(List.of(FICHIER, LIGNE, REGLES));
        return lignes.join(publiees, new String[] {FICHIER, LIGNE}, "left")
                .withColumn(STATUT_CORRECTION, statut())
                .select(columns.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    private static Dataset<Row> numeros(Dataset<Row> versions, String numero, String objet) {
        return versions.select(col(numero).as(NUMERO_FINESS), lit(objet).as(OBJET))
                .distinct();
    }

    private static Dataset<Row> lues(Dataset<Row> declarations, Dataset<Row> numeros, Dataset<Row> gestionnaires) {
        Column typed = upper(regexp_replace(trim(col(ENTITE)), "^(?i)finess ?: ?", ""));
        Column numero = when(typed.rlike("^[0-9]{8}$"), lpad(typed, 9, "0")).otherwise(typed);
        Column retiree = coalesce(col("_statut"), lit("appliquee")).equalTo("retiree");
        return Depots.sansCorrigees(declarations)
                .withColumn(NUMERO_FINESS, numero)
                .withColumn(CHAMP, lower(trim(col(CHAMP))))
                .withColumn("_statut", lower(trim(col(STATUT))))
                .withColumn(DATE_CORRECTION, Saisie.date(col(DATE_TEXTE)))
                .join(broadcast(declared(numeros, declarations, numero)), NUMERO_FINESS, "left")
                .withColumn(VALEUR_CORRIGEE, canonique().apply(col(OBJET), col(CHAMP), col(VALEUR)))
                .withColumn("_manager", when(col(CHAMP).equalTo(NUMERO_FINESS_EJ), col(VALEUR_CORRIGEE)))
                .join(gestionnaires, col("_manager").equalTo(col("_gestionnaire")), "left")
                .withColumn(CONNUE, col(OBJET).isNotNull())
                .withColumn(
                        REGLES,
                        regles(
                                broken("entite_inconnue", not(col(CONNUE))),
                                broken(
                                        "champ_inconnu",
                                        col(CONNUE).and(not(champ().apply(col(OBJET), col(CHAMP), lit(""))))),
                                broken(
                                        "valeur_illisible",
                                        col(CONNUE)
                                                .and(champ().apply(col(OBJET), col(CHAMP), lit("")))
                                                .and(not(retiree))
                                                .and(not(lisible().apply(col(OBJET), col(CHAMP), col(VALEUR))))),
                                broken(
                                        "gestionnaire_inconnu",
                                        col("_manager")
                                                .isNotNull()
                                                .and(col("_gestionnaire").isNull())),
                                broken("date_illisible", col(DATE_CORRECTION).isNull()),
                                broken(
                                        "statut_inconnu",
                                        not(coalesce(col("_statut"), lit("")).isin("", "appliquee", "retiree")))));
    }

    /** Of all numbers, those that somebody corrects: few. */
    private static Dataset<Row> declared(Dataset<Row> numeros, Dataset<Row> declarations, Column numero) {
        return numeros.join(
                broadcast(declarations.select(numero.as(NUMERO_FINESS)).distinct()), NUMERO_FINESS, "left_semi");
    }

    /** Of the lines that break no rule, the newest on each field. */
    private static Dataset<Row> enVigueur(Dataset<Row> lignes) {
        WindowSpec newest = Window.partitionBy(NUMERO_FINESS, CHAMP, BONNE)
                .orderBy(
                        col(DATE_CORRECTION).desc(),
                        col(RANG).desc(),
                        col(FICHIER),
                        col(LIGNE).desc());
        return lignes.withColumn(BONNE, size(col(REGLES)).equalTo(0))
                .withColumn("_ordre", row_number().over(newest))
                .where(not(col(BONNE)).or(col("_ordre").equalTo(1)))
                .drop("_ordre");
    }

    private static Column statut() {
        return when(not(col(BONNE)), lit(null))
                .when(col("_statut").equalTo("retiree"), "retiree")
                .when(col(VALEUR_CORRIGEE).eqNullSafe(col(VALEUR_PUBLIEE)), "confirmee")
                .when(not(col(VALEUR_PUBLIEE_ALORS).eqNullSafe(col(VALEUR_PUBLIEE))), "conflit")
                .otherwise("appliquee");
    }

    private static UserDefinedFunction canonique() {
        return udf((UDF3<String, String, String, String>) Champs::canonique, DataTypes.StringType);
    }

    private static UserDefinedFunction lisible() {
        return udf((UDF3<String, String, String, Boolean>) Champs::lisible, DataTypes.BooleanType);
    }

    private static UserDefinedFunction champ() {
        return udf(
                (UDF3<String, String, String, Boolean>)
                        (objet, champ, nothing) -> Champs.find(objet, champ).isPresent(),
                DataTypes.BooleanType);
    }
}
