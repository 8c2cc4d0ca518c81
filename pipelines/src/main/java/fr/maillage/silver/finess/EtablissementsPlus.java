package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.jour;
import static fr.maillage.silver.plus.Champs.nombre;
import static fr.maillage.silver.plus.Champs.sansDate;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.silver.plus.Position;
import fr.maillage.warehouse.Technical;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Establishments of FINESS+ documents, open and closed, each under the legal entity whose record holds it. */
public final class EtablissementsPlus {

    private static final String EJ = "_ej";
    private static final String PRINCIPALE = "_adresse_principale";
    private static final String CONTACT_UN = "_contact";
    private static final String PORTEE = "_portee";
    private static final String BORNE_BY = "B";

    public static final Systeme SYSTEME = new Systeme(Systeme.PLUS, values().keySet());

    private EtablissementsPlus() {}

    /** One row per element of {@code ege}, in the columns of {@link Description}. */
    public static Dataset<Row> rows(Dataset<Row> structures) {
        Dataset<Row> etablissements = structures
                .where(col(SECTION).equalTo("pmej"))
                .select(
                        texte(PMEJ, INFORMATIONSGENERALESPMEJ, NUMFINESSPM).as(EJ),
                        explode(champ(PMEJ, EGE)).as(EGE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.MILLESIME),
                        col(Technical.SOURCE),
                        col(Technical.RANG));
        return etablissements
                .withColumn(PRINCIPALE, AdressePlus.principale(champ(EGE, ADRESSE), "03"))
                .withColumn(CONTACT_UN, try_element_at(champ(EGE, CONTACT), lit(1)))
                .withColumn(PORTEE, porteuse())
                .join(numeros(etablissements), new String[] {Technical.FICHIER, PORTEE}, "left")
                .select(Description.columns(Silver.ETABLISSEMENT_VERSION, values()));
    }

    /** The technical number of the establishment that bears this one. */
    private static Column porteuse() {
        Column borne = filter(champ(EGE, ROLEEGE), role -> role.getField(ROLERELATIONEGE)
                .equalTo(BORNE_BY)
                .and(role.getField(IDEGENONPORTEUSE).equalTo(champ(EGE, INFORMATIONSGENERALESEGE, EGEID))));
        return try_element_at(borne, lit(1)).getField(IDEGEPORTEUSE);
    }

    private static Dataset<Row> numeros(Dataset<Row> etablissements) {
        return etablissements
                .groupBy(
                        col(Technical.FICHIER),
                        champ(EGE, INFORMATIONSGENERALESEGE, EGEID).as(PORTEE))
                .agg(min(texte(EGE, INFORMATIONSGENERALESEGE, NUMFINESSEGE)).as("_principal"));
    }

    private static Map<String, Column> values() {
        Column x = nombre(champ(PRINCIPALE, COORDONNEESGEOGRAPHIQUE, COORDONNEEX));
        Column y = nombre(champ(PRINCIPALE, COORDONNEESGEOGRAPHIQUE, COORDONNEEY));
        return Map.ofEntries(
                Map.entry(NUMERO_FINESS_ET, info(NUMFINESSEGE)),
                Map.entry(NUMERO_FINESS_EJ, col(EJ)),
                Map.entry(NOM, info(NOMEGECOURT)),
                Map.entry(NOM_LONG, info(NOMEGELONG)),
                Map.entry(CODE_CATEGORIE, texte(EGE, CATEGORIEENTITEGEOGRAPHIQUEEXERCICE)),
                Map.entry(SIRET, info(SIRET)),
                Map.entry(CODE_SPH, texte(array_join(champ(EGE, INFORMATIONSGENERALESEGE, ESPIC), ","))),
                Map.entry(CODE_MFT, texte(EGE, MODEFIXATIONTARIFAIRE)),
                Map.entry(DATE_OUVERTURE, jour(info(DATEOUVERTURE))),
                Map.entry(DATE_AUTORISATION, jour(info(DATEPREMIEREAUTORISATION))),
                Map.entry(DATE_FERMETURE, jour(info(DATEFERMETURE))),
                Map.entry(ETAT_OBJET, texte(EGE, ETATOBJET)),
                Map.entry(
                        TYPE_ETABLISSEMENT,
                        when(col(PORTEE).isNull(), "principal").otherwise("secondaire")),
                Map.entry(NUMERO_FINESS_PRINCIPAL, col("_principal")),
                Map.entry(ADRESSE, AdressePlus.ligne(PRINCIPALE)),
                Map.entry(NUMERO_VOIE, texte(PRINCIPALE, NUMEROVOIE)),
                Map.entry(TYPE_VOIE, texte(PRINCIPALE, TYPEVOIE)),
                Map.entry(VOIE, texte(PRINCIPALE, LIBELLEVOIE)),
                Map.entry(COMPLEMENT_VOIE, texte(PRINCIPALE, COMPLEMENTVOIE)),
                Map.entry(LIEU_DIT_BP, texte(PRINCIPALE, LIEUDIT)),
                Map.entry(COMPLEMENT_DISTRIBUTION, texte(PRINCIPALE, COMPLEMENTPOINTGEOGRAPHIQUE)),
                Map.entry(CODE_POSTAL, texte(PRINCIPALE, CODEPOSTAL)),
                Map.entry(VILLE, texte(PRINCIPALE, LIGNEACHEMINEMENT)),
                Map.entry(CODE_COMMUNE_PUBLIE, texte(PRINCIPALE, COGCOMMUNE)),
                Map.entry(X_PUBLIE, x),
                Map.entry(Y_PUBLIE, y),
                Map.entry(SRID_PUBLIE, Position.srid(x, y)),
                Map.entry(X_LOCAL_PUBLIE, nombre(champ(PRINCIPALE, COORDONNEESGEOGRAPHIQUE, DIRECTIONLONGITUDE))),
                Map.entry(Y_LOCAL_PUBLIE, nombre(champ(PRINCIPALE, COORDONNEESGEOGRAPHIQUE, DIRECTIONLATITUDE))),
                Map.entry(SOURCE_POSITION, texte(PRINCIPALE, COORDONNEESGEOGRAPHIQUE, CLEININTEROPBAN)),
                Map.entry(TELEPHONE, texte(CONTACT_UN, TELECOM, TELEPHONE)),
                Map.entry(DATE_MAJ, jour(champ(EGE, DATEDERNIEREMAJ))),
                Map.entry(Description.EVENEMENTS, Faits.of(champ(EGE, EVENEMENT))),
                Map.entry(
                        Description.DATE_ILLISIBLE,
                        sansDate(
                                info(DATEOUVERTURE),
                                info(DATEPREMIEREAUTORISATION),
                                info(DATEFERMETURE),
                                champ(EGE, DATEDERNIEREMAJ))));
    }

    private static Column info(String name) {
        return texte(EGE, INFORMATIONSGENERALESEGE, name);
    }
}
