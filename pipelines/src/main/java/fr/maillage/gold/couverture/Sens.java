package fr.maillage.gold.couverture;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import fr.maillage.gold.cooperation.Liens;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The meanings of coverage, and which of them anything is loaded of. */
final class Sens {

    static final String ETABLISSEMENT = "etablissement_en_cooperation";
    static final String MEMBRE = "commune_avec_membre";
    static final String AIRE = "aire_declaree";
    static final String ZONE = "zone_autorisee";
    static final String BLANCHE = "zone_blanche";

    /** Origins of the links that tell an area and a zone. */
    static final String DECLARE = "declare";

    static final String FINESS_PLUS = "finess_plus";

    private static final String MEMBRES_CONNUS = "_membres_connus";
    private static final String AIRES_CONNUES = "_aires_connues";
    private static final String ZONES_CONNUES = "_zones_connues";

    private Sens() {}

    /** One row: the day, and what {@link #connu()} reads. */
    static Dataset<Row> connus(Tables tables) {
        return connus(tables.read(Gold.ETABLISSEMENT_EN_COOPERATION), tables.read(Silver.LIEN_TERRITOIRE));
    }

    private static Dataset<Row> connus(Dataset<Row> etablissements, Dataset<Row> liens) {
        return etablissements
                .agg(
                        max(DATE_OBSERVATION).as(DATE_OBSERVATION),
                        coalesce(max(col(COOPERATIONS_VIVANTES).isNotNull()), lit(false))
                                .as(MEMBRES_CONNUS))
                .where(col(DATE_OBSERVATION).isNotNull())
                .crossJoin(liens.where(Liens.estCouvrant())
                        .agg(told(DECLARE).as(AIRES_CONNUES), told(FINESS_PLUS).as(ZONES_CONNUES)));
    }

    /** Whether anything of a meaning is loaded. */
    static Column connu(String sens) {
        return switch (sens) {
            case ETABLISSEMENT, MEMBRE -> col(MEMBRES_CONNUS);
            case AIRE -> col(AIRES_CONNUES);
            case ZONE -> col(ZONES_CONNUES);
            default -> auMoinsUn();
        };
    }

    /** Whether anything of the meaning of a row is loaded; of the white zone, anything of any meaning. */
    static Column connu() {
        Column sens = col(SENS_COUVERTURE);
        return when(sens.isin(ETABLISSEMENT, MEMBRE), connu(MEMBRE))
                .when(sens.equalTo(AIRE), connu(AIRE))
                .when(sens.equalTo(ZONE), connu(ZONE))
                .otherwise(auMoinsUn());
    }

    static Column auMoinsUn() {
        return col(MEMBRES_CONNUS).or(col(AIRES_CONNUES)).or(col(ZONES_CONNUES));
    }

    /** A cooperation among the links may speak as the body that it is in the registry: any actor counts. */
    private static Column told(String origine) {
        return coalesce(max(col(ORIGINE_LIEN).equalTo(origine)), lit(false));
    }
}
