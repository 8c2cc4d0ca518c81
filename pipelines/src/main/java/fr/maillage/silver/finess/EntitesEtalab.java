package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.illisible;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.ligne;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Legal entities of the etalab files: a line structureej. */
public final class EntitesEtalab {

    public static final Systeme SYSTEME = new Systeme(Systeme.ETALAB, values().keySet());

    private EntitesEtalab() {}

    /** One row per line structureej. */
    public static Dataset<Row> rows(Dataset<Row> structures) {
        return Textes.nettoyees(structures.where(not(EtablissementsXml.duFlux())), Bronze.FINESS_STRUCTUREEJ)
                .select(Description.columns(
                        Silver.ENTITE_JURIDIQUE_VERSION, Description.repetees(structures, values())));
    }

    /** What a line structureej tells in every generation. */
    static Map<String, Column> values() {
        Column codePostal = Description.codePostal(col(LIGNEACHEMINEMENT));
        Column dept = upper(col(DEPARTEMENT));
        return Map.ofEntries(
                // Only open ones are listed: that an entity stands here says that it is not closed.
                Map.entry(DATE_FERMETURE, lit(null)),
                Map.entry(TYPE_FERMETURE, lit(null)),
                Map.entry(Description.SYSTEME, lit(Systeme.ETALAB)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESS)),
                Map.entry(NOM, col(RS)),
                Map.entry(NOM_LONG, col(RSLONGUE)),
                Map.entry(CODE_STATUT_JURIDIQUE, col(STATUTJURIDIQUE)),
                Map.entry(CODE_CATEGORIE, col(CATEGETAB)),
                Map.entry(SIREN, col(SIREN)),
                Map.entry(CODE_APE, col(CODEAPE)),
                Map.entry(DATE_CREATION, jour(DATECREA)),
                Map.entry(ADRESSE, ligne(NUMVOIE, COMPVOIE, TYPVOIE, VOIE)),
                Map.entry(CODE_POSTAL, codePostal),
                Map.entry(VILLE, Description.ville(col(LIGNEACHEMINEMENT))),
                Map.entry(CODE_DEPARTEMENT_FINESS, dept),
                Map.entry(CODE_COMMUNE_PUBLIE, CodesFiness.commune(dept, col(COMMUNE), codePostal)),
                Map.entry(TELEPHONE, col(TELEPHONE)),
                Map.entry(CONNUE_PAR, lit("registre")),
                Map.entry(Description.DATE_ILLISIBLE, illisible(DATECREA)));
    }
}
