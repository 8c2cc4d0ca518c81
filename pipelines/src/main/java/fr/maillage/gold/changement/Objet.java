package fr.maillage.gold.changement;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.silver.finess.Registre;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A kind of thing whose history is compared version by version.
 *
 * @param nom what {@link Registre} calls such things
 * @param cles what identifies one, the FINESS number that says where it belongs first
 * @param ouverture the field that says since when it is there
 * @param fixes fields that cannot change: told otherwise, they are corrected
 */
record Objet(String nom, TableContract versions, List<String> cles, String ouverture, List<String> fixes) {

    static final Objet ETABLISSEMENT = new Objet(
            Registre.ETABLISSEMENT,
            Silver.ETABLISSEMENT_VERSION,
            List.of(NUMERO_FINESS_ET),
            DATE_OUVERTURE,
            List.of(DATE_OUVERTURE, Columns.DATE_AUTORISATION));
    static final Objet ENTITE_JURIDIQUE = new Objet(
            Registre.ENTITE_JURIDIQUE,
            Silver.ENTITE_JURIDIQUE_VERSION,
            List.of(NUMERO_FINESS_EJ),
            DATE_CREATION,
            List.of(DATE_CREATION));
    static final Objet EQUIPEMENT_SOCIAL = new Objet(
            Registre.EQUIPEMENT_SOCIAL,
            Silver.EQUIPEMENT_SOCIAL_VERSION,
            List.of(NUMERO_FINESS_ET, CODE_DISCIPLINE, CODE_TYPE_ACTIVITE, CODE_CLIENTELE),
            DATE_PREMIERE_AUTORISATION,
            List.of(DATE_PREMIERE_AUTORISATION));

    static final List<Objet> ALL = List.of(ETABLISSEMENT, ENTITE_JURIDIQUE, EQUIPEMENT_SOCIAL);

    /** The fields whose change makes a version. */
    List<String> champs() {
        return Description.described(versions).stream()
                .filter(Field::historique)
                .map(Field::name)
                .filter(name -> !cles.contains(name))
                .toList();
    }

    /** The field of a version; null where such things have none. */
    Column champ(String name, String type) {
        return versions.find(name).isPresent() ? col(name) : lit(null).cast(type);
    }
}
