package fr.maillage.gold.changement;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ChangementTest {

    private static final String YEARS = """
            systeme       | objet         | date_parution | portee    | fermes_inclus | est_retiree
            finess-etalab | etablissement | 2021-01-01    | nationale | false         | false
            finess-etalab | etablissement | 2022-01-01    | nationale | false         | false
            finess-etalab | etablissement | 2023-01-01    | nationale | false         | false
            finess-etalab | etablissement | 2024-01-01    | nationale | false         | false
            """;
    private static final String PLUS_YEARS = """
            systeme     | objet             | date_parution | portee    | fermes_inclus | est_retiree
            finess-plus | etablissement     | 2024-01-01    | nationale | true          | false
            finess-plus | etablissement     | 2025-01-01    | nationale | true          | false
            finess-plus | equipement_social | 2024-01-01    | nationale | true          | false
            finess-plus | equipement_social | 2025-01-01    | nationale | true          | false
            """;

    private final SparkSession spark;

    ChangementTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void namesTheFieldBothValuesBothReleasesAndTheTerritory() {
        assertThat(etalab("""
                nofinesset | nofinessej | rs    | categetab | departement | commune | ligneacheminement | _millesime | _fichier | _source
                010000024  | 010780054  | FOYER | 500       | 01          | 451     | 01440 VIRIAT      | 2021-01-01 | a        | finess-etalab
                010000024  | 010780054  | FOYER | 500       | 01          | 451     | 01440 VIRIAT      | 2022-01-01 | b        | finess-etalab
                010000024  | 010780062  | FOYER | 502       | 01          | 451     | 01440 VIRIAT      | 2023-01-01 | c        | finess-etalab
                010000024  | 010780062  | FOYER | 502       | 01          | 451     | 01440 VIRIAT      | 2024-01-01 | d        | finess-etalab
                """)).hasRows("""
                objet         | numero_finess | numero_finess_ej | nom   | champ            | ancienne_valeur | nouvelle_valeur | nature                  | realite | date_parution_avant | date_parution | source_avant  | source        | code_commune | code_departement
                etablissement | 010000024     | 010780062        | FOYER | numero_finess_ej | 010780054       | 010780062       | transfert               | reel    | 2022-01-01          | 2023-01-01    | finess-etalab | finess-etalab | 01451        | 01
                etablissement | 010000024     | 010780062        | FOYER | code_categorie   | 500             | 502             | changement_de_categorie | reel    | 2022-01-01          | 2023-01-01    | finess-etalab | finess-etalab | 01451        | 01
                """);
    }

    @Test
    void opensWhatOpenedAfterTheFormerReleaseAndKnowsTheRestForTheFirstTime() {
        assertThat(etalab("""
                nofinesset | nofinessej | categetab | dateouv    | _millesime | _fichier | _source
                010000024  | 010780054  | 500       | 1979-02-13 | 2021-01-01 | a        | finess-etalab
                010000024  | 010780054  | 500       | 1979-02-13 | 2022-01-01 | b        | finess-etalab
                010000032  | 010780054  | 500       | 2021-09-01 | 2022-01-01 | b        | finess-etalab
                010000040  | 010780054  | 500       | 1990-01-01 | 2022-01-01 | b        | finess-etalab
                """).where("nature <> 'fermeture'")).hasRows("""
                numero_finess | champ    | ancienne_valeur | nouvelle_valeur | nature                | realite             | date_effet | date_parution_avant | date_parution
                010000032     | presence |                 | present         | ouverture             | reel                | 2021-09-01 | 2021-01-01          | 2022-01-01
                010000040     | presence |                 | present         | premiere_connaissance | declaration_tardive | 1990-01-01 | 2021-01-01          | 2022-01-01
                """);
    }

    @Test
    void takesWhatAReleaseMissesForClosedAndForAnErrorWhenItComesBack() {
        assertThat(etalab("""
                nofinesset | nofinessej | categetab | _millesime | _fichier | _source
                010000024  | 010780054  | 500       | 2021-01-01 | a        | finess-etalab
                920000032  | 920780054  | 500       | 2021-01-01 | a        | finess-etalab
                010000024  | 010780054  | 500       | 2022-01-01 | b        | finess-etalab
                010000024  | 010780054  | 500       | 2023-01-01 | c        | finess-etalab
                920000032  | 920780054  | 500       | 2023-01-01 | c        | finess-etalab
                920000032  | 920780054  | 500       | 2024-01-01 | d        | finess-etalab
                """)).hasRows("""
                numero_finess | champ    | ancienne_valeur | nouvelle_valeur | nature       | realite    | date_parution_avant | date_parution | source
                010000024     | presence | present         | absent          | fermeture    | reel       | 2023-01-01          | 2024-01-01    | finess-etalab
                920000032     | presence | present         | absent          | fermeture    | correction | 2021-01-01          | 2022-01-01    | finess-etalab
                920000032     | presence | absent          | present         | reapparition | correction | 2022-01-01          | 2023-01-01    | finess-etalab
                """);
    }

    @Test
    void tellsLateDeclarationsFromClosuresOfThePeriod() {
        assertThat(changements("""
                numero_finess_et | numero_finess_ej | code_categorie | date_fermeture | etat_objet | %s
                010000024        | 010780054        | 500            |                | A          | 2024-01-01 | 2025-01-01 | premiere_parution | finess-plus
                010000024        | 010780054        | 500            | 2024-06-30     | I          | 2025-01-01 | 9999-12-31 | changement        | finess-plus
                010000032        | 010780054        | 500            |                | A          | 2024-01-01 | 2025-01-01 | premiere_parution | finess-plus
                010000032        | 010780054        | 500            | 2019-06-30     | A          | 2025-01-01 | 9999-12-31 | changement        | finess-plus
                010000040        | 010780054        | 500            |                | A          | 2024-01-01 | 2025-01-01 | premiere_parution | finess-plus
                010000040        | 010780054        | 500            |                | I          | 2025-01-01 | 9999-12-31 | changement        | finess-plus
                """)).hasRows("""
                numero_finess | champ          | nouvelle_valeur | nature      | realite             | date_effet
                010000024     | date_fermeture | 2024-06-30      | fermeture   | reel                | 2024-06-30
                010000024     | etat_objet     | I               | autre_champ | reel                |
                010000032     | date_fermeture | 2019-06-30      | fermeture   | declaration_tardive | 2019-06-30
                010000040     | etat_objet     | I               | fermeture   | reel                |
                """);
    }

    @Test
    void callsACorrectionWhatCannotChangeAndWhatIsTakenBack() {
        assertThat(changements("""
                numero_finess_et | numero_finess_ej | code_categorie | nom | date_ouverture | %s
                010000024        | 010780054        | 500            | A   | 1979-02-13     | 2024-01-01 | 2024-02-01 | premiere_parution | finess-plus
                010000024        | 010780054        | 500            | B   | 1979-02-13     | 2024-02-01 | 2024-03-01 | changement        | finess-plus
                010000024        | 010780054        | 500            | B   | 1997-02-13     | 2024-03-01 | 2024-04-01 | changement        | finess-plus
                010000024        | 010780054        | 500            | A   | 1997-02-13     | 2024-04-01 | 9999-12-31 | changement        | finess-plus
                """)).hasRows("""
                champ          | ancienne_valeur | nouvelle_valeur | nature      | realite
                nom            | A               | B               | autre_champ | correction
                date_ouverture | 1979-02-13      | 1997-02-13      | autre_champ | correction
                nom            | B               | A               | autre_champ | correction
                """);
    }

    @Test
    void movesNobodyForTheSpellingOfATownNorForAMergedCommune() {
        TestTables tables = tables("""
                numero_finess_et | numero_finess_ej | code_categorie | code_postal | ville           | code_commune_publie | %s
                010000024        | 010780054        | 500            | 01000       | BOURG EN BRESSE | 01053               | 2024-01-01 | 2025-01-01 | premiere_parution | finess-plus
                010000024        | 010780054        | 500            | 01012       | BOURG CEDEX     | 01053               | 2025-01-01 | 9999-12-31 | changement        | finess-plus
                010000032        | 010780054        | 500            | 01130       | NANTUA          | 01269               | 2024-01-01 | 2025-01-01 | premiere_parution | finess-plus
                010000032        | 010780054        | 500            | 01440       | VIRIAT          | 01451               | 2025-01-01 | 9999-12-31 | changement        | finess-plus
                010000040        | 010780054        | 500            | 01510       | ARTEMARE        | 01059               | 2024-01-01 | 2025-01-01 | premiere_parution | finess-plus
                010000040        | 010780054        | 500            | 01510       | ARTEMARE        | 01022               | 2025-01-01 | 9999-12-31 | changement        | finess-plus
                """).with(Silver.COMMUNE_SUCCESSEUR, """
                code_commune | lu_au      | code_commune_cible | nature_passage
                01059        | 9999-12-31 | 01022              | fusion_ou_code
                01451        | 1965-01-01 | 01269              | fusion_ou_code
                """);

        assertThat(new Changement().build(tables)).hasRows("""
                numero_finess | champ               | nature
                010000024     | code_postal         | autre_champ
                010000024     | ville               | autre_champ
                010000032     | code_postal         | demenagement
                010000032     | ville               | demenagement
                010000032     | code_commune_publie | demenagement
                010000040     | code_commune_publie | autre_champ
                """);
    }

    @Test
    void tellsAMoveWithinTheCommuneFromTheSpellingOfAnAddress() {
        assertThat(etalab("""
                nofinesset | nofinessej | categetab | numvoie | typvoie | voie           | departement | commune | ligneacheminement | _millesime | _fichier | _source
                010000024  | 010780054  | 500       | 62      | AV      | DE JASSERON    | 01          | 451     | 01440 VIRIAT      | 2021-01-01 | a        | finess-etalab
                010000024  | 010780054  | 500       | 062     | AVE     | de Jasseron    | 01          | 451     | 01440 VIRIAT      | 2022-01-01 | b        | finess-etalab
                010000024  | 010780054  | 500       | 3       | R       | DE L'EGLISE    | 01          | 451     | 01440 VIRIAT      | 2023-01-01 | c        | finess-etalab
                010000024  | 010780054  | 500       | 8       | BD      | DU GAL LECLERC | 01          | 053     | 01440 VIRIAT      | 2024-01-01 | d        | finess-etalab
                """)).hasRows("""
                champ               | ancienne_valeur    | nouvelle_valeur             | nature             | realite | date_parution
                adresse_comparee    | 62 AVENUE JASSERON | 3 RUE EGLISE                | demenagement_local | reel    | 2023-01-01
                adresse_comparee    | 3 RUE EGLISE       | 8 BOULEVARD GENERAL LECLERC | demenagement       | reel    | 2024-01-01
                code_commune_publie | 01451              | 01053                       | demenagement       | reel    | 2024-01-01
                """);
    }

    @Test
    void followsThePlacesOfEquipmentWithTheNameAndManagerOfItsEstablishment() {
        TestTables tables = new TestTables(spark)
                .with(Silver.PARUTION, PLUS_YEARS)
                .with(Silver.ETABLISSEMENT_VERSION, """
                numero_finess_et | numero_finess_ej | nom   | code_categorie | code_departement_finess | source      | sources     | motif             | valide_du  | valide_au  | connu_au
                970100012        | 970100004        | FOYER | 500            | 9A                      | finess-plus | finess-plus | premiere_parution | 2024-01-01 | 9999-12-31 | 9999-12-31
                """)
                .with(Silver.EQUIPEMENT_SOCIAL_VERSION, """
                numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_autorisees | date_autorisation | source      | sources     | motif             | valide_du  | valide_au  | connu_au
                970100012        | 924             | 11                 | 711            | 20                   | 2020-01-01        | finess-plus | finess-plus | premiere_parution | 2024-01-01 | 2025-01-01 | 9999-12-31
                970100012        | 924             | 11                 | 711            | 26                   | 2023-05-01        | finess-plus | finess-plus | changement        | 2025-01-01 | 9999-12-31 | 9999-12-31
                970100012        | 924             | 21                 | 711            | 6                    | 2024-05-01        | finess-plus | finess-plus | premiere_parution | 2025-01-01 | 9999-12-31 | 9999-12-31
                """);

        assertThat(new Changement().build(tables)).hasRows("""
                objet             | numero_finess | numero_finess_ej | nom   | code_departement | code_type_activite | champ                | ancienne_valeur | nouvelle_valeur | nature                 | realite             | date_effet
                equipement_social | 970100012     | 970100004        | FOYER | 971              | 11                 | nb_places_autorisees | 20              | 26              | changement_de_capacite | declaration_tardive | 2023-05-01
                equipement_social | 970100012     | 970100004        | FOYER | 971              | 11                 | date_autorisation    | 2020-01-01      | 2023-05-01      | autre_champ            | reel                |
                equipement_social | 970100012     | 970100004        | FOYER | 971              | 21                 | presence             |                 | present         | ouverture              | reel                |
                """);
    }

    @Test
    void tellsTheReleaseThatMadeAChangeKnownAndTheDayOfTheEventThatExplainsIt() {
        TestTables tables =
                new TestTables(spark).with(Silver.PARUTION, PLUS_YEARS).with(Silver.ETABLISSEMENT_VERSION, """
                numero_finess_et | numero_finess_ej | code_categorie | date_parution | code_evenement | valide_du  | valide_au  | connu_au   | motif             | source      | sources
                010000024        | 010780054        | 500            | 2024-01-01    |                | 2024-01-01 | 2024-05-02 | 9999-12-31 | premiere_parution | finess-plus | finess-plus
                010000024        | 010780062        | 500            | 2025-01-01    | 018            | 2024-05-02 | 9999-12-31 | 9999-12-31 | changement        | finess-plus | finess-plus
                """);

        assertThat(new Changement().build(tables)).hasRows("""
                champ            | ancienne_valeur | nouvelle_valeur | nature    | realite | date_parution_avant | date_parution | date_effet
                numero_finess_ej | 010780054       | 010780062       | transfert | reel    | 2024-01-01          | 2025-01-01    | 2024-05-02
                """);
    }

    @Test
    void neitherClosesNorOpensNorMovesAnyoneWhenAnotherSystemTakesOver() {
        Dataset<Row> changements = new Changement().build(switched());

        assertThat(changements.where("nature IN ('ouverture', 'fermeture', 'demenagement', 'reapparition')"))
                .isEmpty();
        assertThat(changements.where("realite <> 'changement_de_source'")).isEmpty();
        assertThat(changements.where("champ IN ('nom', 'etat_objet', 'code_postal', 'presence')"))
                .hasRows("""
                numero_finess | champ       | ancienne_valeur | nouvelle_valeur | nature                | date_parution_avant | source_avant  | source
                010780195     | nom         | LA CLINIQUE     | CLINIQUE        | autre_champ           | 2026-05-04          | finess-etalab | finess-plus-structures
                010780195     | code_postal | 01012           | 01000           | autre_champ           | 2026-05-04          | finess-etalab | finess-plus-structures
                010780195     | etat_objet  |                 | A               | autre_champ           | 2026-05-04          | finess-etalab | finess-plus-structures
                010780211     | presence    |                 | present         | premiere_connaissance | 2026-05-04          |               | finess-plus-structures
                """);
    }

    @Test
    void countsAsManyFieldsAsItHasRows() {
        Dataset<Row> changements = new Changement().build(switched());
        Dataset<Row> parChamp = changements
                .groupBy("objet", "numero_finess", "champ", "date_parution")
                .count();

        assertThat(changements.count()).isGreaterThan(5);
        assertThat(parChamp.where("count > 1")).isEmpty();
        assertThat(changements
                        .groupBy("champ")
                        .count()
                        .agg(org.apache.spark.sql.functions.sum("count"))
                        .first()
                        .getLong(0))
                .isEqualTo(changements.count());
    }

    /** An etalab release, then the documents that replaced it in July 2026. */
    private TestTables switched() {
        Dataset<Row> documents = new DocumentsDessai(spark).structures();
        TestTables tables = new TestTables(spark)
                .with(Bronze.FINESS_PLUS_STRUCTURE, documents)
                .with(Bronze.FINESS_STRUCTUREET, """
                nofinesset | nofinessej | rs          | categetab | departement | commune | ligneacheminement           | dateouv    | _millesime | _fichier | _source
                010780195  | 010000156  | LA CLINIQUE | 365       | 01          | 053     | 01012 BOURG EN BRESSE CEDEX | 1966-01-01 | 2026-05-04 | a        | finess-etalab
                920000032  | 920780054  | AUTRE       | 500       | 92          | 002     | 92160 ANTONY                | 1980-01-01 | 2026-05-04 | a        | finess-etalab
                """)
                .with(Silver.PARUTION, """
                systeme       | objet         | date_parution | portee    | fermes_inclus | est_retiree
                finess-etalab | etablissement | 2026-05-04    | nationale | false         | false
                finess-plus   | etablissement | 2026-07-31    | nationale | true          | false
                """);
        return tables.with(
                Silver.ETABLISSEMENT_VERSION,
                new EtablissementVersion().build(tables).localCheckpoint());
    }

    private Dataset<Row> etalab(String lines) {
        TestTables tables =
                new TestTables(spark).with(Bronze.FINESS_STRUCTUREET, lines).with(Silver.PARUTION, YEARS);
        return new Changement()
                .build(tables.with(
                        Silver.ETABLISSEMENT_VERSION,
                        new EtablissementVersion().build(tables).localCheckpoint()));
    }

    private Dataset<Row> changements(String versions) {
        return new Changement().build(tables(versions));
    }

    /** Versions known now; the system of the row is its only source. */
    private TestTables tables(String versions) {
        String[] lines =
                versions.formatted("valide_du | valide_au | motif | source").split("\n");
        StringBuilder complete = new StringBuilder(lines[0]).append(" | sources | connu_au\n");
        for (int i = 1; i < lines.length; i++) {
            complete.append(lines[i]).append(" | finess-plus | 9999-12-31\n");
        }
        return new TestTables(spark)
                .with(Silver.PARUTION, PLUS_YEARS)
                .with(Silver.ETABLISSEMENT_VERSION, complete.toString());
    }
}
