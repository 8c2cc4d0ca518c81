package fr.maillage.gold.registre;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.cooperation.Cooperation;
import fr.maillage.silver.cooperation.CooperationMembre;
import fr.maillage.silver.cooperation.FaitCooperation;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.declaration.FichierDeclaration;
import fr.maillage.source.declaration.Gabarit;
import fr.maillage.testing.BronzeRows;
import fr.maillage.testing.Probes;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The twelve cooperations of the ANAP guide, loaded from their files and rated as the guide rated them in 2011. */
@SparkTest
class NotationCooperationTest {

    private static final String DAY = "2011-07-01";

    @Test
    void ratesTheTwelveAsPrintedAndExplainsWhatDiffers(SparkSession spark) throws Exception {
        TestTables tables = cas(spark);
        Dataset<Row> faits = tables.read(Silver.FAIT_COOPERATION);
        Dataset<Row> notes = NotationCooperation.apply(
                        Portrait.of(tables.read(Silver.COOPERATION), faits, jour(spark)), faits, Seuils.of("3,6,10"))
                .cache();

        assertThat(notes.count()).isEqualTo(12 * 7);
        assertThat(notes.where("accord_notation = 'identique'").count()).isEqualTo(12 * 7 - 7);
        assertThat(notes.where("accord_notation <> 'identique'")).hasRows("""
                code_cooperation  | colonne_notation | note | note_imprimee | accord_notation
                coop:anap-2011-02 | anciennete       |      | ++            | inconnue
                coop:anap-2011-04 | formalisme       | +++  | ++            | differe
                coop:anap-2011-06 | anciennete       |      | +             | inconnue
                coop:anap-2011-07 | categorie        | +    | ++            | differe
                coop:anap-2011-09 | categorie        | +++  | ++            | differe
                coop:anap-2011-10 | anciennete       | -    | +             | differe
                coop:anap-2011-11 | categorie        | +    | ++            | differe
                """);
        assertThat(notes.where("accord_notation <> 'identique' and remarque_notation is null")
                        .count())
                .as("every mark that differs is explained")
                .isZero();
        assertThat(notes.where("note is not null and (explication is null or explication_en is null)")
                        .count())
                .as("every mark has its sentence")
                .isZero();
        assertThat(notes.where("code_cooperation = 'coop:anap-2011-01'")
                        .select("colonne_notation", "note", "explication"))
                .hasRows("""
                colonne_notation | note | explication
                statut           | PNL  | Groupement ou membres de droit privé non lucratif : Privé non lucratif (PNL)
                formalisme       | +++  | Un groupement ou une association porte la coopération : Groupement de coopération sociale ou médico-sociale (GCSMS)
                effectivite      | ++   | La coopération vit : En place
                champ_couvert    | +++  | Un + par champ couvert : Hôpital, Médico-social, Services sociaux
                anciennete       | +    | 69 mois depuis le départ, le 01/10/2005 (prise d’effet, début de l’action commune)
                categorie        | +    | Un + par catégorie : Coopération-parcours
                pa_ph            | PH   | Publics visés : Adultes handicapés (PH)
                """);
    }

    /** Case 2 is informal, case 6 is not signed (L5441-5455); D9C took 19 months from the choice of its form to the approval. */
    @Test
    void listsWhatTheScopeLeavesOutAndCountsMonths(SparkSession spark) throws Exception {
        TestTables tables = cas(spark);
        Dataset<Row> jour = jour(spark);
        Dataset<Row> membres =
                MembresDuJour.of(tables.read(Silver.COOPERATION_MEMBRE), spark.sql("select 'aucun' as _esms"), jour);
        Dataset<Row> bilan = BilanCooperation.apply(
                        tables.read(Silver.COOPERATION), tables.read(Silver.FAIT_COOPERATION), membres, jour)
                .where(col(Columns.CODE_COOPERATION).startsWith("coop:anap-2011-"));

        assertThat(bilan).hasRows("""
                code_cooperation  | est_dans_le_champ | motif_champ         | est_vivante | maturite      | categorie_principale | mois_jusqu_a_l_acte | nb_membres_annonce | nb_gains_mesures
                coop:anap-2011-01 | true              | retenue             | true        | en_place      | parcours             | 84                  |                    | 1
                coop:anap-2011-02 | false             | sans_acte_juridique | true        | en_place      | parcours             |                     |                    | 0
                coop:anap-2011-03 | true              | retenue             | true        | en_place      | parcours             |                     |                    | 1
                coop:anap-2011-04 | true              | retenue             | true        | mise_en_place | parcours             | 23                  | 40                 | 0
                coop:anap-2011-05 | true              | retenue             | true        | en_place      | efficience           |                     |                    | 1
                coop:anap-2011-06 | false             | acte_non_signe      | false       | reflexion     | efficience           |                     |                    | 0
                coop:anap-2011-07 | true              | retenue             | true        | mise_en_place | efficience           |                     |                    | 0
                coop:anap-2011-08 | true              | retenue             | true        | en_place      | efficience           |                     | 8                  | 0
                coop:anap-2011-09 | true              | retenue             | true        | en_place      | efficience           | 19                  |                    | 1
                coop:anap-2011-10 | true              | retenue             | true        | en_place      | efficience           | 35                  |                    | 1
                coop:anap-2011-11 | true              | retenue             | true        | en_place      | isolement            |                     |                    | 1
                coop:anap-2011-12 | true              | retenue             | true        | en_place      | isolement            |                     | 22                 | 3
                """);
    }

    /** GIAC: the table adds up to 818 places (L4115), the text says 816 (L4226). */
    @Test
    void keepsTheContradictionOfGiac(SparkSession spark) throws Exception {
        Dataset<Row> places = cas(spark)
                .read(Silver.FAIT_COOPERATION)
                .where("code_cooperation = 'coop:anap-2011-10' and rubrique = 'places'");

        assertThat(places.where("code_acteur is not null")
                        .selectExpr("sum(nombre_fait)")
                        .first()
                        .getDouble(0))
                .isEqualTo(818);
        assertThat(places.where("code_acteur is null")).hasRows("""
                nombre_fait | qualificatif
                818.0       | total du tableau
                816.0       | dans le texte
                """);
    }

    /** Picardie: each half-day of a professional is a share, each share a vote, 13,000 in all (L4425-4429). */
    @Test
    void keepsTheSharesOfPicardie(SparkSession spark) throws Exception {
        Dataset<Row> faits = cas(spark).read(Silver.FAIT_COOPERATION).where("code_cooperation = 'coop:anap-2011-11'");

        assertThat(faits.where("rubrique in ('base_vote', 'voix_total', 'part_capital')"))
                .hasRows("""
                rubrique     | code_valeur      | nombre_fait | unite_fait
                base_vote    | par_demi_journee |             |
                voix_total   |                  | 13000.0     |
                part_capital |                  | 13000.0     | parts
                """);
    }

    /** SAGESS: three interlocutors became one (L2856-2858), and its twenty-one votes add up (L2713-2735). */
    @Test
    void keepsTheInterlocutorsAndVotesOfSagess(SparkSession spark) throws Exception {
        Dataset<Row> faits = cas(spark).read(Silver.FAIT_COOPERATION).where("code_cooperation = 'coop:anap-2011-05'");

        assertThat(faits.where("rubrique = 'gain' and code_valeur = 'territoire'"))
                .hasRows("""
                nombre_fait | qualificatif                     | statut_fait
                1.0         | 3 interlocuteurs avant, 1 après  | mesure
                """);
        assertThat(faits.where("rubrique in ('voix', 'voix_total')")
                        .groupBy("rubrique")
                        .agg(org.apache.spark.sql.functions.sum("nombre_fait").as("nombre_fait")))
                .hasRows("""
                rubrique   | nombre_fait
                voix       | 21.0
                voix_total | 21.0
                """);
        assertThat(faits.where("array_contains(_regles, 'voix_incoherentes')").count())
                .isZero();
    }

    /** The tables of the registry of cooperations alone, from the files as they are given out. */
    private static TestTables cas(SparkSession spark) throws IOException, URISyntaxException {
        TestTables tables = new TestTables(spark);
        for (Gabarit gabarit : List.of(Gabarit.COOPERATIONS, Gabarit.FAITS, Gabarit.MEMBRES)) {
            RegisterFormat format = new FichierDeclaration(gabarit);
            Path file = Path.of(Objects.requireNonNull(
                            NotationCooperationTest.class.getResource("/cas/anap-2011/" + gabarit.file()))
                    .toURI());
            tables.with(
                    gabarit.table(), BronzeRows.of(spark, format, Probes.of(file, gabarit.file()), gabarit.table()));
        }
        tables.with(Silver.COOPERATION, new Cooperation().build(tables));
        tables.with(Silver.COOPERATION_MEMBRE, new CooperationMembre().build(tables));
        return tables.with(Silver.FAIT_COOPERATION, new FaitCooperation().build(tables));
    }

    private static Dataset<Row> jour(SparkSession spark) {
        return spark.sql("select date '" + DAY + "' as jour_notation");
    }
}
