package fr.maillage.silver.cooperation;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cooperations, those that an agency declared and those that a registry gives away, side by side. */
public final class Cooperation implements Transformation {

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
        return declarees.unionByName(detectees);
    }
}
