package fr.maillage.silver.place;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Etat;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The bridge between establishments and those who pay for them, with every evidence and the one that is retained. */
public final class Financement implements Transformation {

    private static final String NOMMES = "_nommes";
    private static final String VALABLE = "_valable";

    @Override
    public TableContract target() {
        return Silver.FINANCEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = Etat.of(tables.read(Silver.ETABLISSEMENT_VERSION), tables)
                .select(NUMERO_FINESS_ET, CODE_CATEGORIE, CODE_MFT, VALIDE_DU, VALIDE_AU, CONNU_DU);
        Dataset<Row> preuves = Preuves.publiees(etablissements, CodeList.read("financeur_par_tarification"))
                .unionByName(Preuves.inferees(
                        etablissements, tables.read(Silver.CATEGORIE), CodeList.read("classement_place")))
                .unionByName(Preuves.duGuide(etablissements, CodeList.read("reference_anap_2011")));
        return apply(preuves, tables.value(Parametres.ETAT));
    }

    /** One row per funder that an evidence names; evidence that names none is left out. */
    static Dataset<Row> apply(Dataset<Row> preuves, LocalDate etat) {
        return preuves.where(col(Preuves.FINANCEURS_NOMMES).isNotNull())
                .withColumn(VALABLE, valable(etat))
                .withColumn(EST_RETENU, col(VALABLE).and(col(Preuves.FORCE).equalTo(strongest())))
                .withColumn(NOMMES, split(col(Preuves.FINANCEURS_NOMMES), "\\+"))
                .withColumn(EST_COFINANCEMENT, size(col(NOMMES)).gt(1))
                .withColumn(FINANCEUR, explode(col(NOMMES)))
                .withColumn(
                        Technical.REGLES,
                        regles(broken("tarification_inconnue", col(FINANCEUR).equalTo("inconnu"))))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(FINANCEUR),
                        col(PREUVE),
                        col(PROVENANCE),
                        col(EST_COFINANCEMENT),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        coalesce(col(EST_RETENU), lit(false)).as(EST_RETENU),
                        col(RAISON),
                        col(Technical.REGLES));
    }

    /** On the day of the cadre, or on that of the release when it is earlier; an unknown code is no evidence. */
    private static Column valable(LocalDate etat) {
        Column jour = least(lit(Date.valueOf(etat)), coalesce(col(CONNU_DU), lit(Date.valueOf(etat))));
        return col(Preuves.FINANCEURS_NOMMES)
                .notEqual("inconnu")
                .and(col(DATE_DEBUT).isNull().or(col(DATE_DEBUT).leq(jour)))
                .and(col(DATE_FIN).isNull().or(col(DATE_FIN).geq(jour)));
    }

    private static Column strongest() {
        return min(when(col(VALABLE), col(Preuves.FORCE))).over(Window.partitionBy(NUMERO_FINESS_ET));
    }
}
