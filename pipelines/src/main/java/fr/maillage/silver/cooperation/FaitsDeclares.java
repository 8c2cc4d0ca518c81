package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Facts about cooperations as uploads and censuses tell them, read but not yet judged. */
final class FaitsDeclares {

    /** The number as typed, wherever the line has it. */
    static final String NOMBRE_LU = "_nombre";

    static final String STATUT_LU = "_statut_lu";
    private static final String UNITE_LUE = "_unite";

    private FaitsDeclares() {}

    /** The lines in force, read; see {@link Depots}. */
    static Dataset<Row> lus(Dataset<Row> declarations, Dataset<Row> annuaire) {
        Dataset<Row> lignes = declarations
                .withColumn(CODE_COOPERATION, Acteurs.cooperation(col(COOPERATION)))
                .withColumn(RUBRIQUE, Saisie.code(col(RUBRIQUE)));
        Dataset<Row> enVigueur = Depots.enVigueur(lignes, CODE_COOPERATION, List.of(CODE_COOPERATION, RUBRIQUE));
        return lesNombres(Acteurs.lus(enVigueur, ACTEUR, CODE_ACTEUR, annuaire))
                .withColumn(CODE_VALEUR, when(not(Rubriques.nature("texte", "nombre")), Saisie.code(col(VALEUR))))
                .withColumn(TEXTE_FAIT, texte())
                .withColumn(ACTEUR_NOMME, when(col(CODE_ACTEUR).isNull(), Saisie.texte(col(ACTEUR))))
                .withColumn(STATUT_LU, Saisie.texte(col(STATUT_TEXTE)))
                .withColumn(STATUT_FAIT, Saisie.code(col(STATUT_TEXTE)))
                .withColumn(DATE_DEBUT, Saisie.debut(col(DU)))
                .withColumn(PRECISION_DATE, Saisie.precision(col(DU)))
                .withColumn(DATE_FIN, Saisie.fin(col(AU)));
    }

    private static Dataset<Row> lesNombres(Dataset<Row> lignes) {
        Column typed = when(
                        Rubriques.nature("nombre"),
                        coalesce(Saisie.texte(col(NOMBRE_TEXTE)), Saisie.texte(col(VALEUR))))
                .otherwise(Saisie.texte(col(NOMBRE_TEXTE)));
        return lignes.withColumn(NOMBRE_LU, typed)
                .withColumn(UNITE_LUE, Unites.de(col(UNITE_TEXTE)))
                .withColumn(NOMBRE_FAIT, Saisie.nombre(col(NOMBRE_LU)).multiply(facteur()))
                .withColumn(NOMBRE_MINIMUM, Saisie.nombre(col(MINIMUM_TEXTE)).multiply(facteur()))
                .withColumn(NOMBRE_MAXIMUM, Saisie.nombre(col(MAXIMUM_TEXTE)).multiply(facteur()))
                .withColumn(UNITE_FAIT, col(UNITE_LUE + ".unite"));
    }

    private static Column facteur() {
        return coalesce(col(UNITE_LUE + ".facteur"), lit(1.0));
    }

    /** Words: the value of headings that hold a text, what stands beside the value of the others. */
    private static Column texte() {
        Column both = concat_ws(" : ", Saisie.texte(col(VALEUR)), Saisie.texte(col(TEXTE)));
        return when(Rubriques.nature("texte"), nullif(both, lit(""))).otherwise(Saisie.texte(col(TEXTE)));
    }
}
