package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which declared and found cooperations are one: by number, else by name within a département.
 *
 * <p>Nothing is merged, and a person's answer is stronger than what is seen. A name is compared without accents, punctuation, and the words that say only that it is a
 * grouping; the département of a declared cooperation is that of its members, of a found one that of its own
 * establishments.
 */
public final class CooperationRapprochement implements Transformation {

    private static final String EMPTY_WORDS =
            "\\b(GCSMS|GCS|CPTS|MSP|CLIC|GIE|GIP|GROUPEMENT|GROUPE|COOPERATION|SOCIALE?|ET|OU|MEDICO|SANITAIRE|MAISON|"
                    + "SANTE|PLURIPROFESSIONNELLE|COMMUNAUTE|PROFESSIONNELLE|TERRITORIALE|SIEGE|ETABLISSEMENT|SAAD|SAD|"
                    + "SSIAD|DE|DU|DES|LE|LA|LES|L|D|A|AU|AUX)\\b";
    private static final String DECLAREE = "_declared_";
    private static final String DETECTEE = "_found_";

    @Override
    public TableContract target() {
        return Silver.COOPERATION_RAPPROCHEMENT;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(
                tables.read(Silver.COOPERATION),
                tables.read(Silver.COOPERATION_MEMBRE),
                tables.read(Silver.ETABLISSEMENT),
                tables.read(Silver.COOPERATION_REPONSE));
    }

    /** The pairs that count as one. */
    public static Dataset<Row> retenus(Tables tables) {
        return tables.read(Silver.COOPERATION_RAPPROCHEMENT).where(col(EST_LA_MEME));
    }

    static Dataset<Row> apply(
            Dataset<Row> cooperations, Dataset<Row> membres, Dataset<Row> etablissements, Dataset<Row> reponses) {
        Dataset<Row> declarees = cooperations.where(col(ORIGINE).equalTo("declaree"));
        Dataset<Row> detectees = cooperations.where(col(ORIGINE).equalTo("detectee"));
        Dataset<Row> dites = CooperationReponse.paires(reponses)
                .join(declarees.select(col(CODE_COOPERATION).as(CODE_COOPERATION_DECLAREE)), CODE_COOPERATION_DECLAREE)
                .join(detectees.select(col(CODE_COOPERATION).as(CODE_COOPERATION_DETECTEE)), CODE_COOPERATION_DETECTEE);
        return vus(declarees, detectees, membres, etablissements)
                .join(dites, new String[] {CODE_COOPERATION_DECLAREE, CODE_COOPERATION_DETECTEE}, "full")
                .withColumn(EST_LA_MEME, coalesce(col(REPONSE).equalTo("oui"), lit(true)));
    }

    /** What numbers and names say. */
    private static Dataset<Row> vus(
            Dataset<Row> declarees, Dataset<Row> detectees, Dataset<Row> membres, Dataset<Row> etablissements) {
        return parNumero(declarees, detectees, etablissements)
                .union(parNom(
                        named(declarees, departementsDesMembres(membres, etablissements), DECLAREE),
                        named(detectees, departementsDesSieges(detectees, etablissements), DETECTEE)))
                .groupBy(CODE_COOPERATION_DECLAREE, CODE_COOPERATION_DETECTEE)
                .agg(min(PREUVE).as(PREUVE));
    }

    /** Same FINESS number, of the body itself or of the legal entity that runs the declared establishment. */
    private static Dataset<Row> parNumero(Dataset<Row> declarees, Dataset<Row> detectees, Dataset<Row> etablissements) {
        Dataset<Row> managers = etablissements.select(
                col(NUMERO_FINESS_ET).as("_et"), col(NUMERO_FINESS_EJ).as("_ej"));
        Dataset<Row> numbers = declarees
                .where(col(NUMERO_FINESS).isNotNull())
                .join(managers, col(NUMERO_FINESS).equalTo(col("_et")), "left")
                .select(
                        col(CODE_COOPERATION).as(CODE_COOPERATION_DECLAREE),
                        explode(array_compact(array(col(NUMERO_FINESS), col("_ej"))))
                                .as("_number"));
        return numbers.join(detectees, col("_number").equalTo(col(NUMERO_FINESS)))
                .select(
                        col(CODE_COOPERATION_DECLAREE),
                        col(CODE_COOPERATION).as(CODE_COOPERATION_DETECTEE),
                        concat(lit("Même numéro FINESS : "), col("_number"), lit("."))
                                .as(PREUVE));
    }

    private static Dataset<Row> parNom(Dataset<Row> declarees, Dataset<Row> detectees) {
        Column sameName = col(DECLAREE + "name").equalTo(col(DETECTEE + "name"));
        Column samePlace = col(DECLAREE + CODE_DEPARTEMENT).equalTo(col(DETECTEE + CODE_DEPARTEMENT));
        return declarees
                .join(detectees, sameName.and(samePlace))
                .select(
                        col(DECLAREE + CODE_COOPERATION).as(CODE_COOPERATION_DECLAREE),
                        col(DETECTEE + CODE_COOPERATION).as(CODE_COOPERATION_DETECTEE),
                        concat(
                                        lit("Même nom « "),
                                        col(DECLAREE + "name"),
                                        lit(" » dans le département "),
                                        col(DECLAREE + CODE_DEPARTEMENT),
                                        lit("."))
                                .as(PREUVE));
    }

    private static Dataset<Row> named(Dataset<Row> cooperations, Dataset<Row> departements, String prefix) {
        return cooperations
                .join(departements, CODE_COOPERATION)
                .select(
                        col(CODE_COOPERATION).as(prefix + CODE_COOPERATION),
                        nom(col(NOM)).as(prefix + "name"),
                        col(CODE_DEPARTEMENT).as(prefix + CODE_DEPARTEMENT))
                .where(col(prefix + "name").notEqual(""));
    }

    private static Dataset<Row> departementsDesMembres(Dataset<Row> membres, Dataset<Row> etablissements) {
        Column same = membres.col(NUMERO_FINESS_ET)
                .equalTo(etablissements.col(NUMERO_FINESS_ET))
                .or(membres.col(NUMERO_FINESS_ET)
                        .isNull()
                        .and(membres.col(NUMERO_FINESS_EJ).equalTo(etablissements.col(NUMERO_FINESS_EJ))));
        // Both ends of the condition share the legal entity, which makes it an equality that is not a full product.
        return membres.join(
                        etablissements,
                        membres.col(NUMERO_FINESS_EJ)
                                .equalTo(etablissements.col(NUMERO_FINESS_EJ))
                                .and(same))
                .select(membres.col(CODE_COOPERATION), departement(col(CODE_COMMUNE)))
                .where(col(CODE_DEPARTEMENT).isNotNull())
                .distinct();
    }

    private static Dataset<Row> departementsDesSieges(Dataset<Row> detectees, Dataset<Row> etablissements) {
        return etablissements
                .select(
                        explode(array(col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ)))
                                .as(NUMERO_FINESS),
                        departement(col(CODE_COMMUNE)))
                .join(detectees, NUMERO_FINESS)
                .select(CODE_COOPERATION, CODE_DEPARTEMENT)
                .where(col(CODE_DEPARTEMENT).isNotNull())
                .distinct();
    }

    private static Column departement(Column commune) {
        return when(commune.startsWith("97").or(commune.startsWith("98")), substring(commune, 1, 3))
                .otherwise(substring(commune, 1, 2))
                .as(CODE_DEPARTEMENT);
    }

    static Column nom(Column published) {
        Column plain = regexp_replace(upper(Saisie.sansAccents(published)), "[^A-Z0-9]+", " ");
        return trim(regexp_replace(regexp_replace(plain, EMPTY_WORDS, " "), " +", " "));
    }
}
