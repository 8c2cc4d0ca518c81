package fr.maillage.silver.plus;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Events of legal entities, establishments, groupings and activities. */
public final class Evenement implements Transformation {

    private static final String UN = "_evenement";
    private static final Set<String> CODES = CodeList.read("evenement_finess").codes();

    @Override
    public TableContract target() {
        return Silver.EVENEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.FINESS_PLUS_STRUCTURE),
                tables.read(Bronze.FINESS_PLUS_ACTIVITE),
                Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> structures, Dataset<Row> activites, LocalDate jusquau) {
        Dataset<Row> entites = Documents.entites(structures, jusquau);
        Dataset<Row> etablissements = Documents.etablissements(structures, jusquau);
        Dataset<Row> groupements = Groupement.gcc(structures, jusquau);
        Column niveau = concat(lit("activite_"), col(NIVEAU_ACTIVITE));
        Column numero = coalesce(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ));
        Dataset<Row> events = events(entites, lit("entite"), col(NUMERO_FINESS_EJ), champ(PMEJ, EVENEMENT))
                .unionByName(events(etablissements, lit("etablissement"), col(NUMERO_FINESS_ET), champ(EGE, EVENEMENT)))
                .unionByName(events(groupements, lit("groupement"), lit(null).cast("string"), champ(GCC, EVENEMENT)))
                .unionByName(events(Activites.of(activites, jusquau), niveau, numero, col(EVENEMENT)))
                .withColumn(IDENTIFIANT_EVENEMENT, texte(UN, EVENEMENTID))
                .withColumn(TYPE_OBJET, texte(UN, TYPEOBJET1))
                .withColumn(IDENTIFIANT_OBJET, texte(UN, IDENTIFIANTOBJET1))
                .withColumn(CODE_EVENEMENT, texte(UN, CODEEVENEMENT))
                .withColumn(DATE_EVENEMENT, jour(champ(UN, DATEEVENEMENT)))
                .withColumn(DATE_ENREGISTREMENT, jour(champ(UN, DATEENREGISTREMENT)))
                .withColumn(ETAT_EVENEMENT, texte(UN, ETATOBJET1))
                .withColumn(EST_ETAT_REPETE, col(ETAT_EVENEMENT).equalTo(col(CODE_EVENEMENT)))
                .withColumn(TYPE_OBJET_LIE, texte(UN, TYPEOBJET2))
                .withColumn(IDENTIFIANT_OBJET_LIE, texte(UN, IDENTIFIANTOBJET2))
                .withColumn(SYSTEME_MAITRE, texte(UN, SYSTEMEMAITRE));
        return Documents.table(
                events,
                Silver.EVENEMENT,
                broken("code_inconnu", not(col(CODE_EVENEMENT).isin(CODES.toArray()))),
                broken("date_illisible", sansDate(champ(UN, DATEEVENEMENT), champ(UN, DATEENREGISTREMENT))));
    }

    private static Dataset<Row> events(Dataset<Row> rows, Column niveau, Column numero, Column list) {
        return rows.select(
                niveau.as(NIVEAU_EVENEMENT),
                numero.as(NUMERO_FINESS),
                explode(list).as(UN),
                col(SOURCE),
                col(CONNU_DU),
                col(Technical.FICHIER),
                col(Technical.LIGNE));
    }
}
