package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Technical;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cooperations as agencies declare them: one line each, the newest upload of an identifier kept. */
final class CooperationsDeclarees {

    private static final String ACTOR = "_actor";

    private CooperationsDeclarees() {}

    static Dataset<Row> lues(Dataset<Row> declarations, Dataset<Row> annuaire) {
        Dataset<Row> lignes = declarations.withColumn(CODE_COOPERATION, Acteurs.cooperation(col(IDENTIFIANT)));
        Dataset<Row> enVigueur = Depots.enVigueur(lignes, CODE_COOPERATION, List.of(CODE_COOPERATION));
        Dataset<Row> lues = Acteurs.lus(enVigueur, NUMERO, ACTOR, annuaire)
                .withColumn(FORME_JURIDIQUE, Saisie.code(col(FORME_JURIDIQUE)))
                .withColumn(DATE_DEBUT, Saisie.debut(col(DATE_DEBUT_TEXTE)))
                .withColumn(DATE_FIN, Saisie.fin(col(DATE_FIN_TEXTE)))
                .withColumn(REGLES, rules());
        Dataset<Row> uniques = Depots.sansDoublons(
                lues, "cooperation_en_double", Listes.rejets(Silver.COOPERATION), List.of(CODE_COOPERATION));
        return registered(uniques, annuaire)
                .select(
                        col(CODE_COOPERATION),
                        Saisie.texte(col(NOM)).as(NOM),
                        col(FORME_JURIDIQUE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        objets().as(OBJETS),
                        lit("declaree").as(ORIGINE),
                        coalesce(Saisie.texte(col(SOURCE)), col(Technical.SOURCE))
                                .as(SOURCE),
                        array_compact(array(lit("declaration"), concat(lit("numero:"), col(ACTOR))))
                                .as(PREUVES),
                        col(NUMERO_FINESS),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(FICHIER),
                        col(LIGNE),
                        col(REGLES));
    }

    /** Adds the FINESS number of the body that the declared number names. */
    private static Dataset<Row> registered(Dataset<Row> lignes, Dataset<Row> annuaire) {
        Dataset<Row> numbers = annuaire.select(
                col(CODE_ACTEUR).as("_known"),
                coalesce(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)).as("_number"));
        Column claimed = when(col(ACTOR).startsWith("finess:"), substring(col(ACTOR), 8, 9));
        return lignes.join(numbers, col(ACTOR).equalTo(col("_known")), "left")
                .withColumn(NUMERO_FINESS, coalesce(col("_number"), claimed));
    }

    private static Column objets() {
        Column codes = transform(split(Saisie.texte(col(OBJETS_TEXTE)), "[,|/]"), Saisie::texte);
        return array_compact(codes);
    }

    private static Column rules() {
        return regles(
                broken("forme_inconnue", Listes.horsListe(col(FORME_JURIDIQUE), CodeList.read("forme_juridique"))),
                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                broken(
                        "date_illisible",
                        Saisie.illisible(col(DATE_DEBUT_TEXTE), col(DATE_DEBUT))
                                .or(Saisie.illisible(col(DATE_FIN_TEXTE), col(DATE_FIN)))));
    }
}
