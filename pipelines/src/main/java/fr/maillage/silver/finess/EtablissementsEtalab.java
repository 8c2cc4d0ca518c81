package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.illisible;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.ligne;
import static fr.maillage.silver.finess.Textes.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Establishments of the etalab files: a line structureet with its line geolocalisation, when the release has one. */
public final class EtablissementsEtalab {

    public static final Systeme SYSTEME = new Systeme(Systeme.ETALAB, values().keySet());

    private EtablissementsEtalab() {}

    /** One row per line structureet, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> structures, Dataset<Row> geolocalisations) {
        return located(structures.where(not(EtablissementsXml.duFlux())), geolocalisations)
                .select(Description.columns(Silver.ETABLISSEMENT_VERSION, Description.repetees(structures, values())));
    }

    /** Whether a line structureet can stand for its establishment. */
    public static Column saine() {
        return texte(NOFINESSET)
                .rlike(EntitesNommees.NUMERO)
                .and(texte(NOFINESSEJ).rlike(EntitesNommees.NUMERO))
                .and(texte(CATEGETAB).isNotNull());
    }

    /** The structures, cleaned, each with the position its release gives it. */
    static Dataset<Row> located(Dataset<Row> structures, Dataset<Row> geolocalisations) {
        return Textes.nettoyees(structures, Bronze.FINESS_STRUCTUREET)
                .join(
                        positions(geolocalisations),
                        col(NOFINESSET)
                                .equalTo(col("et"))
                                .and(col(Technical.MILLESIME).equalTo(col("release"))),
                        "left");
    }

    private static Dataset<Row> positions(Dataset<Row> geolocalisations) {
        return geolocalisations
                .where(nombre(COORDXET).isNotNull().and(nombre(COORDYET).isNotNull()))
                .groupBy(
                        trim(col(NOFINESSET)).as("et"), col(Technical.MILLESIME).as("release"))
                .agg(min_by(
                                struct(
                                        nombre(COORDXET).as("x"),
                                        nombre(COORDYET).as("y"),
                                        texte(SOURCECOORDET).as("source")),
                                struct(col(Technical.FICHIER), col(Technical.LIGNE)))
                        .as("position"));
    }

    private static Column nombre(String column) {
        return trim(col(column)).try_cast("double");
    }

    /** What a line structureet tells in every generation. */
    static Map<String, Column> values() {
        Column codePostal = Description.codePostal(col(LIGNEACHEMINEMENT));
        Column dept = upper(col(DEPARTEMENT));
        return Map.ofEntries(
                // Only open ones are listed: that an entity stands here says that it is not closed.
                Map.entry(DATE_FERMETURE, lit(null)),
                Map.entry(TYPE_FERMETURE, lit(null)),
                Map.entry(Description.SYSTEME, lit(Systeme.ETALAB)),
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NOM, col(RS)),
                Map.entry(NOM_LONG, col(RSLONGUE)),
                Map.entry(CODE_CATEGORIE, col(CATEGETAB)),
                Map.entry(SIRET, col(SIRET)),
                Map.entry(CODE_APE, col(CODEAPE)),
                Map.entry(CODE_SPH, col(CODESPH)),
                Map.entry(CODE_MFT, col(CODEMFT)),
                Map.entry(NUMERO_UAI, col(NUMUAI)),
                Map.entry(DATE_OUVERTURE, jour(DATEOUV)),
                Map.entry(DATE_AUTORISATION, jour(DATEAUTOR)),
                Map.entry(ADRESSE, ligne(NUMVOIE, COMPVOIE, TYPVOIE, VOIE)),
                Map.entry(NUMERO_VOIE, col(NUMVOIE)),
                Map.entry(TYPE_VOIE, col(TYPVOIE)),
                Map.entry(VOIE, col(VOIE)),
                Map.entry(COMPLEMENT_VOIE, col(COMPVOIE)),
                Map.entry(LIEU_DIT_BP, col(LIEUDITBP)),
                Map.entry(COMPLEMENT_DISTRIBUTION, col(COMPLDISTRIB)),
                Map.entry(CODE_POSTAL, codePostal),
                Map.entry(VILLE, Description.ville(col(LIGNEACHEMINEMENT))),
                Map.entry(CODE_DEPARTEMENT_FINESS, dept),
                Map.entry(CODE_COMMUNE_PUBLIE, CodesFiness.commune(dept, col(COMMUNE), codePostal)),
                Map.entry(X_PUBLIE, col("position.x")),
                Map.entry(Y_PUBLIE, col("position.y")),
                Map.entry(
                        SRID_PUBLIE, when(col("position").isNotNull(), CodesFiness.srid(col("position.source"), dept))),
                Map.entry(SOURCE_POSITION, col("position.source")),
                Map.entry(TELEPHONE, col(TELEPHONE)),
                Map.entry(DATE_MAJ, jour(DATEMAJ)),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        illisible(DATEOUV).or(illisible(DATEAUTOR)).or(illisible(DATEMAJ))));
    }
}
