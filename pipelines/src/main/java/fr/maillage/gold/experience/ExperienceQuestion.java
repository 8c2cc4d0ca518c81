package fr.maillage.gold.experience;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which cases of cooperation answer the questions of the sources, from {@code experiences/question}. */
public final class ExperienceQuestion implements Transformation {

    @Override
    public TableContract target() {
        return Gold.EXPERIENCE_QUESTION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.CATEGORIE), CodeList.readFile("/schemas/experiences/question.csv"));
    }

    /** The cases do not depend on the nomenclature, which is only a table to stand on. */
    static Dataset<Row> apply(Dataset<Row> categories, CodeList lines) {
        return LignesLues.of(categories, lines, Gold.EXPERIENCE_QUESTION);
    }
}
