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

/** Relays as each end reports them, each line validated and the newest upload kept. */
public final class Relais implements Transformation {

    private static final String REPORTER = "_reporter";
    private static final String OTHER = "_other";

    @Override
    public TableContract target() {
        return Silver.RELAIS;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Bronze.DECLARATION_RELAIS),
                Acteurs.annuaire(tables.read(Silver.ETABLISSEMENT), tables.read(Silver.ENTITE_JURIDIQUE)));
    }

    static Dataset<Row> apply(Dataset<Row> declarations, Dataset<Row> annuaire) {
        Dataset<Row> reported =
                Acteurs.lus(declarations, MEMBRE, REPORTER, annuaire).withColumn(MOIS, Saisie.mois(col(MOIS_TEXTE)));
        Dataset<Row> enVigueur = Depots.enVigueur(reported, REPORTER, List.of(REPORTER, MOIS));
        Dataset<Row> lues = Acteurs.lus(enVigueur, AVEC, OTHER, annuaire)
                .withColumn(SENS, Saisie.code(col(SENS)))
                .withColumn(CODE_ACTEUR_DONNEUR, end("donne", "recu"))
                .withColumn(CODE_ACTEUR_RECEVEUR, end("recu", "donne"))
                .withColumn(SERVICE, Saisie.code(col(SERVICE)))
                .withColumn(
                        DECLARANT,
                        when(col(SENS).equalTo("donne"), "donneur")
                                .when(col(SENS).equalTo("recu"), "receveur"))
                .withColumn(NB_RELAIS, Saisie.entier(col(TRANSMIS)))
                .withColumn(NB_RELAIS_ACCEPTES, Saisie.entier(col(ACCEPTES)))
                .withColumn(NB_RELAIS_SERVICE, Saisie.entier(col(SERVICES)))
                .withColumn(NB_RELAIS_EVALUES, Saisie.entier(col(EVALUES)))
                .withColumn(REGLES, rules());
        return Depots.sansDoublons(lues, "ligne_en_double", Listes.rejets(Silver.RELAIS), Silver.RELAIS.primaryKey())
                .select(
                        col(CODE_ACTEUR_DONNEUR),
                        col(CODE_ACTEUR_RECEVEUR),
                        col(MOIS),
                        col(SERVICE),
                        col(DECLARANT),
                        col(NB_RELAIS),
                        col(NB_RELAIS_ACCEPTES),
                        col(NB_RELAIS_SERVICE),
                        col(NB_RELAIS_EVALUES),
                        col(Technical.SOURCE).as(SOURCE),
                        col(FICHIER),
                        col(LIGNE),
                        col(REGLES));
    }

    /** The member when the direction is {@code reports}, the other end when it is {@code isTold}. */
    private static Column end(String reports, String isTold) {
        return when(col(SENS).equalTo(reports), col(REPORTER)).when(col(SENS).equalTo(isTold), col(OTHER));
    }

    private static Column rules() {
        Column unreadable = Saisie.illisible(col(TRANSMIS), col(NB_RELAIS))
                .or(Saisie.illisible(col(ACCEPTES), col(NB_RELAIS_ACCEPTES)))
                .or(Saisie.illisible(col(SERVICES), col(NB_RELAIS_SERVICE)))
                .or(Saisie.illisible(col(EVALUES), col(NB_RELAIS_EVALUES)));
        Column outcomes = greatest(col(NB_RELAIS_ACCEPTES), col(NB_RELAIS_SERVICE), col(NB_RELAIS_EVALUES));
        Column smallest =
                least(col(NB_RELAIS), col(NB_RELAIS_ACCEPTES), col(NB_RELAIS_SERVICE), col(NB_RELAIS_EVALUES));
        return regles(
                broken("acteur_illisible", col(REPORTER).isNull().or(col(OTHER).isNull())),
                broken("sens_inconnu", col(DECLARANT).isNull()),
                broken("relais_vers_soi", col(REPORTER).equalTo(col(OTHER))),
                broken("mois_illisible", col(MOIS).isNull()),
                broken("service_inconnu", Listes.horsListe(col(SERVICE), CodeList.read("service_activite"))),
                broken("nombre_illisible", unreadable),
                broken("nombre_negatif", smallest.lt(0)),
                broken("issue_incoherente", outcomes.gt(col(NB_RELAIS))));
    }
}
