package fr.maillage.silver.sae;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.sae.Bordereau.entier;
import static fr.maillage.silver.sae.Bordereau.nombre;
import static fr.maillage.silver.sae.Bordereau.texte;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.year;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Territorial hospital groups (GHT) with the capacities and staff of their members, by year. */
public final class GroupementHospitalier implements Transformation {

    @Override
    public TableContract target() {
        return Silver.GROUPEMENT_HOSPITALIER;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.SAE_GHT));
    }

    /** Of several lines of a group and year, the first of the file loaded last. */
    static Dataset<Row> apply(Dataset<Row> lignes) {
        Column rang = row_number()
                .over(Window.partitionBy(col("_code"), col(ANNEE))
                        .orderBy(
                                col(Technical.RANG).desc(),
                                col(Technical.FICHIER).desc(),
                                col(Technical.LIGNE)));
        return lignes.withColumn("_code", texte(CODE_GHT))
                .withColumn(ANNEE, year(col(Technical.MILLESIME)).cast("bigint"))
                .withColumn("_rang_groupe", rang)
                .where(col("_rang_groupe").equalTo(1))
                .select(
                        col("_code").as(CODE_GHT),
                        col(ANNEE),
                        texte(NOM_COMPLET_GHT).as(NOM),
                        texte(NOM_COURT_GHT).as(NOM_COURT),
                        entier(NB_ETAB).as(NB_ETABLISSEMENTS),
                        entier(LIT_MCO).as(NB_LITS_MCO),
                        entier(LIT_SSR).as(NB_LITS_SSR),
                        entier(LIT_USLD).as(NB_LITS_LONGUE_DUREE),
                        entier(PLATOT_HAD).as(NB_PLACES_HAD),
                        nombre(ETPSAL_TOT).as(ETP_MEDICAL),
                        nombre(ETPINT).as(ETP_INTERNES),
                        nombre(ETP_INFAVECSPE).plus(nombre(ETP_INFSANSSPE)).as(ETP_INFIRMIERS),
                        nombre(ETP_TOT_PNM).as(ETP_NON_MEDICAL),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE));
    }
}
