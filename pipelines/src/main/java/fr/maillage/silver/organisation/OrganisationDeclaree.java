package fr.maillage.silver.organisation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Acteurs;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Listes;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Organisations that a person gives a name, a type and a place, since no register may know them. */
public final class OrganisationDeclaree implements Transformation {

    @Override
    public TableContract target() {
        return Silver.ORGANISATION_DECLAREE;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_ORGANISATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.DECLARATION_ORGANISATION), tables.read(Silver.ENTITE_JURIDIQUE));
    }

    static Dataset<Row> apply(Dataset<Row> declarations, Dataset<Row> entites) {
        Dataset<Row> finess =
                entites.select(concat(lit("finess:"), col(NUMERO_FINESS_EJ)).as(CODE_ACTEUR));
        Dataset<Row> lues = Depots.enVigueur(
                        Acteurs.lus(declarations, IDENTIFIANT, CODE_ACTEUR, finess), CODE_ACTEUR, List.of(CODE_ACTEUR))
                .withColumn(NOM, Saisie.texte(col(NOM)))
                .withColumn(TYPE_ORGANISATION, Saisie.code(col(TYPE_TEXTE)))
                .withColumn(SIREN, numero(SIREN_TEXTE, "^[0-9]{9}$"))
                .withColumn(RNA, numero(RNA_TEXTE, "^W[0-9A-Z]{9}$"))
                .withColumn(Technical.REGLES, rules());
        return Depots.sansDoublons(
                        lues,
                        "organisation_en_double",
                        Listes.rejets(Silver.ORGANISATION_DECLAREE),
                        List.of(CODE_ACTEUR))
                .select(
                        col(CODE_ACTEUR),
                        col(NOM),
                        col(TYPE_ORGANISATION),
                        Saisie.texte(col(STATUT_TEXTE)).as(STATUT_DECLARE),
                        col(SIREN),
                        col(RNA),
                        lpad(upper(Saisie.texte(col(COMMUNE))), 5, "0").as(CODE_COMMUNE),
                        coalesce(Saisie.texte(col(SOURCE_TEXTE)), col(Technical.SOURCE))
                                .as(SOURCE),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    /** The number without blanks; null when it has another shape. */
    private static Column numero(String typed, String pattern) {
        Column compact = regexp_replace(upper(Saisie.texte(col(typed))), "[ .-]", "");
        return when(compact.rlike(pattern), compact);
    }

    private static Column rules() {
        return regles(
                broken("organisation_illisible", col(CODE_ACTEUR).isNull()),
                broken("est_une_cooperation", col(CODE_ACTEUR).startsWith("coop:")),
                broken("nom_absent", col(NOM).isNull()),
                broken(
                        "dispositif",
                        upper(col(NOM)).isin(CodeList.read("dispositif").codes().toArray())),
                broken("type_inconnu", Listes.horsListe(col(TYPE_ORGANISATION), CodeList.read("type_organisation"))),
                broken(
                        "numero_illisible",
                        Saisie.illisible(col(SIREN_TEXTE), col(SIREN)).or(Saisie.illisible(col(RNA_TEXTE), col(RNA)))));
    }
}
