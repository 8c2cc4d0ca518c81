package fr.maillage.silver.correction;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.EntiteJuridique;
import fr.maillage.silver.Etablissement;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CorrectionTest {

    private static final String ENTITES = """
            numero_finess_ej | nom         | siren     | connue_par | valide_du  | valide_au  | connu_du   | connu_au
            010780054        | ASSOCIATION |           | registre   | 2024-01-01 | 9999-12-31 | 2024-01-01 | 9999-12-31
            010780062        | FONDATION   | 123456782 | registre   | 2024-01-01 | 9999-12-31 | 2024-01-01 | 9999-12-31
            """;
    /** FOYER until the release of 2025, LE PARC since. */
    private static final String ETABLISSEMENTS = """
            numero_finess_et | numero_finess_ej | nom     | code_categorie | date_ouverture | ville  | valide_du  | valide_au  | connu_du   | connu_au
            010000024        | 010780054        | FOYER   | 500            | 1979-02-13     | VIRIAT | 2024-01-01 | 9999-12-31 | 2024-01-01 | 2025-01-01
            010000024        | 010780054        | FOYER   | 500            | 1979-02-13     | VIRIAT | 2024-01-01 | 2025-01-01 | 2025-01-01 | 9999-12-31
            010000024        | 010780054        | LE PARC | 500            | 1979-02-13     | VIRIAT | 2025-01-01 | 9999-12-31 | 2025-01-01 | 9999-12-31
            """;

    private final SparkSession spark;

    CorrectionTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void keepsTheValuePublishedThenAndNowBesideTheCorrectedOne() {
        assertThat(corrections("""
                entite    | champ          | valeur     | auteur | raison       | date_texte | statut | _ligne
                010000024 | ville          | BOURG      | ARS    | déménagé     | 2024-06-01 |        | 2
                010000024 | nom            | LES LILAS  | ARS    | nom d’usage  | 2024-06-01 |        | 3
                010000024 | date_ouverture | 01/03/1980 | ARS    | arrêté       | 2025-06-01 |        | 4
                10780054  | nom            | ASSO       | ARS    | nom d’usage  | 2025-06-01 |        | 5
                10780062  | siren          | 123456782  | ARS    | avis         | 2025-06-01 |        | 6
                """)).hasRows("""
                objet            | numero_finess | champ          | valeur_corrigee | valeur_publiee_alors | valeur_publiee | statut_correction | auteur | date_correction | _regles
                etablissement    | 010000024     | ville          | BOURG           | VIRIAT               | VIRIAT         | appliquee         | ARS    | 2024-06-01      |
                etablissement    | 010000024     | nom            | LES LILAS       | FOYER                | LE PARC        | conflit           | ARS    | 2024-06-01      |
                etablissement    | 010000024     | date_ouverture | 1980-03-01      | 1979-02-13           | 1979-02-13     | appliquee         | ARS    | 2025-06-01      |
                entite_juridique | 010780054     | nom            | ASSO            | ASSOCIATION          | ASSOCIATION    | appliquee         | ARS    | 2025-06-01      |
                entite_juridique | 010780062     | siren          | 123456782       | 123456782            | 123456782      | confirmee         | ARS    | 2025-06-01      |
                """);
    }

    @Test
    void confirmsACorrectionWhenTheSourceComesToSayTheSame() {
        assertThat(corrections("""
                entite    | champ | valeur  | date_texte
                010000024 | nom   | LE PARC | 2024-06-01
                """)).hasRows("""
                valeur_publiee_alors | valeur_publiee | statut_correction
                FOYER                | LE PARC        | confirmee
                """);
    }

    @Test
    void letsTheNewestLineHoldAndWithdrawsIt() {
        assertThat(corrections("""
                entite    | champ | valeur    | date_texte | statut  | _rang | _fichier
                010000024 | nom   | LES LILAS | 2025-06-01 |         | 1     | a
                010000024 | nom   |           | 2025-07-01 | retiree | 2     | b
                010000024 | ville | BOURG     | 2025-07-01 |         | 3     | c
                010000024 | ville | PERONNAS  | 2025-07-01 |         | 4     | d
                """)).hasRows("""
                champ | valeur_corrigee | statut_correction | _fichier
                nom   |                 | retiree           | b
                ville | PERONNAS        | appliquee         | d
                """);
    }

    @Test
    void setsAsideWhatItCannotApplyWithTheReasonAndTheLine() {
        assertThat(corrections("""
                entite    | champ            | valeur     | date_texte | statut  | _ligne
                019999999 | nom              | X          | 2025-06-01 |         | 2
                010000024 | couleur          | X          | 2025-06-01 |         | 3
                010000024 | date_ouverture   | 31/02/1980 | 2025-06-01 |         | 4
                010000024 | code_categorie   |            | 2025-06-01 |         | 5
                010000024 | numero_finess_ej | 019999999  | 2025-06-01 |         | 6
                010000024 | nom              | X          | hier       |         | 7
                010000024 | nom              | X          | 2025-06-01 | peut-on | 8
                010000024 | x_publie         | 5.2        | 2025-06-01 |         | 9
                """)).hasRows("""
                _ligne | statut_correction | _regles
                2      |                   | entite_inconnue
                3      |                   | champ_inconnu
                4      |                   | valeur_illisible
                5      |                   | valeur_illisible
                6      |                   | gestionnaire_inconnu
                7      |                   | date_illisible
                8      |                   | statut_inconnu
                9      |                   | champ_inconnu
                """);
    }

    @Test
    void forgetsALineThatWasSentAgainCorrected() {
        assertThat(corrections("""
                entite    | champ   | valeur    | date_texte | ligne_corrigee | _fichier | _ligne | _rang
                010000024 | couleur | LES LILAS | 2025-06-01 |                | a        | 2      | 1
                010000024 | nom     | LES LILAS | 2025-06-01 | a:2            | b        | 2      | 2
                """)).hasRows("""
                champ | statut_correction | _fichier | _regles
                nom   | appliquee         | b        |
                """);
    }

    @Test
    void seesNoConflictInAnEntityThatIsThereNoMore() {
        TestTables tables = tables("""
                entite    | champ | valeur    | date_texte
                010000024 | nom   | LES LILAS | 2024-06-01
                """).with(Silver.ETABLISSEMENT_VERSION, """
                numero_finess_et | nom   | valide_du  | valide_au  | connu_du   | connu_au
                010000024        | FOYER | 2024-01-01 | 9999-12-31 | 2024-01-01 | 2025-01-01
                010000024        | FOYER | 2024-01-01 | 2025-01-01 | 2025-01-01 | 9999-12-31
                """);
        assertThat(new Correction().build(tables)).hasRows("""
                valeur_publiee_alors | valeur_publiee | statut_correction
                FOYER                | FOYER          | appliquee
                """);
    }

    @Test
    void doesNotKnowACorrectionBeforeItIsMade() {
        TestTables tables = tables("""
                entite    | champ | valeur    | date_texte
                010000024 | nom   | LES LILAS | 2024-06-01
                """).with(Parametres.CONNU, LocalDate.of(2024, 5, 31));
        assertThat(new Correction().build(tables)).isEmpty();
    }

    @Test
    void liesOverTheStateAndSurvivesANewRelease() {
        TestTables tables = tables("""
                entite    | champ          | valeur    | date_texte | _ligne
                010000024 | nom            | LES LILAS | 2024-06-01 | 2
                010000024 | date_ouverture |           | 2024-06-01 | 3
                010780054 | siren          | 987654324 | 2024-06-01 | 4
                010780062 | siren          | 123456782 | 2024-06-01 | 5
                """);
        tables.with(Silver.CORRECTION, accepted(new Correction().build(tables)));

        assertThat(new Etablissement().build(tables)).hasRows("""
                numero_finess_et | nom       | ville  | date_ouverture | champs_corriges
                010000024        | LES LILAS | VIRIAT |                | date_ouverture, nom
                """);
        assertThat(new EntiteJuridique().build(tables)).hasRows("""
                numero_finess_ej | nom         | siren     | champs_corriges
                010780054        | ASSOCIATION | 987654324 | siren
                010780062        | FONDATION   | 123456782 |
                """);
    }

    @Test
    void leavesThePublishedValueOnceWithdrawn() {
        TestTables tables = tables("""
                entite    | champ | valeur    | date_texte | statut  | _ligne
                010000024 | nom   | LES LILAS | 2024-06-01 |         | 2
                010000024 | nom   |           | 2024-07-01 | retiree | 3
                """);
        tables.with(Silver.CORRECTION, accepted(new Correction().build(tables)));

        assertThat(new Etablissement().build(tables)).hasRows("""
                numero_finess_et | nom     | champs_corriges
                010000024        | LE PARC |
                """);
    }

    private static Dataset<Row> accepted(Dataset<Row> rows) {
        return rows.where("size(_regles) = 0").drop("_fichier", "_ligne", "_regles");
    }

    private Dataset<Row> corrections(String declarations) {
        return new Correction().build(tables(declarations));
    }

    private TestTables tables(String declarations) {
        return new TestTables(spark)
                .with(Bronze.DECLARATION_CORRECTION, declarations)
                .with(Silver.ETABLISSEMENT_VERSION, ETABLISSEMENTS)
                .with(Silver.ENTITE_JURIDIQUE_VERSION, ENTITES)
                .with(Silver.LOCALISATION, """
                        numero_finess_et | code_commune | source_commune | accord
                        010000024        | 01451        | publiee        | seul
                        """);
    }
}
