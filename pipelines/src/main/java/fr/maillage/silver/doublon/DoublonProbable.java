package fr.maillage.silver.doublon;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.anomalie.Dossiers;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Open establishments that look like one, in clusters.
 *
 * <p>Pairs are made and scored in Spark; the few that count come to the driver, where clusters are made of them.
 */
public final class DoublonProbable implements Transformation {

    private static final int MOST_PAIRS = 500_000;
    private static final StructType MEMBRE = new StructType()
            .add(IDENTIFIANT_GRAPPE, DataTypes.StringType)
            .add(SCORE_DOUBLON, DataTypes.DoubleType)
            .add(CHAMPS_CONCORDANTS, DataTypes.createArrayType(DataTypes.StringType))
            .add(EST_CONFIRME, DataTypes.BooleanType)
            .add(NB_MEMBRES_GRAPPE, DataTypes.LongType);

    @Override
    public TableContract target() {
        return Silver.DOUBLON_PROBABLE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> ouverts =
                Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables).where(Dossiers.ouvert());
        Dataset<Row> candidats = Candidats.of(ouverts, tables.read(Silver.LOCALISATION));
        Dataset<Row> reponses = reponses(tables.read(Bronze.DECLARATION_DOUBLON));
        Score score =
                new Score(tables.value(Parametres.DOUBLON_SIMILARITE_NOM), tables.value(Parametres.DOUBLON_DISTANCE_M));
        Dataset<Row> liens = liens(
                Candidats.paires(candidats, reponses, tables.value(Parametres.DOUBLON_BLOC_MAX)),
                score,
                tables.value(Parametres.DOUBLON_SCORE_MIN));
        return membres(
                candidats,
                Grappes.of(tables.list(liens, MOST_PAIRS).stream()
                        .map(row -> new Lien(
                                row.getString(0), row.getString(1), row.getDouble(2), row.getList(3), row.getString(4)))
                        .toList()));
    }

    /** What a person said last of each pair, in the order of its numbers; an answer that was taken back is none. */
    static Dataset<Row> reponses(Dataset<Row> declarations) {
        Column one = upper(trim(col(ETABLISSEMENT)));
        Column other = upper(trim(col(AUTRE)));
        return declarations
                .where(one.notEqual(other))
                .groupBy(least(one, other).as("premier"), greatest(one, other).as("second"))
                .agg(max_by(lower(trim(col(REPONSE))), struct(col(LE), col(Technical.RANG), col(Technical.LIGNE)))
                        .as(REPONSE))
                .where(col(REPONSE).isin("oui", "non"));
    }

    /** The pairs that look alike enough, and those a person spoke of. */
    static Dataset<Row> liens(Dataset<Row> paires, Score score, double scoreMin) {
        return paires.select(
                        col("premier"),
                        col("second"),
                        score.value().as(SCORE_DOUBLON),
                        score.fields().as(CHAMPS_CONCORDANTS),
                        col(REPONSE))
                .where(col(SCORE_DOUBLON)
                        .geq(scoreMin)
                        .and(size(col(CHAMPS_CONCORDANTS)).geq(2))
                        .or(col(REPONSE).isNotNull()));
    }

    private static Dataset<Row> membres(Dataset<Row> candidats, Map<String, Grappes.Membre> grappes) {
        Broadcast<Map<String, Grappes.Membre>> shared = Shared.of(grappes);
        UDF1<String, Row> find = numero -> row(shared.value().get(numero));
        Column membre = udf(find, MEMBRE).apply(col(NUMERO_FINESS_ET));
        return candidats
                .select(col(NUMERO_FINESS_ET), membre.as("_membre"))
                .where(col("_membre").isNotNull())
                .select(
                        col("_membre." + IDENTIFIANT_GRAPPE),
                        col(NUMERO_FINESS_ET),
                        col("_membre." + SCORE_DOUBLON),
                        col("_membre." + CHAMPS_CONCORDANTS),
                        col("_membre." + EST_CONFIRME),
                        col("_membre." + NB_MEMBRES_GRAPPE));
    }

    private static Row row(Grappes.Membre membre) {
        return membre == null
                ? null
                : RowFactory.create(
                        membre.grappe(),
                        membre.score(),
                        membre.champs().toArray(String[]::new),
                        membre.confirme(),
                        membre.nombre());
    }
}
