package fr.maillage.gold.reseau;

import static fr.maillage.schemas.Columns.DATE_OBSERVATION;

import fr.maillage.gold.cooperation.Observations;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The place of every actor in the network of cooperation, day by day, and what is lost if it leaves. */
public final class ReseauActeur implements Transformation {

    @Override
    public TableContract target() {
        return Gold.RESEAU_ACTEUR;
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
                Observations.of(tables.read(Silver.ETABLISSEMENT), liens).select(DATE_OBSERVATION),
                tables.value(Parametres.RESEAU_NOEUDS_EXACTS),
                tables.value(Parametres.RESEAU_PIVOTS));
    }

    static Dataset<Row> apply(Dataset<Row> liens, Dataset<Row> jours, long exacts, long pivots) {
        MapPartitionsFunction<Row, Row> measured = rows -> measured(LiensDuReseau.read(rows), exacts, pivots);
        return LiensDuReseau.rows(liens, jours).coalesce(1).mapPartitions(measured, Encoders.row(MesuresActeur.TYPE));
    }

    /** Days are measured side by side: each has a graph of its own. */
    private static Iterator<Row> measured(LiensDuReseau lus, long exacts, long pivots) {
        Reseau reseau = lus.reseau();
        int[] jours = lus.jours();
        List<MesuresActeur> parJour = IntStream.of(jours)
                .parallel()
                .mapToObj(jour -> new MesuresActeur(reseau.on(jour), jour, exacts, pivots))
                .toList();
        return parJour.stream().flatMap(MesuresActeur::rows).iterator();
    }
}
