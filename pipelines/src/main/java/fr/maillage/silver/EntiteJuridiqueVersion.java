package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.silver.finess.EntitesEtalab;
import fr.maillage.silver.finess.EntitesNommees;
import fr.maillage.silver.finess.EntitesXml;
import fr.maillage.silver.finess.Histoire;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Every state a legal entity is known to have had.
 *
 * <p>A file of establishments gives its number alone. That makes a version which says so, until a register has described
 * the entity: from then on a bare number tells nothing new.
 */
public final class EntiteJuridiqueVersion implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ENTITE_JURIDIQUE_VERSION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> structures = tables.read(Bronze.FINESS_STRUCTUREEJ);
        Dataset<Row> decrites = EntitesEtalab.rows(structures).unionByName(EntitesXml.rows(structures));
        Dataset<Row> nommees = EntitesNommees.rows(
                tables.read(Bronze.FINESS_FHIR),
                tables.read(Bronze.FINESS_STRUCTUREET),
                tables.read(Bronze.FINESS_HISTORIQUE),
                tables.read(Bronze.FINESS_STRUCTURE_CITEE));
        return apply(decrites, nommees);
    }

    static Dataset<Row> apply(Dataset<Row> decrites, Dataset<Row> nommees) {
        Column nommee = col(CONNUE_PAR).equalTo("numero_seul");
        Dataset<Row> releases = Histoire.releases(
                decrites.unionByName(nommees),
                NUMERO_FINESS_EJ,
                col(NUMERO_FINESS_EJ).rlike(EntitesNommees.NUMERO),
                nommee);
        Column decriteDepuis =
                min(when(not(nommee), col(Technical.MILLESIME))).over(Window.partitionBy(NUMERO_FINESS_EJ));

        Dataset<Row> telling = releases.withColumn("_decrite_depuis", decriteDepuis)
                .where(not(nommee)
                        .or(col("_decrite_depuis").isNull())
                        .or(col(Technical.MILLESIME).lt(col("_decrite_depuis"))));
        return Histoire.versions(telling, Silver.ENTITE_JURIDIQUE_VERSION, NUMERO_FINESS_EJ)
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("numero_en_double", col(Histoire.EN_DOUBLE)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE))))
                .select(Histoire.columns(Silver.ENTITE_JURIDIQUE_VERSION));
    }
}
