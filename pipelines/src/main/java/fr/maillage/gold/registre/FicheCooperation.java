package fr.maillage.gold.registre;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Rubriques;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The facts of a cooperation in the seven parts of a monograph, with labels; no natural person. */
public final class FicheCooperation implements Transformation {

    @Override
    public TableContract target() {
        return Gold.FICHE_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.FAIT_COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Silver.FAIT_COOPERATION));
    }

    static Dataset<Row> apply(Dataset<Row> faits) {
        return faits.where(not(Rubriques.nominative()))
                .select(
                        col(CODE_FAIT),
                        col(CODE_COOPERATION),
                        Libelles.rubrique(col(RUBRIQUE), "partie").as(PARTIE_FICHE),
                        col(RUBRIQUE),
                        Libelles.rubrique(col(RUBRIQUE), "libelle").as(LIBELLE_RUBRIQUE),
                        col(CODE_VALEUR),
                        Libelles.valeur(col(RUBRIQUE), col(CODE_VALEUR), false).as(LIBELLE_VALEUR),
                        col(TEXTE_FAIT),
                        col(NOMBRE_FAIT),
                        col(NOMBRE_MINIMUM),
                        col(NOMBRE_MAXIMUM),
                        col(QUALIFICATIF),
                        col(UNITE_FAIT),
                        col(CODE_ACTEUR),
                        col(ACTEUR_NOMME),
                        Libelles.statut(col(RUBRIQUE), col(STATUT_FAIT)).as(LIBELLE_STATUT),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(PRECISION_DATE),
                        col(SOURCE_FAIT));
    }
}
