package fr.maillage.silver.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A bronze table whose lines name entities, release by release.
 *
 * @param objet what it names: the silver table of such things
 * @param numero FINESS number of the entity
 * @param retenues lines that name one
 * @param parTranches whether each file is a stretch of the register in the order of its numbers
 */
public record Registre(TableContract bronze, String objet, Column numero, Column retenues, boolean parTranches) {

    public static final String ETABLISSEMENT = "etablissement";
    public static final String ENTITE_JURIDIQUE = "entite_juridique";
    public static final String EQUIPEMENT_SOCIAL = "equipement_social";
    public static final String ACTIVITE_AUTORISEE = "activite_autorisee";
    public static final String ZONE_INTERVENTION = "zone_intervention";

    /** All of them. */
    public static final List<Registre> ALL = List.of(
            new Registre(
                    Bronze.FINESS_FHIR,
                    ETABLISSEMENT,
                    col(FINESS),
                    col(RESOURCETYPE).equalTo("Organization"),
                    true),
            lignes(Bronze.FINESS_STRUCTUREET, ETABLISSEMENT, NOFINESSET),
            lignes(Bronze.FINESS_HISTORIQUE, ETABLISSEMENT, NOFINESSET),
            lignes(Bronze.FINESS_STRUCTUREEJ, ENTITE_JURIDIQUE, NOFINESS),
            lignes(Bronze.FINESS_EQUIPEMENTSOCIAL, EQUIPEMENT_SOCIAL, NOFINESSET),
            lignes(Bronze.FINESS_ACTIVITEOFFRESOIN, ACTIVITE_AUTORISEE, NOFINESSET),
            documents(
                    Bronze.FINESS_PLUS_STRUCTURE,
                    ENTITE_JURIDIQUE,
                    champ(PMEJ, INFORMATIONSGENERALESPMEJ, NUMFINESSPM)),
            documents(
                    Bronze.FINESS_PLUS_STRUCTURE,
                    ETABLISSEMENT,
                    explode(champ(PMEJ, EGE, INFORMATIONSGENERALESEGE, NUMFINESSEGE))),
            documents(
                    Bronze.FINESS_PLUS_ACTIVITE, EQUIPEMENT_SOCIAL, explode(champ(PMEJ_ACTIVITES, EGE, NUMFINESSEGE))),
            documents(
                    Bronze.FINESS_PLUS_ACTIVITE, ACTIVITE_AUTORISEE, explode(champ(PMEJ_ACTIVITES, EGE, NUMFINESSEGE))),
            // A legal entity that is told without a zone has none.
            documents(Bronze.FINESS_PLUS_ACTIVITE, ZONE_INTERVENTION, champ(PMEJ_ACTIVITES, NUMFINESS)));

    /** The bronze tables, each once. */
    public static List<TableContract> tables() {
        return ALL.stream().map(Registre::bronze).distinct().toList();
    }

    private static Registre documents(TableContract bronze, String objet, Column numero) {
        return new Registre(bronze, objet, numero, col(SECTION).equalTo("pmej"), false);
    }

    private static Registre lignes(TableContract bronze, String objet, String numero) {
        return new Registre(bronze, objet, Textes.texte(numero), lit(true), false);
    }
}
