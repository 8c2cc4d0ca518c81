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

/** Members of groupings, at the levels of legal entities and of establishments. */
public final class GroupementMembre implements Transformation {

    @Override
    public TableContract target() {
        return Silver.GROUPEMENT_MEMBRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_STRUCTURE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> structures, LocalDate jusquau) {
        Dataset<Row> gco = Groupement.gco(structures, jusquau);
        Dataset<Row> gcc = Groupement.gcc(structures, jusquau);
        Dataset<Row> membres = membres(gco, "PM", champ(GCO, PMEJDUGCO), PMSMSSEID)
                .unionByName(membres(gcc, "PM", champ(GCC, PMEJDUGCC), PMSMSSEID))
                .unionByName(membres(gco, "EG", champ(GCO, EGEDUGCO), EGEID))
                .unionByName(membres(gcc, "EG", champ(GCC, EGEDUGCC), EGEID));
        return Documents.table(
                membres.join(Numeros.of(structures, jusquau), Numeros.KEY, "left"), Silver.GROUPEMENT_MEMBRE);
    }

    private static Dataset<Row> membres(Dataset<Row> groupements, String type, Column list, String id) {
        return groupements
                .withColumn("_membre", explode(list))
                .select(
                        col(IDENTIFIANT_GROUPEMENT),
                        lit(type).as(TYPE_OBJET),
                        texte("_membre", id).as(IDENTIFIANT_OBJET),
                        texte("_membre", TYPEROLEENTITEGROUPE).as(CODE_ROLE),
                        col(SOURCE),
                        col(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE));
    }
}
