package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Relations between establishments, each once although both tell it. */
public final class RelationEtablissement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.RELATION_ETABLISSEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_STRUCTURE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> structures, LocalDate jusquau) {
        Column told = struct(col(CONNU_DU), col(SOURCE), col(Technical.FICHIER), col(Technical.LIGNE));
        Dataset<Row> relations = Documents.etablissements(structures, jusquau)
                .withColumn("_role", explode(champ(EGE, ROLEEGE)))
                .groupBy(
                        texte("_role", IDEGEPORTEUSE).as(IDENTIFIANT_PORTEUR),
                        texte("_role", IDEGENONPORTEUSE).as(IDENTIFIANT_PORTE),
                        texte("_role", ROLERELATIONEGE).as(CODE_RELATION))
                .agg(
                        count_distinct(col(Documents.EGE_ID)).as(NB_DECLARATIONS),
                        max(told).as("_told"))
                .select(col("*"), col("_told.*"));
        return relations
                .join(
                        numeros(structures, jusquau, IDENTIFIANT_PORTEUR, NUMERO_FINESS_PORTEUR),
                        IDENTIFIANT_PORTEUR,
                        "left")
                .join(numeros(structures, jusquau, IDENTIFIANT_PORTE, NUMERO_FINESS_PORTE), IDENTIFIANT_PORTE, "left")
                .select(columns());
    }

    private static Dataset<Row> numeros(Dataset<Row> structures, LocalDate jusquau, String id, String numero) {
        return Documents.etablissements(structures, jusquau)
                .groupBy(col(Documents.EGE_ID).as(id))
                .agg(min(NUMERO_FINESS_ET).as(numero));
    }

    private static Column[] columns() {
        return java.util.stream.Stream.concat(
                        Silver.RELATION_ETABLISSEMENT.columns().stream(),
                        java.util.stream.Stream.of(Technical.FICHIER, Technical.LIGNE))
                .map(functions::col)
                .toArray(Column[]::new);
    }
}
