package fr.maillage.silver.organisation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Listes;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What an organisation was approved, certified or labelled for, when, and why it ended. */
public final class Agrement implements Transformation {

    @Override
    public TableContract target() {
        return Silver.AGREMENT;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_AGREMENT);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.DECLARATION_AGREMENT), tables.read(Silver.ORGANISATION_IDENTIFIANT));
    }

    static Dataset<Row> apply(Dataset<Row> declarations, Dataset<Row> identifiants) {
        Dataset<Row> lus = Enonces.lus(declarations, DATE_DEBUT_TEXTE, DATE_FIN_TEXTE, identifiants)
                .withColumn(TYPE_AGREMENT, Saisie.code(col(TYPE_TEXTE)))
                .withColumn(PORTEE_AGREMENT, Saisie.texte(col(PORTEE_TEXTE)))
                .withColumn(MOTIF_FIN, Saisie.code(col(MOTIF_FIN_TEXTE)));
        Column unknown =
                col(TYPE_AGREMENT).isNull().or(Listes.horsListe(col(TYPE_AGREMENT), CodeList.read("type_agrement")));
        return Enonces.juges(
                        lus,
                        Silver.AGREMENT,
                        List.of(CODE_ORGANISATION, TYPE_AGREMENT, PORTEE_AGREMENT),
                        broken("type_inconnu", unknown),
                        broken("motif_inconnu", Listes.horsListe(col(MOTIF_FIN), CodeList.read("motif_fin_agrement"))),
                        broken(
                                "motif_sans_fin",
                                col(MOTIF_FIN).isNotNull().and(col(DATE_FIN).isNull())))
                .select(
                        col(CODE_ORGANISATION),
                        col(TYPE_AGREMENT),
                        col(PORTEE_AGREMENT),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(MOTIF_FIN),
                        Saisie.texte(col(DELIVRE_PAR)).as(DELIVRE_PAR),
                        col(SOURCE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }
}
