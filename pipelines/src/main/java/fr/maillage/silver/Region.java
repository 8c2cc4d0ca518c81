package fr.maillage.silver;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.doublon;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Régions of every vintage that has communes, their names from the nearest file there is. */
public final class Region implements Transformation {

    @Override
    public TableContract target() {
        return Silver.REGION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.INSEE_REGION), tables.read(Silver.COMMUNE));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> communes) {
        Dataset<Row> publiees = Millesimes.nearest(publiees(lignes), communes);
        Dataset<Row> sansNom = communes.where(col(CODE_REGION).isNotNull())
                .select(CODE_REGION, MILLESIME)
                .distinct()
                .join(publiees, new String[] {CODE_REGION, MILLESIME}, "left_anti");
        return publiees.unionByName(sansNom, true)
                .withColumn(Technical.REGLES, regles(doublon(CODE_REGION, MILLESIME)))
                .drop(Technical.RANG);
    }

    private static Dataset<Row> publiees(Dataset<Row> lignes) {
        return lignes.select(
                text(REG).as(CODE_REGION),
                annee().as(MILLESIME),
                text(LIBELLE).as(LIBELLE),
                text(CHEFLIEU).as(CODE_COMMUNE_CHEF_LIEU),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }
}
