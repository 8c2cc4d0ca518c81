package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What members report, each line validated and the newest upload kept. */
public final class Activite implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ACTIVITE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DECLARATION_ACTIVITE),
                Acteurs.annuaire(tables.read(Silver.ETABLISSEMENT), tables.read(Silver.ENTITE_JURIDIQUE)),
                Communes.codes(tables.read(Silver.COMMUNE), tables.read(Silver.COMMUNE_RATTACHEE)));
    }

    static Dataset<Row> apply(Dataset<Row> declarations, Dataset<Row> annuaire, Dataset<Row> communes) {
        Dataset<Row> lignes = Acteurs.lus(declarations, MEMBRE, CODE_ACTEUR, annuaire)
                .withColumn(MOIS, Saisie.mois(col(MOIS_TEXTE)))
                .withColumn(SERVICE, Saisie.code(col(SERVICE)));
        Dataset<Row> enVigueur = Depots.enVigueur(lignes, CODE_ACTEUR, List.of(CODE_ACTEUR, MOIS));
        Dataset<Row> lues = Communes.lues(enVigueur, COMMUNE, MOIS, communes)
                .withColumn(NB_HEURES, Saisie.nombre(col(HEURES)))
                .withColumn(NB_PERSONNES, Saisie.entier(col(PERSONNES)))
                .withColumn(NB_ETP, Saisie.nombre(col(ETP)))
                .withColumn(REGLES, rules());
        return Depots.sansDoublons(
                        lues, "ligne_en_double", Listes.rejets(Silver.ACTIVITE), Silver.ACTIVITE.primaryKey())
                .select(
                        col(CODE_ACTEUR),
                        col(MOIS),
                        col(SERVICE),
                        col(CODE_COMMUNE),
                        col(MILLESIME_COMMUNE),
                        col(NB_HEURES),
                        col(NB_PERSONNES),
                        col(NB_ETP),
                        col(Technical.SOURCE).as(SOURCE),
                        col(FICHIER),
                        col(LIGNE),
                        col(REGLES));
    }

    private static Column rules() {
        Column unreadable = Saisie.illisible(col(HEURES), col(NB_HEURES))
                .or(Saisie.illisible(col(PERSONNES), col(NB_PERSONNES)))
                .or(Saisie.illisible(col(ETP), col(NB_ETP)));
        return regles(
                broken("acteur_illisible", col(CODE_ACTEUR).isNull()),
                broken("mois_illisible", col(MOIS).isNull()),
                broken("service_inconnu", Listes.horsListe(col(SERVICE), CodeList.read("service_activite"))),
                broken(
                        "commune_hors_cog",
                        col(CODE_COMMUNE).isNotNull().and(col(MILLESIME_COMMUNE).isNull())),
                broken("nombre_illisible", unreadable),
                broken(
                        "nombre_negatif",
                        least(col(NB_HEURES), col(NB_PERSONNES), col(NB_ETP)).lt(0)));
    }
}
