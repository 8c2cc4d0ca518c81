package fr.maillage.silver.place;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Social equipment in the words an agency counts in: public, modality, medicalised, funder, and places that add up.
 *
 * <p>The words are those of {@link Classement} on the day of the cadre, or on that of the release when it is earlier.
 */
public final class Place implements Transformation {

    private static final String AXES = "_axes";

    @Override
    public TableContract target() {
        return Silver.PLACE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Silver.EQUIPEMENT_SOCIAL),
                tables.read(Silver.ETABLISSEMENT),
                tables.read(Silver.CATEGORIE),
                Classement.of(CodeList.read("classement_place")),
                tables.value(Parametres.ETAT));
    }

    static Dataset<Row> apply(
            Dataset<Row> equipements,
            Dataset<Row> etablissements,
            Dataset<Row> categories,
            Classement classement,
            LocalDate etat) {
        return restants(equipements)
                .join(categorises(etablissements, categories), new String[] {NUMERO_FINESS_ET}, "left")
                .withColumn(AXES, axes(classement, etat))
                .withColumn(EST_COMPTEE, coalesce(dit(Axe.COMPTEE).equalTo("oui"), lit(true)))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(CODE_CATEGORIE),
                        col(CODE_DISCIPLINE),
                        col(CODE_TYPE_ACTIVITE),
                        col(CODE_CLIENTELE),
                        dit(Axe.PUBLIC).as(PUBLIC_ACCUEILLI),
                        dit(Axe.MODALITE).as(MODALITE_ACCUEIL),
                        dit(Axe.MEDICALISE).equalTo("oui").as(EST_MEDICALISE),
                        dit(Axe.FINANCEUR).as(FINANCEURS),
                        col(EST_COMPTEE),
                        comptees(NB_PLACES_INSTALLEES, EST_SUPPRIME_INSTALLE),
                        comptees(NB_PLACES_AUTORISEES, EST_SUPPRIME_AUTORISE),
                        col(AXES + "." + AxesEquipement.LIGNES).as(LIGNES_CLASSEMENT),
                        col(CONNU_DU),
                        inconnus());
    }

    /** Equipment that is suppressed both as installed and as authorised exists no more. */
    private static Dataset<Row> restants(Dataset<Row> equipements) {
        return equipements.where(not(supprime(EST_SUPPRIME_INSTALLE).and(supprime(EST_SUPPRIME_AUTORISE))));
    }

    private static Dataset<Row> categorises(Dataset<Row> etablissements, Dataset<Row> categories) {
        return etablissements
                .select(NUMERO_FINESS_ET, CODE_CATEGORIE)
                .join(
                        broadcast(categories.select(CODE_CATEGORIE, CODE_AGREGAT_3, CODE_AGREGAT_2)),
                        new String[] {CODE_CATEGORIE},
                        "left");
    }

    private static Column axes(Classement classement, LocalDate etat) {
        Column jour = least(lit(Date.valueOf(etat)), coalesce(col(CONNU_DU), lit(Date.valueOf(etat))));
        return AxesEquipement.of(classement)
                .apply(
                        col(CODE_CATEGORIE),
                        col(CODE_AGREGAT_3),
                        col(CODE_AGREGAT_2),
                        col(CODE_DISCIPLINE),
                        col(CODE_TYPE_ACTIVITE),
                        col(CODE_CLIENTELE),
                        jour);
    }

    private static Column comptees(String places, String supprime) {
        return when(col(EST_COMPTEE).and(not(supprime(supprime))), col(places)).as(places);
    }

    private static Column supprime(String column) {
        return coalesce(col(column), lit(false));
    }

    private static Column dit(Axe axe) {
        return col(AXES + "." + axe.colonne());
    }

    private static Column inconnus() {
        return regles(
                        broken("etablissement_inconnu", col(CODE_CATEGORIE).isNull()),
                        broken("public_inconnu", dit(Axe.PUBLIC).isNull()),
                        broken("modalite_inconnue", dit(Axe.MODALITE).isNull()),
                        broken("financeur_inconnu", dit(Axe.FINANCEUR).isNull()))
                .as(Technical.REGLES);
    }
}
