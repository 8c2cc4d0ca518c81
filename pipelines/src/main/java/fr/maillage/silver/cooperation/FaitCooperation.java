package fr.maillage.silver.cooperation;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.warehouse.Technical.FICHIER;
import static fr.maillage.warehouse.Technical.LIGNE;
import static fr.maillage.warehouse.Technical.REGLES;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.declaration.Recensement;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What is told of a cooperation under each heading, from uploads of facts and censuses. */
public final class FaitCooperation implements Transformation {

    private static final String CONNUE = "_connue";

    @Override
    public TableContract target() {
        return Silver.FAIT_COOPERATION;
    }

    @Override
    public List<TableContract> needs() {
        return List.of(Bronze.DECLARATION_FAIT);
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> annuaire =
                Acteurs.annuaire(tables.read(Silver.ETABLISSEMENT), tables.read(Silver.ENTITE_JURIDIQUE));
        return apply(
                FaitsDeclares.lus(tables.read(Bronze.DECLARATION_FAIT), annuaire), tables.read(Silver.COOPERATION));
    }

    static Dataset<Row> apply(Dataset<Row> lus, Dataset<Row> cooperations) {
        Dataset<Row> known =
                cooperations.select(col(CODE_COOPERATION)).distinct().withColumn(CONNUE, lit(true));
        Dataset<Row> jugees = lus.join(known, new String[] {CODE_COOPERATION}, "left")
                .withColumn(CODE_FAIT, cle())
                .withColumn(REGLES, rules());
        Dataset<Row> comptees = jugees.withColumn(
                REGLES,
                when(voixIncoherentes(), array_append(col(REGLES), lit("voix_incoherentes")))
                        .otherwise(col(REGLES)));
        return Depots.sansDoublons(
                        comptees, "fait_en_double", Listes.rejets(Silver.FAIT_COOPERATION), List.of(CODE_FAIT))
                .select(
                        col(CODE_FAIT),
                        col(CODE_COOPERATION),
                        col(RUBRIQUE),
                        col(CODE_VALEUR),
                        col(TEXTE_FAIT),
                        col(NOMBRE_FAIT),
                        col(NOMBRE_MINIMUM),
                        col(NOMBRE_MAXIMUM),
                        Saisie.texte(col(QUALIFICATIF)).as(QUALIFICATIF),
                        col(UNITE_FAIT),
                        col(CODE_ACTEUR),
                        col(ACTEUR_NOMME),
                        col(STATUT_FAIT),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(PRECISION_DATE),
                        Saisie.texte(col(SOURCE_TEXTE)).as(SOURCE_FAIT),
                        col(Technical.SOURCE).as(SOURCE),
                        col(Technical.MILLESIME).as(CONNU_DU),
                        col(FICHIER),
                        col(LIGNE),
                        col(REGLES));
    }

    /** What makes two lines the same fact: everything but who tells it. */
    private static Column cle() {
        Column[] said = List.of(
                        CODE_COOPERATION,
                        RUBRIQUE,
                        CODE_VALEUR,
                        TEXTE_FAIT,
                        NOMBRE_FAIT,
                        NOMBRE_MINIMUM,
                        NOMBRE_MAXIMUM,
                        UNITE_FAIT,
                        CODE_ACTEUR,
                        ACTEUR_NOMME,
                        STATUT_FAIT,
                        DATE_DEBUT,
                        DATE_FIN)
                .stream()
                .map(name -> coalesce(col(name).cast("string"), lit("")))
                .toArray(Column[]::new);
        return lower(hex(xxhash64(concat_ws("|", said))));
    }

    private static Column rules() {
        Column needsCode = Rubriques.connue().and(not(Rubriques.nature("texte", "nombre")));
        Column empty = when(needsCode, col(CODE_VALEUR).isNull())
                .when(Rubriques.nature("nombre"), col(FaitsDeclares.NOMBRE_LU).isNull())
                .when(Rubriques.nature("texte"), col(TEXTE_FAIT).isNull());
        return regles(
                broken("cooperation_absente", col(CONNUE).isNull()),
                broken("identifiant_en_double", identifiantEnDouble()),
                broken("rubrique_inconnue", coalesce(not(Rubriques.connue()), lit(true))),
                broken("valeur_absente", empty),
                broken(
                        "valeur_hors_liste",
                        needsCode.and(col(CODE_VALEUR).isNotNull()).and(not(Rubriques.dansLaListe(col(CODE_VALEUR))))),
                broken("nombre_illisible", nombreIllisible()),
                broken(
                        "statut_hors_liste",
                        col(FaitsDeclares.STATUT_LU).isNotNull().and(not(Rubriques.statutConnu(col(STATUT_FAIT))))),
                broken("dates_inversees", col(DATE_FIN).lt(col(DATE_DEBUT))),
                broken(
                        "bornes_incoherentes",
                        col(NOMBRE_FAIT)
                                .lt(col(NOMBRE_MINIMUM))
                                .or(col(NOMBRE_FAIT).gt(col(NOMBRE_MAXIMUM)))),
                broken("acteur_sans_identifiant", col(ACTEUR_NOMME).isNotNull()),
                broken(
                        "date_illisible",
                        Saisie.illisible(col(DU), col(DATE_DEBUT)).or(Saisie.illisible(col(AU), col(DATE_FIN)))));
    }

    /** A census has a line per cooperation: what a second line of one identifier tells is of nobody knows which. */
    private static Column identifiantEnDouble() {
        Column first = min(col(LIGNE)).over(Window.partitionBy(FICHIER, CODE_COOPERATION));
        return col(Technical.SOURCE).equalTo(Recensement.NAME).and(col(LIGNE).gt(first));
    }

    private static Column nombreIllisible() {
        return col(FaitsDeclares.NOMBRE_LU)
                .isNotNull()
                .and(col(NOMBRE_FAIT).isNull())
                .or(Saisie.illisible(col(MINIMUM_TEXTE), col(NOMBRE_MINIMUM)))
                .or(Saisie.illisible(col(MAXIMUM_TEXTE), col(NOMBRE_MAXIMUM)));
    }

    /** A total of votes that differs from the sum of the votes of the same day. */
    private static Column voixIncoherentes() {
        Column votes = sum(when(col(RUBRIQUE).equalTo("voix"), col(NOMBRE_FAIT)))
                .over(Window.partitionBy(CODE_COOPERATION, DATE_DEBUT));
        return col(RUBRIQUE)
                .equalTo("voix_total")
                .and(abs(votes.minus(col(NOMBRE_FAIT))).gt(1e-6));
    }
}
