package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.silver.finess.EntitesNommees;
import fr.maillage.silver.finess.EtablissementsEtalab;
import fr.maillage.silver.finess.EtablissementsFhir;
import fr.maillage.silver.finess.EtablissementsHistoriques;
import fr.maillage.silver.finess.EtablissementsPlus;
import fr.maillage.silver.finess.EtablissementsXml;
import fr.maillage.silver.finess.Faits;
import fr.maillage.silver.finess.Histoire;
import fr.maillage.silver.finess.Parutions;
import fr.maillage.silver.finess.Registre;
import fr.maillage.silver.finess.Repetitions;
import fr.maillage.silver.finess.Systeme;
import fr.maillage.warehouse.Fold;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every state an establishment is known to have had, from the FINESS files of all releases.
 *
 * <p>A file without positions takes none back: the last one published stays. Of two files of one release, the FHIR
 * one tells least, one with positions more than one without, and the XML flow more than the others.
 */
public final class EtablissementVersion implements Fold {

    private static final List<Systeme> SYSTEMES = List.of(
            EtablissementsFhir.SYSTEME,
            EtablissementsEtalab.SYSTEME,
            EtablissementsXml.SYSTEME,
            EtablissementsHistoriques.SYSTEME,
            EtablissementsPlus.SYSTEME);

    @Override
    public TableContract target() {
        return Silver.ETABLISSEMENT_VERSION;
    }

    @Override
    public List<TableContract> releases() {
        return List.of(
                Bronze.FINESS_FHIR,
                Bronze.FINESS_STRUCTUREET,
                Bronze.FINESS_GEOLOCALISATION,
                Bronze.FINESS_HISTORIQUE,
                Bronze.FINESS_PLUS_STRUCTURE,
                Silver.PARUTION);
    }

    @Override
    public String closing() {
        return CONNU_AU;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Parutions parutions = Parutions.of(tables, Registre.ETABLISSEMENT);
        List<Dataset<Row>> once = Repetitions.sans(
                parutions,
                Repetitions.Lignes.of(
                        Bronze.FINESS_STRUCTUREET,
                        parutions.maintenuesDeBronze(tables.read(Bronze.FINESS_STRUCTUREET)),
                        NOFINESSET,
                        EtablissementsEtalab.saine()),
                Repetitions.Lignes.of(
                        Bronze.FINESS_GEOLOCALISATION,
                        parutions.maintenuesDeBronze(tables.read(Bronze.FINESS_GEOLOCALISATION)),
                        NOFINESSET,
                        lit(true)));
        Dataset<Row> lines = lines(tables, once.get(0), once.get(1));
        return checked(histoire(tables).whole(lines, sound(), preference()), tables);
    }

    @Override
    public Dataset<Row> next(Dataset<Row> state, Tables release) {
        Dataset<Row> lines =
                lines(release, release.read(Bronze.FINESS_STRUCTUREET), release.read(Bronze.FINESS_GEOLOCALISATION));
        return checked(histoire(release).next(state, lines, sound(), preference()), release);
    }

    private static Histoire histoire(Tables tables) {
        Parutions parutions = Parutions.of(tables, Registre.ETABLISSEMENT);
        return new Histoire(Silver.ETABLISSEMENT_VERSION, List.of(NUMERO_FINESS_ET), SYSTEMES, parutions)
                .datedBy(new Faits(DATE_OUVERTURE, NUMERO_FINESS_EJ, tables.value(Parametres.OUVERTURE_DELAI_JOURS)));
    }

    private static Dataset<Row> lines(Tables tables, Dataset<Row> structures, Dataset<Row> positions) {
        return EtablissementsFhir.rows(tables.read(Bronze.FINESS_FHIR))
                .unionByName(EtablissementsEtalab.rows(structures, positions))
                .unionByName(EtablissementsXml.rows(structures, positions))
                .unionByName(EtablissementsHistoriques.rows(tables.read(Bronze.FINESS_HISTORIQUE)))
                .unionByName(EtablissementsPlus.rows(tables.read(Bronze.FINESS_PLUS_STRUCTURE)));
    }

    private static Column sound() {
        return col(NUMERO_FINESS_ET)
                .rlike(EntitesNommees.NUMERO)
                .and(col(NUMERO_FINESS_EJ).rlike(EntitesNommees.NUMERO))
                .and(col(CODE_CATEGORIE).isNotNull());
    }

    private static Column[] preference() {
        return new Column[] {
            col(Technical.SOURCE).equalTo(EtablissementsFhir.SYSTEME.nom()),
            col(X_PUBLIE).isNull(),
            col(Description.SYSTEME).notEqual(EtablissementsXml.SYSTEME.nom())
        };
    }

    private static Dataset<Row> checked(Dataset<Row> versions, Tables tables) {
        Dataset<Row> categories = tables.read(Silver.CATEGORIE);
        return versions.join(broadcast(codes(categories)), CODE_CATEGORIE, "left")
                .crossJoin(broadcast(categories.agg(count(lit(1)).gt(0).as("_nomenclature"))))
                .withColumn(
                        Technical.REGLES,
                        Histoire.regles(
                                broken("numero_en_double", col(Histoire.EN_DOUBLE)),
                                broken("date_illisible", col(Description.DATE_ILLISIBLE)),
                                broken(
                                        "categorie_inconnue",
                                        col("_nomenclature").and(col("_connue").isNull()))))
                .select(Histoire.columns(Silver.ETABLISSEMENT_VERSION));
    }

    private static Dataset<Row> codes(Dataset<Row> categories) {
        return categories.select(col(CODE_CATEGORIE), lit(true).as("_connue"));
    }
}
