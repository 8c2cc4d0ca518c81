package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.CODE_COOPERATION;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.quality.Regles;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cooperations, those that an agency declared and those that a registry gives away, side by side. */
public final class Cooperation implements Transformation {

    private static final String REFUSEE = "_refusee";

    @Override
    public TableContract target() {
        return Silver.COOPERATION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> etablissements = tables.read(Silver.ETABLISSEMENT);
        Dataset<Row> entites = tables.read(Silver.ENTITE_JURIDIQUE);
        Dataset<Row> declarees = CooperationsDeclarees.lues(
                tables.read(Bronze.DECLARATION_COOPERATION), Acteurs.annuaire(etablissements, entites));
        CodeList signals = CodeList.read("signal_cooperation");
        Dataset<Row> groupements = GroupementsDetectes.signaux(
                tables.read(Silver.GROUPEMENT), tables.read(Silver.GROUPEMENT_HOSPITALIER), signals);
        Dataset<Row> detectees = CooperationsDetectees.of(etablissements, entites, groupements, signals);
        return declarees.unionByName(
                jugees(detectees, CooperationReponse.refusees(tables.read(Silver.COOPERATION_REPONSE))));
    }

    /** Sets aside what a person says is no cooperation. */
    private static Dataset<Row> jugees(Dataset<Row> detectees, Dataset<Row> refusees) {
        Dataset<Row> known = refusees.withColumn(REFUSEE, lit(true));
        return detectees
                .join(known, new String[] {CODE_COOPERATION}, "left")
                .withColumn(Technical.REGLES, Regles.regles(Regles.broken("detection_refusee", col(REFUSEE))))
                .drop(REFUSEE);
    }
}
