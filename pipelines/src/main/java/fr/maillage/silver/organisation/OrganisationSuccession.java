package fr.maillage.silver.organisation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.Cycles;
import fr.maillage.silver.cooperation.Depots;
import fr.maillage.silver.cooperation.Listes;
import fr.maillage.silver.cooperation.Saisie;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which organisation took the place of which: those of the sources, and those a person declares. */
public final class OrganisationSuccession implements Transformation {

    /** Reorganisations are few; more would mean that the files are something else. */
    static final int MOST = 100_000;

    private static final String NEE = "_nee";
    private static final String BONNE = "_bonne";
    private static final String DECLAREE = "declaree";

    @Override
    public TableContract target() {
        return Silver.ORGANISATION_SUCCESSION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> identifiants = tables.read(Silver.ORGANISATION_IDENTIFIANT);
        Dataset<Row> lues = lues(tables.read(Bronze.DECLARATION_SUCCESSION), Designations.codes(identifiants))
                .unionByName(listees(identifiants));
        return apply(lues, closing(tables.list(links(lues), MOST)));
    }

    /** The lines in force; an upload replaces those on the same former organisation. */
    private static Dataset<Row> lues(Dataset<Row> declarations, Dataset<Row> codes) {
        Dataset<Row> anciennes = Designations.lues(declarations, ANCIEN, CODE_ORGANISATION_ANCIENNE, codes);
        Dataset<Row> lues = Designations.lues(anciennes, NOUVEAU, CODE_ORGANISATION_NOUVELLE, codes);
        Column inconnue =
                Designations.inconnue(CODE_ORGANISATION_ANCIENNE).or(Designations.inconnue(CODE_ORGANISATION_NOUVELLE));
        return Depots.enVigueur(lues, CODE_ORGANISATION_ANCIENNE, List.of(CODE_ORGANISATION_ANCIENNE))
                .select(
                        col(CODE_ORGANISATION_ANCIENNE),
                        col(CODE_ORGANISATION_NOUVELLE),
                        Saisie.date(col(DATE_TEXTE)).as(DATE_SUCCESSION),
                        Saisie.code(col(NATURE_TEXTE)).as(NATURE_SUCCESSION),
                        lit(DECLAREE).as(ORIGINE_SUCCESSION),
                        coalesce(Saisie.texte(col(SOURCE_TEXTE)), col(Technical.SOURCE))
                                .as(SOURCE),
                        inconnue.as("_inconnue"),
                        col(Technical.RANG),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE));
    }

    private static Dataset<Row> listees(Dataset<Row> surface) {
        return Listes.lignes(CodeList.read("succession_institution"), surface)
                .select(
                        concat(lit("ext:"), col("code")).as(CODE_ORGANISATION_ANCIENNE),
                        concat(lit("ext:"), col("nouveau")).as(CODE_ORGANISATION_NOUVELLE),
                        col("date").cast("date").as(DATE_SUCCESSION),
                        col("nature").as(NATURE_SUCCESSION),
                        lit("liste").as(ORIGINE_SUCCESSION),
                        col("source").as(SOURCE),
                        lit(false).as("_inconnue"),
                        lit(null).cast("bigint").as(Technical.RANG),
                        lit(null).cast("string").as(Technical.FICHIER),
                        lit(null).cast("bigint").as(Technical.LIGNE));
    }

    /** Links from the former to the new, those of the list first, then as they were declared. */
    private static Dataset<Row> links(Dataset<Row> lues) {
        return lues.where(col(CODE_ORGANISATION_ANCIENNE)
                        .isNotNull()
                        .and(col(CODE_ORGANISATION_NOUVELLE).isNotNull()))
                .orderBy(
                        col(ORIGINE_SUCCESSION).equalTo(DECLAREE),
                        col(Technical.RANG),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(CODE_ORGANISATION_ANCIENNE),
                        col(CODE_ORGANISATION_NOUVELLE))
                .select(CODE_ORGANISATION_ANCIENNE, CODE_ORGANISATION_NOUVELLE);
    }

    private static Set<Cycles.Lien> closing(List<Row> links) {
        return Cycles.closing(links.stream()
                .map(row -> new Cycles.Lien(row.getString(0), row.getString(1)))
                .toList());
    }

    private static Dataset<Row> apply(Dataset<Row> lues, Set<Cycles.Lien> closing) {
        Dataset<Row> jugees = lues.withColumn(Technical.REGLES, rules(closing))
                .withColumn(BONNE, not(Listes.estRejetee(Silver.ORGANISATION_SUCCESSION)));
        Dataset<Row> naissances = jugees.where(col(BONNE))
                .groupBy(col(CODE_ORGANISATION_NOUVELLE).as("_nouvelle"))
                .agg(min(DATE_SUCCESSION).as(NEE));
        Column reversed = col(BONNE).and(col(DATE_SUCCESSION).lt(col(NEE)));
        return jugees.join(naissances, col(CODE_ORGANISATION_ANCIENNE).equalTo(col("_nouvelle")), "left")
                .withColumn(
                        Technical.REGLES,
                        array_union(col(Technical.REGLES), regles(broken("dates_inversees", reversed))))
                .select(
                        col(CODE_ORGANISATION_ANCIENNE),
                        col(CODE_ORGANISATION_NOUVELLE),
                        col(DATE_SUCCESSION),
                        col(NATURE_SUCCESSION),
                        col(ORIGINE_SUCCESSION),
                        col(SOURCE),
                        col(Technical.FICHIER),
                        col(Technical.LIGNE),
                        col(Technical.REGLES));
    }

    private static Column rules(Set<Cycles.Lien> closing) {
        Object[] pairs =
                closing.stream().map(link -> link.de() + '\n' + link.vers()).toArray();
        Column pair = concat(col(CODE_ORGANISATION_ANCIENNE), lit("\n"), col(CODE_ORGANISATION_NOUVELLE));
        Column again = row_number()
                .over(Window.partitionBy(CODE_ORGANISATION_ANCIENNE, CODE_ORGANISATION_NOUVELLE, DATE_SUCCESSION)
                        .orderBy(
                                col(ORIGINE_SUCCESSION).equalTo(DECLAREE),
                                col(Technical.RANG).desc(),
                                col(Technical.FICHIER),
                                col(Technical.LIGNE)))
                .gt(1);
        Column unknown = col(NATURE_SUCCESSION)
                .isNull()
                .or(Listes.horsListe(col(NATURE_SUCCESSION), CodeList.read("nature_succession")));
        return regles(
                broken(
                        "organisation_illisible",
                        col(CODE_ORGANISATION_ANCIENNE)
                                .isNull()
                                .or(col(CODE_ORGANISATION_NOUVELLE).isNull())),
                broken("nature_inconnue", unknown),
                broken("date_illisible", col(DATE_SUCCESSION).isNull()),
                broken("cycle_de_successions", pair.isin(pairs)),
                broken("succession_en_double", again),
                broken("organisation_inconnue", col("_inconnue")));
    }
}
