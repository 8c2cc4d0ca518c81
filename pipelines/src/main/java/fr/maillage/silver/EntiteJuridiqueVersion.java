package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.silver.finess.EntitesEtalab;
import fr.maillage.silver.finess.EntitesNommees;
import fr.maillage.silver.finess.EntitesPlus;
import fr.maillage.silver.finess.EntitesXml;
import fr.maillage.silver.finess.Faits;
import fr.maillage.silver.finess.Histoire;
import fr.maillage.silver.finess.Parutions;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.Repetitions;
import fr.maillage.silver.finess.Systeme;
import fr.maillage.silver.finess.Textes;
import fr.maillage.warehouse.Fold;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every state a legal entity is known to have had.
 *
 * <p>A file of establishments gives its number alone. That makes a version which says so, until a register has described
 * the entity: from then on a bare number tells nothing new.
 */
public final class EntiteJuridiqueVersion implements Fold {

    private static final List<Systeme> SYSTEMES =
            List.of(EntitesNommees.SYSTEME, EntitesEtalab.SYSTEME, EntitesXml.SYSTEME, EntitesPlus.SYSTEME);

    @Override
    public TableContract target() {
        return Silver.ENTITE_JURIDIQUE_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(
                Bronze.FINESS_FHIR,
                Bronze.FINESS_STRUCTUREET,
                Bronze.FINESS_STRUCTUREEJ,
                Bronze.FINESS_HISTORIQUE,
                Bronze.FINESS_STRUCTURE_CITEE,
                Bronze.FINESS_PLUS_STRUCTURE,
                Silver.PARUTION);
    }

    @Override
    public String closing() {
        return CONNU_AU;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Parutions parutions = Parutions.of(tables, Registre.ENTITE_JURIDIQUE, Registre.ETABLISSEMENT);
        Dataset<Row> structures = Repetitions.sans(
                        parutions,
                        Repetitions.Lignes.of(
                                Bronze.FINESS_STRUCTUREEJ,
                                Parutions.of(tables, Registre.ENTITE_JURIDIQUE)
                                        .maintenuesDeBronze(tables.read(Bronze.FINESS_STRUCTUREEJ)),
                                NOFINESS,
                                Textes.texte(NOFINESS).rlike(EntitesNommees.NUMERO)))
                .get(0);
        Dataset<Row> nommees = Repetitions.sans(
                        parutions,
                        new Repetitions.Lignes(
                                nommees(tables), col(NUMERO_FINESS_EJ), lit(true), List.of(NUMERO_FINESS_EJ)))
                .get(0);
        return checked(histoire(tables).whole(lines(tables, structures, nommees), sound(), bare()));
    }

    @Override
    public Dataset<Row> next(Dataset<Row> state, Tables release) {
        Dataset<Row> lines = lines(release, release.read(Bronze.FINESS_STRUCTUREEJ), nommees(release));
        return checked(histoire(release).next(state, lines, sound(), bare()));
    }

    private static Histoire histoire(Tables tables) {
        Parutions parutions = Parutions.of(tables, Registre.ENTITE_JURIDIQUE);
        return new Histoire(Silver.ENTITE_JURIDIQUE_VERSION, List.of(NUMERO_FINESS_EJ), SYSTEMES, parutions)
                .withDefault(CONNUE_PAR, lit("numero_seul"))
                .datedBy(new Faits(DATE_CREATION, "", tables.value(Parametres.OUVERTURE_DELAI_JOURS)));
    }

    private static Dataset<Row> nommees(Tables tables) {
        return EntitesNommees.rows(
                tables.read(Bronze.FINESS_FHIR),
                tables.read(Bronze.FINESS_STRUCTUREET),
                tables.read(Bronze.FINESS_HISTORIQUE),
                tables.read(Bronze.FINESS_STRUCTURE_CITEE));
    }

    private static Dataset<Row> lines(Tables tables, Dataset<Row> structures, Dataset<Row> nommees) {
        return EntitesEtalab.rows(structures)
                .unionByName(EntitesXml.rows(structures))
                .unionByName(EntitesPlus.rows(tables.read(Bronze.FINESS_PLUS_STRUCTURE)))
                .unionByName(nommees);
    }

    private static Column sound() {
        return col(NUMERO_FINESS_EJ).rlike(EntitesNommees.NUMERO);
    }

    /** A bare number comes after a line that describes. */
    private static Column bare() {
        return col(CONNUE_PAR).isNull();
    }

    private static Dataset<Row> checked(Dataset<Row> versions) {
        return versions.withColumn(
                        Technical.REGLES,
                        Histoire.regles(
                                broken("numero_en_double", col(Histoire.EN_DOUBLE)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE))))
                .select(Histoire.columns(Silver.ENTITE_JURIDIQUE_VERSION));
    }
}
