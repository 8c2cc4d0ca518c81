package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.jour;
import static fr.maillage.silver.plus.Champs.sansDate;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Legal entities of FINESS+ documents, active and inactive. */
public final class EntitesPlus {

    private static final String SIEGE = "_siege";
    private static final String CONTACT_UN = "_contact";

    public static final Systeme SYSTEME = new Systeme(Systeme.PLUS, values().keySet());

    private EntitesPlus() {}

    /** One row per record {@code pmej}, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> structures) {
        return structures
                .where(col(SECTION).equalTo("pmej"))
                .withColumn(SIEGE, AdressePlus.principale(champ(PMEJ, ADRESSE), "02"))
                .withColumn(CONTACT_UN, try_element_at(champ(PMEJ, CONTACT), lit(1)))
                .select(Description.columns(Silver.ENTITE_JURIDIQUE_VERSION, values()));
    }

    private static Map<String, Column> values() {
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_EJ, info(NUMFINESSPM)),
                Map.entry(NOM, info(DENOMINATIONPM)),
                Map.entry(NOM_LONG, info(DENOMINATIONLONGUEPMSMSSE)),
                Map.entry(CODE_STATUT_JURIDIQUE, info(STATUTJURIDIQUE)),
                Map.entry(SIREN, info(SIREN)),
                Map.entry(CODE_APE, replace(info(CODEAPE), lit("."), lit(""))),
                Map.entry(DATE_CREATION, jour(info(DATECREATION))),
                Map.entry(DATE_FERMETURE, jour(info(DATEFERMETURE))),
                Map.entry(ETAT_OBJET, texte(PMEJ, ETATOBJET)),
                Map.entry(ADRESSE, AdressePlus.ligne(SIEGE)),
                Map.entry(CODE_POSTAL, texte(SIEGE, CODEPOSTAL)),
                Map.entry(VILLE, texte(SIEGE, LIGNEACHEMINEMENT)),
                Map.entry(CODE_COMMUNE_PUBLIE, texte(SIEGE, COGCOMMUNE)),
                Map.entry(TELEPHONE, texte(CONTACT_UN, TELECOM, TELEPHONE)),
                Map.entry(DATE_MAJ, jour(champ(PMEJ, DATEDERNIEREMAJ))),
                Map.entry(Description.EVENEMENTS, Faits.of(champ(PMEJ, EVENEMENT))),
                Map.entry(CONNUE_PAR, lit("registre")),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        sansDate(info(DATECREATION), info(DATEFERMETURE), champ(PMEJ, DATEDERNIEREMAJ))));
    }

    private static Column info(String name) {
        return texte(PMEJ, INFORMATIONSGENERALESPMEJ, name);
    }
}
