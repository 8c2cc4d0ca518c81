package fr.maillage.silver.plus;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Capacities of activities, each figure as published with what it is limited to. */
public final class Capacite implements Transformation {

    private static final String UNE = "_capacite";

    @Override
    public TableContract target() {
        return Silver.CAPACITE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_ACTIVITE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> documents, LocalDate jusquau) {
        Column nombre = champ(UNE, NOMBRE);
        Dataset<Row> rows = Activites.of(documents, jusquau)
                .withColumn(UNE, explode(col(CAPACITE)))
                .withColumn(IDENTIFIANT_CAPACITE, texte(UNE, IDCAPACITE))
                .withColumn(STATUT_CAPACITE, texte(UNE, STATUTCAPACITE))
                .withColumn(NOMBRE_CAPACITE, entier(nombre))
                .withColumn(CODE_UNITE, texte(UNE, UNITEMESURECAPACITE))
                .withColumn(CODE_FINANCEMENT, texte(UNE, MODEFINANCEMENT))
                .withColumn(CODE_HABILITATION, texte(UNE, HABILITATION))
                .withColumn(CODE_LOGEMENT, texte(UNE, TYPELOGEMENT))
                .withColumn(CODE_GENRE, texte(UNE, GENRE))
                .withColumn(EST_TOTAL, Places.isTotal(col(UNE)));
        return Documents.table(
                rows,
                Silver.CAPACITE,
                broken(
                        "nombre_illisible",
                        texte(nombre).isNotNull().and(entier(nombre).isNull())));
    }
}
