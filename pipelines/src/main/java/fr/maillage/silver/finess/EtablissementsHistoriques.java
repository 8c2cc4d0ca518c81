package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.finess.Textes.jour;
import static fr.maillage.silver.finess.Textes.ligne;
import static fr.maillage.silver.finess.Textes.nombre;
import static fr.maillage.silver.finess.Textes.sansDate;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Establishments of the yearly historical export, whose lines hold their position and the INSEE code of their commune. */
public final class EtablissementsHistoriques {

    public static final Systeme SYSTEME = new Systeme(Systeme.HISTORIQUE, values().keySet());

    private EtablissementsHistoriques() {}

    /** One row per line, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> lines) {
        return Textes.nettoyees(lines, Bronze.FINESS_HISTORIQUE)
                .select(Description.columns(Silver.ETABLISSEMENT_VERSION, values()));
    }

    private static Map<String, Column> values() {
        Column located = nombre(COORDX).isNotNull().and(nombre(COORDY).isNotNull());
        return Map.ofEntries(
                // Only open ones are listed: that an entity stands here says that it is not closed.
                Map.entry(DATE_FERMETURE, lit(null)),
                Map.entry(TYPE_FERMETURE, lit(null)),
                Map.entry(Description.SYSTEME, lit(Systeme.HISTORIQUE)),
                Map.entry(NUMERO_FINESS_ET, col(NOFINESSET)),
                Map.entry(NUMERO_FINESS_EJ, col(NOFINESSEJ)),
                Map.entry(NOM, col(RS)),
                Map.entry(NOM_LONG, col(RSLONGUE)),
                Map.entry(CODE_CATEGORIE, col(CATEGETAB)),
                Map.entry(SIRET, col(SIRET)),
                Map.entry(CODE_APE, col(CODEAPE)),
                Map.entry(CODE_SPH, col(SPH)),
                Map.entry(CODE_MFT, col(MFT)),
                Map.entry(NUMERO_UAI, col(NUMEN)),
                Map.entry(DATE_OUVERTURE, jour(DATEOUVERT)),
                Map.entry(DATE_AUTORISATION, jour(DATEAUTOR)),
                Map.entry(ADRESSE, ligne(NUMVOIE, COMPVOIE, TYPVOIE, VOIE)),
                Map.entry(NUMERO_VOIE, col(NUMVOIE)),
                Map.entry(TYPE_VOIE, col(TYPVOIE)),
                Map.entry(VOIE, col(VOIE)),
                Map.entry(COMPLEMENT_VOIE, col(COMPVOIE)),
                Map.entry(LIEU_DIT_BP, col(LIEUDITBP)),
                Map.entry(COMPLEMENT_DISTRIBUTION, col(COMPLDISTRIB)),
                Map.entry(CODE_POSTAL, coalesce(Description.codePostal(col(LIGNEACHEMINEMENT)), col(CODEPOSTAL))),
                Map.entry(VILLE, coalesce(Description.ville(col(LIGNEACHEMINEMENT)), col(LIBELLE_ROUTAGE))),
                Map.entry(CODE_DEPARTEMENT_FINESS, upper(col(DEPARTEMENT))),
                Map.entry(CODE_COMMUNE_PUBLIE, CodesFiness.communeInsee(col(COG))),
                Map.entry(X_PUBLIE, when(located, nombre(COORDX))),
                Map.entry(Y_PUBLIE, when(located, nombre(COORDY))),
                Map.entry(
                        SRID_PUBLIE,
                        when(located, CodesFiness.srid(col(SOURCEGEOCOD), CodesFiness.departementDe(col(COG))))),
                Map.entry(SOURCE_POSITION, col(SOURCEGEOCOD)),
                Map.entry(TELEPHONE, col(TELEPHONE)),
                Map.entry(DATE_MAJ, jour(DATEMAJ)),
                Map.entry(Description.DATE_ILLISIBLE, sansDate(DATEOUVERT, DATEAUTOR, DATEMAJ)));
    }
}
