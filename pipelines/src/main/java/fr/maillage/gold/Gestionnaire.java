package fr.maillage.gold;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Passerelle;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Who manages how many open establishments, of what kinds, for whom and how far apart. */
public final class Gestionnaire implements Transformation {

    private static final String POSITIONS = "_positions";
    private static final int KM_DECIMALS = 3;

    @Override
    public TableContract target() {
        return Gold.GESTIONNAIRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> gestionnaires = apply(
                Ouverts.on(tables.read(Silver.ETABLISSEMENT), tables.value(Parametres.ETAT)),
                Capacites.parEtablissement(tables.read(Silver.PLACE)),
                tables.read(Silver.CATEGORIE),
                tables.read(Silver.ENTITE_JURIDIQUE),
                new Passerelle(tables.read(Silver.COMMUNE_SUCCESSEUR), tables.read(Silver.RATTACHEMENT)));
        return Capacites.decrites(gestionnaires, Strates.of(tables));
    }

    static Dataset<Row> apply(
            Dataset<Row> etablissements,
            Dataset<Row> capacites,
            Dataset<Row> categories,
            Dataset<Row> entites,
            Passerelle passerelle) {
        Column position = when(col(LONGITUDE).isNotNull().and(col(LATITUDE).isNotNull()), struct(LONGITUDE, LATITUDE));
        Dataset<Row> comptes = located(etablissements, passerelle)
                .join(capacites, new String[] {NUMERO_FINESS_ET}, "left")
                .select(col("*"), Capacites.dote())
                .join(broadcast(Publics.parCategorie(categories)), new String[] {CODE_CATEGORIE}, "left")
                .groupBy(NUMERO_FINESS_EJ)
                .agg(
                        count(lit(1)).as(NB_ETABLISSEMENTS),
                        count_distinct(col(CODE_CATEGORIE)).as(NB_CATEGORIES),
                        count_distinct(col(Publics.PUBLIC)).as(NB_PUBLICS),
                        count_distinct(col(CODE_DEPARTEMENT)).as(NB_DEPARTEMENTS),
                        sum(NB_PLACES_INSTALLEES).as(NB_PLACES_INSTALLEES),
                        sum(NB_PLACES_AUTORISEES).as(NB_PLACES_AUTORISEES),
                        sum(Capacites.DOTES).as(Capacites.DOTES),
                        collect_list(position).as(POSITIONS));
        return comptes.join(
                        entites.select(NUMERO_FINESS_EJ, NOM, CODE_STATUT_JURIDIQUE, CONNUE_PAR),
                        new String[] {NUMERO_FINESS_EJ},
                        "left")
                .withColumn(EST_MONO_ETABLISSEMENT, col(NB_ETABLISSEMENTS).equalTo(1))
                .withColumn(EST_MONO_ACTIVITE, col(NB_CATEGORIES).equalTo(1))
                .withColumn(ETENDUE_KM, round(etendue().apply(col(POSITIONS)), KM_DECIMALS))
                .drop(POSITIONS);
    }

    /** Establishments with the département of their commune in the cadre's geography. */
    private static Dataset<Row> located(Dataset<Row> etablissements, Passerelle passerelle) {
        Dataset<Row> publies = etablissements.withColumn(MILLESIME, col(MILLESIME_COMMUNE));
        return Agregation.avecTerritoire(publies, passerelle, col(NUMERO_FINESS_ET), "departement", CODE_DEPARTEMENT);
    }

    private static UserDefinedFunction etendue() {
        UDF1<Seq<Row>, Double> etendue = positions -> Etendue.km(CollectionConverters.asJava(positions).stream()
                .map(position -> new double[] {position.getDouble(0), position.getDouble(1)})
                .toList());
        return udf(etendue, DataTypes.DoubleType);
    }
}
