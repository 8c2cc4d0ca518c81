package fr.maillage.silver;

import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.territoire.Lignes.annee;
import static fr.maillage.silver.territoire.Lignes.doublon;
import static fr.maillage.silver.territoire.Lignes.text;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Départements of every vintage that has communes, their names from the nearest file there is. */
public final class Departement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.DEPARTEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.INSEE_DEPARTEMENT), tables.read(Silver.COMMUNE));
    }

    static Dataset<Row> apply(Dataset<Row> lignes, Dataset<Row> communes) {
        Dataset<Row> publies = Millesimes.nearest(publies(lignes), communes);
        Dataset<Row> sansNom = communes.where(col(CODE_DEPARTEMENT).isNotNull())
                .groupBy(CODE_DEPARTEMENT, MILLESIME)
                .agg(min(CODE_REGION).as(CODE_REGION))
                .join(publies, new String[] {CODE_DEPARTEMENT, MILLESIME}, "left_anti");
        return publies.unionByName(sansNom, true)
                .withColumn(Technical.REGLES, regles(doublon(CODE_DEPARTEMENT, MILLESIME)))
                .drop(Technical.RANG);
    }

    private static Dataset<Row> publies(Dataset<Row> lignes) {
        return lignes.select(
                text(DEP).as(CODE_DEPARTEMENT),
                annee().as(MILLESIME),
                text(LIBELLE).as(LIBELLE),
                text(REG).as(CODE_REGION),
                text(CHEFLIEU).as(CODE_COMMUNE_CHEF_LIEU),
                col(Technical.FICHIER),
                col(Technical.LIGNE),
                col(Technical.RANG));
    }
}
