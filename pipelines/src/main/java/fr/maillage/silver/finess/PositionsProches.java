package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Positions of the XML flow whose file is of another day than that of the establishments.
 *
 * <p>Establishments come daily, positions weekly: a file of positions goes with the nearest release of establishments
 * within a limit, and tells those that such a release described; the difference in days is kept. A history keeps to what
 * files of one day say together; so these positions are laid over the state, where no position of its own is told.
 */
public final class PositionsProches {

    private static final String JOUR = "_jour_position";
    private static final String PARUE = "_parution_proche";
    private static final String POSITION = "_position_proche";

    private PositionsProches() {}

    /** The establishments, those without a position with the one told near their release; and by how many days. */
    public static Dataset<Row> of(Dataset<Row> etablissements, Tables tables) {
        return of(
                etablissements,
                tables.read(Bronze.FINESS_GEOLOCALISATION),
                tables.read(Silver.PARUTION),
                tables.value(Parametres.CONNU),
                tables.value(Parametres.POSITION_ECART_JOURS_MAX));
    }

    static Dataset<Row> of(
            Dataset<Row> etablissements,
            Dataset<Row> geolocalisations,
            Dataset<Row> parutions,
            LocalDate connu,
            long limite) {
        Dataset<Row> found = proches(etablissements, rattachees(positions(geolocalisations, connu), parutions, limite));
        Column near = col(POSITION).isNotNull();
        return etablissements
                .join(found, new String[] {NUMERO_FINESS_ET}, "left")
                .withColumn(X_PUBLIE, coalesce(col(X_PUBLIE), col(POSITION + ".x")))
                .withColumn(Y_PUBLIE, coalesce(col(Y_PUBLIE), col(POSITION + ".y")))
                .withColumn(
                        SRID_PUBLIE,
                        when(near, CodesFiness.srid(col(POSITION + ".source"), col(CODE_DEPARTEMENT_FINESS)))
                                .otherwise(col(SRID_PUBLIE))
                                .cast("bigint"))
                .withColumn(SOURCE_POSITION, coalesce(col(POSITION + ".source"), col(SOURCE_POSITION)))
                .withColumn(ECART_POSITION_JOURS, col(POSITION + ".ecart"))
                .drop(POSITION);
    }

    private static Dataset<Row> positions(Dataset<Row> geolocalisations, LocalDate connu) {
        return geolocalisations
                .where(EtablissementsXml.duFlux().and(col(Technical.MILLESIME).leq(lit(Date.valueOf(connu)))))
                .select(
                        trim(col(NOFINESSET)).as(NUMERO_FINESS_ET),
                        col(Technical.MILLESIME).as(JOUR),
                        trim(col(COORDXET)).try_cast("double").as("_x"),
                        trim(col(COORDYET)).try_cast("double").as("_y"),
                        Textes.texte(SOURCECOORDET).as("_source_position"),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE))
                .where(col("_x").isNotNull().and(col("_y").isNotNull()));
    }

    /** Each file of positions with the nearest release of establishments that nobody withdrew; the earlier of two. */
    private static Dataset<Row> rattachees(Dataset<Row> positions, Dataset<Row> parutions, long limite) {
        Dataset<Row> releases = parutions
                .where(col(SYSTEME)
                        .equalTo(Systeme.FLUX)
                        .and(col(OBJET).equalTo(Registre.ETABLISSEMENT))
                        .and(not(coalesce(col(EST_RETIREE), lit(false)))))
                .select(col(DATE_PARUTION).as(PARUE))
                .distinct();
        Column ecart = abs(datediff(col(JOUR), col(PARUE)));
        Dataset<Row> nearest = positions
                .select(JOUR)
                .distinct()
                .join(broadcast(releases), ecart.leq(limite))
                .groupBy(JOUR)
                .agg(min_by(col(PARUE), struct(ecart, col(PARUE))).as(PARUE));
        return positions.join(broadcast(nearest), new String[] {JOUR});
    }

    /** Of the positions told while a version lasted, the one of the newest release. */
    private static Dataset<Row> proches(Dataset<Row> etablissements, Dataset<Row> positions) {
        Dataset<Row> sans = etablissements
                .where(col(X_PUBLIE).isNull().and(col(X_LOCAL_PUBLIE).isNull()))
                .select(
                        col(NUMERO_FINESS_ET),
                        coalesce(col(DATE_PARUTION), col(VALIDE_DU)).as("_dite_du"),
                        col(VALIDE_AU));
        Column newest = row_number()
                .over(Window.partitionBy(NUMERO_FINESS_ET)
                        .orderBy(
                                col(PARUE).desc(),
                                abs(datediff(col(JOUR), col(PARUE))),
                                col(JOUR),
                                col(Technical.FICHIER),
                                col(Technical.LIGNE)));
        return sans.join(positions, new String[] {NUMERO_FINESS_ET})
                .where(col(PARUE).geq(col("_dite_du")).and(col(PARUE).lt(col(VALIDE_AU))))
                .withColumn("_choix", newest)
                .where(col("_choix").equalTo(1))
                .select(
                        col(NUMERO_FINESS_ET),
                        struct(
                                        col("_x").as("x"),
                                        col("_y").as("y"),
                                        col("_source_position").as("source"),
                                        abs(datediff(col(JOUR), col(PARUE)))
                                                .cast("bigint")
                                                .as("ecart"))
                                .as(POSITION));
    }
}
