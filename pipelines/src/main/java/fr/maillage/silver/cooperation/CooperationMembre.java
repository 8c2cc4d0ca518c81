package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.RANG;
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
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Who belongs to which cooperation, in which role and when, matched with the registry where it can be. */
public final class CooperationMembre implements Transformation {

    /** Cooperations that are members of others are few; more would mean that the files are something else. */
    private static final int MOST_LINKS = 100_000;

    @Override
    public TableContract target() {
        return Silver.COOPERATION_MEMBRE;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> annuaire = Acteurs.annuaire(
                tables.read(Silver.ETABLISSEMENT),
                tables.read(Silver.ENTITE_JURIDIQUE),
                tables.read(Silver.STRUCTURE_INSERTION));
        Dataset<Row> lignes = lues(tables.read(Bronze.DECLARATION_MEMBRE), annuaire);
        List<Row> links = tables.list(links(lignes), MOST_LINKS);
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> detectes = MembresDetectes.of(
                tables.read(Silver.GROUPEMENT),
                tables.read(Silver.GROUPEMENT_MEMBRE),
                tables.read(Silver.ETABLISSEMENT),
                cooperations);
        return apply(lignes, closing(links), cooperations, annuaire).unionByName(detectes);
    }

    /** The lines in force, with their cooperation, actor and dates. */
    static Dataset<Row> lues(Dataset<Row> declarations, Dataset<Row> annuaire) {
        Dataset<Row> lignes = declarations.withColumn(CODE_COOPERATION, Acteurs.cooperation(col(COOPERATION)));
        Dataset<Row> enVigueur = Depots.enVigueur(lignes, CODE_COOPERATION, List.of(CODE_COOPERATION));
        return Acteurs.lus(enVigueur, MEMBRE, CODE_ACTEUR, annuaire)
                .withColumn(ROLE, Saisie.code(col(ROLE)))
                .withColumn("_entered", Saisie.debut(col(DU)))
                .withColumn(DATE_FIN, Saisie.fin(col(AU)));
    }

    /** Cooperations that are members of cooperations, in the order in which they were declared. */
    static Dataset<Row> links(Dataset<Row> lignes) {
        return lignes.where(col(CODE_ACTEUR)
                        .startsWith("coop:")
                        .and(col(CODE_COOPERATION).isNotNull()))
                .orderBy(RANG, FICHIER, LIGNE)
                .select(CODE_COOPERATION, CODE_ACTEUR);
    }

    static Set<Cycles.Lien> closing(List<Row> links) {
        return Cycles.closing(links.stream()
                .map(row -> new Cycles.Lien(row.getString(0), row.getString(1)))
                .toList());
    }

    static Dataset<Row> apply(
            Dataset<Row> lignes, Set<Cycles.Lien> closing, Dataset<Row> cooperations, Dataset<Row> annuaire) {
        Dataset<Row> resolved = withRegistry(withCooperation(lignes, cooperations), cooperations, annuaire)
                .withColumn(DATE_DEBUT, coalesce(col("_entered"), col("_start")))
                .withColumn(REGLES, rules(closing));
        return withoutOverlaps(resolved)
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_ACTEUR),
                        col(ROLE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(NUMERO_FINESS_ET),
                        col(NUMERO_FINESS_EJ),
                        col(RESOLUTION),
                        col(Technical.SOURCE).as(SOURCE),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(FICHIER),
                        col(LIGNE),
                        col(REGLES));
    }

    private static Dataset<Row> withCooperation(Dataset<Row> lignes, Dataset<Row> cooperations) {
        Dataset<Row> known = cooperations.select(
                col(CODE_COOPERATION).as("_cooperation"), col(DATE_DEBUT).as("_start"));
        return lignes.join(known, col(CODE_COOPERATION).equalTo(col("_cooperation")), "left");
    }

    private static Dataset<Row> withRegistry(Dataset<Row> lignes, Dataset<Row> cooperations, Dataset<Row> annuaire) {
        Dataset<Row> actors = annuaire.select(
                col(CODE_ACTEUR).as("_actor"), col(RESOLUTION), col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ));
        Dataset<Row> asCooperations = cooperations.select(
                col(CODE_COOPERATION).as("_actor"),
                lit("cooperation").as(RESOLUTION),
                lit(null).cast("string").as(NUMERO_FINESS_ET),
                lit(null).cast("string").as(NUMERO_FINESS_EJ));
        return lignes.join(actors.union(asCooperations), col(CODE_ACTEUR).equalTo(col("_actor")), "left")
                .withColumn(RESOLUTION, coalesce(col(RESOLUTION), lit("hors_registre")));
    }

    private static Column rules(Set<Cycles.Lien> closing) {
        Object[] pairs =
                closing.stream().map(link -> link.de() + '\n' + link.vers()).toArray();
        Column pair = concat(col(CODE_COOPERATION), lit("\n"), col(CODE_ACTEUR));
        return regles(
                broken("cooperation_absente", col("_cooperation").isNull()),
                broken("acteur_illisible", col(CODE_ACTEUR).isNull()),
                broken("role_inconnu", Listes.horsListe(col(ROLE), CodeList.read("role_membre"))),
                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                broken("cycle_de_membres", pair.isin(pairs)),
                broken("membre_hors_registre", col(RESOLUTION).equalTo("hors_registre")),
                broken(
                        "date_illisible",
                        Saisie.illisible(col(DU), col("_entered")).or(Saisie.illisible(col(AU), col(DATE_FIN)))),
                broken(
                        "date_reprise",
                        col("_entered").isNull().and(col("_start").isNotNull())));
    }

    /** A member that enters again before it has left breaks a rule; leaving and entering on one day does not. */
    private static Dataset<Row> withoutOverlaps(Dataset<Row> lignes) {
        List<String> rejecting = Listes.rejets(Silver.COOPERATION_MEMBRE);
        Dataset<Row> uniques = Depots.sansDoublons(
                lignes, "membre_en_double", rejecting, List.of(CODE_COOPERATION, CODE_ACTEUR, DATE_DEBUT));
        Column good = size(array_intersect(col(REGLES), lit(rejecting.toArray(String[]::new))))
                .equalTo(0);
        Column leftBefore = max(coalesce(col(DATE_FIN), lit("9999-12-31").cast("date")))
                .over(Window.partitionBy(CODE_COOPERATION, CODE_ACTEUR, "_good")
                        .orderBy(DATE_DEBUT)
                        .rowsBetween(Window.unboundedPreceding(), -1));
        return uniques.withColumn("_good", good)
                .withColumn("_left", leftBefore)
                .withColumn(
                        REGLES,
                        when(
                                        col("_good").and(col(DATE_DEBUT).lt(col("_left"))),
                                        array_append(col(REGLES), lit("membre_en_double")))
                                .otherwise(col(REGLES)));
    }
}
