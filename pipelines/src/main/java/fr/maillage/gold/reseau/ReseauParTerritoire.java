package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import fr.maillage.gold.cooperation.Observations;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The network of cooperation that each territory holds, and how many an authority speaks with there. */
public final class ReseauParTerritoire implements Transformation {

    @Override
    public TableContract target() {
        return Gold.RESEAU_PAR_TERRITOIRE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Silver.LIEN_COOPERATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> liens = tables.read(Silver.LIEN_COOPERATION);
        return apply(
                liens,
                Observations.of(tables.read(Silver.ETABLISSEMENT), liens),
                tables.read(Gold.PRESENCE_ACTEUR),
                tables.read(Silver.COOPERATION).where(col(FORME_JURIDIQUE).isin(formes(tables))),
                tables.read(Silver.TERRITOIRE));
    }

    /**
     * @param presences gold/presence_acteur
     * @param porteParole cooperations that speak for their members
     */
    static Dataset<Row> apply(
            Dataset<Row> liens,
            Dataset<Row> jours,
            Dataset<Row> presences,
            Dataset<Row> porteParole,
            Dataset<Row> territoires) {
        MapPartitionsFunction<Row, Row> measured = TerritoiresDuReseau::measured;
        return TerritoiresDuReseau.rows(liens, jours, presences, porteParole)
                .coalesce(1)
                .mapPartitions(measured, Encoders.row(TerritoiresDuReseau.TYPE))
                .join(
                        broadcast(territoires.select(
                                NIVEAU, CODE_TERRITOIRE, MILLESIME, LIBELLE_TERRITOIRE, CODE_REGION)),
                        new String[] {NIVEAU, CODE_TERRITOIRE});
    }

    private static Object[] formes(Tables tables) {
        return Arrays.stream(tables.value(Parametres.INTERLOCUTEUR_FORMES).split(","))
                .map(String::strip)
                .toArray();
    }
}
