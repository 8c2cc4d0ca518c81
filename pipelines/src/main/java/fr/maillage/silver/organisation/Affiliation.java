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

/** Which organisation belonged to which federation or union, and when. */
public final class Affiliation implements Transformation {

    @Override
    public TableContract target() {
        return Silver.AFFILIATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_AFFILIATION);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.DECLARATION_AFFILIATION), tables.read(Silver.ORGANISATION_IDENTIFIANT));
    }

    static Dataset<Row> apply(Dataset<Row> declarations, Dataset<Row> identifiants) {
        Dataset<Row> lues = Enonces.lus(declarations, DU, AU, identifiants)
                .withColumn(CODE_FEDERATION, Saisie.code(col(FEDERATION_TEXTE)));
        Column unknown =
                col(CODE_FEDERATION).isNull().or(Listes.horsListe(col(CODE_FEDERATION), CodeList.read("federation")));
        return Enonces.juges(
                        lues,
                        Silver.AFFILIATION,
                        List.of(CODE_ORGANISATION, CODE_FEDERATION),
                        broken("federation_inconnue", unknown))
                .select(
                        col(CODE_ORGANISATION),
                        col(CODE_FEDERATION),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(SOURCE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }
}
