package fr.maillage.silver;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.doublon;
import static fr.maillage.silver.territoire.Lignes.siren;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.min;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** EPCI à fiscalité propre, by vintage; DGCL repeats the EPCI on the line of each of its communes. */
public final class Epci implements Transformation {

    private static final String SANS_OBJET = "ZZZZZZZZZ";

    @Override
    public TableContract target() {
        return Silver.EPCI;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DGCL_EPCI_COMMUNE),
                tables.read(Bronze.INSEE_EPCI),
                tables.read(Silver.EPCI_COMMUNE));
    }

    static Dataset<Row> apply(Dataset<Row> dgcl, Dataset<Row> insee, Dataset<Row> composition) {
        Dataset<Row> membres = composition
                .groupBy(CODE_EPCI, MILLESIME)
                .agg(count_distinct(col(CODE_COMMUNE)).as(NB_COMMUNES));
        return dgcl(dgcl)
                .unionByName(insee(insee))
                .withColumn(Technical.REGLES, regles(doublon(CODE_EPCI, MILLESIME)))
                .drop(Technical.RANG)
                .join(membres, new String[] {CODE_EPCI, MILLESIME}, "left");
    }

    private static Dataset<Row> dgcl(Dataset<Row> lignes) {
        return lignes.groupBy(
                        siren(SIREN).as(CODE_EPCI),
                        annee().as(MILLESIME),
                        text(RAISON_SOCIALE).as(LIBELLE),
                        text(NATURE_JURIDIQUE).as(NATURE_EPCI),
                        col(Technical.FICHIER),
                        col(Technical.RANG))
                .agg(min(Technical.LIGNE).as(Technical.LIGNE));
    }

    private static Dataset<Row> insee(Dataset<Row> lignes) {
        return lignes.where(col(EPCI).notEqual(SANS_OBJET))
                .select(
                        siren(EPCI).as(CODE_EPCI),
                        annee().as(MILLESIME),
                        text(LIBEPCI).as(LIBELLE),
                        text(NATURE_EPCI).as(NATURE_EPCI),
                        col(Technical.FICHIER),
                        col(Technical.RANG),
                        col(Technical.LIGNE));
    }
}
