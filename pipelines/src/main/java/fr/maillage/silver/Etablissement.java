package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.correction.Surcouche;
import fr.maillage.silver.finess.AdresseDeveloppee;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Establishments in the state of the cadre, each where {@link Localisation} found it, corrected by persons. */
public final class Etablissement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ETABLISSEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                Surcouche.surEtablissements(
                        Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables), tables.read(Silver.CORRECTION)),
                tables.read(Silver.LOCALISATION),
                tables.read(Silver.COMMUNE));
    }

    static Dataset<Row> apply(Dataset<Row> versions, Dataset<Row> localisations, Dataset<Row> communes) {
        Dataset<Row> described = versions.drop(
                        X_PUBLIE, Y_PUBLIE, SRID_PUBLIE, X_LOCAL_PUBLIE, Y_LOCAL_PUBLIE, CODE_COMMUNE_PUBLIE)
                .withColumn(ADRESSE_DEVELOPPEE, AdresseDeveloppee.column());
        Dataset<Row> known = communes.select(
                        col(CODE_COMMUNE),
                        col(MILLESIME).as(MILLESIME_COMMUNE),
                        lit(true).as("_au_cog"))
                .distinct();
        Dataset<Row> loaded = communes.agg(count(lit(1)).gt(0).as("_cog"));

        return described
                .join(localisations, NUMERO_FINESS_ET)
                .join(
                        broadcast(known),
                        known.col(CODE_COMMUNE)
                                .equalTo(localisations.col(CODE_COMMUNE))
                                .and(known.col(MILLESIME_COMMUNE).equalTo(localisations.col(MILLESIME_COMMUNE))),
                        "left")
                .drop(known.col(CODE_COMMUNE))
                .drop(known.col(MILLESIME_COMMUNE))
                .crossJoin(broadcast(loaded))
                .withColumn(
                        Technical.REGLES,
                        regles(
                                broken("indices_discordants", col(ACCORD).equalTo("discordant")),
                                broken("commune_inconnue", col(SOURCE_COMMUNE).equalTo("inconnue")),
                                broken(
                                        "commune_hors_cog",
                                        col("_cog")
                                                .and(col(CODE_COMMUNE).isNotNull())
                                                .and(col("_au_cog").isNull()))))
                .select(columns());
    }

    private static Column[] columns() {
        List<String> columns = new ArrayList<>(Silver.ETABLISSEMENT.columns());
        columns.add(Technical.REGLES);
        return columns.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
