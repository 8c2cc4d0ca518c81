package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CooperationTest {

    private static final CodeList SIGNALS = CodeList.read("signal_cooperation");

    @Test
    void keepsDeclaredAndFoundApart(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Bronze.DECLARATION_COOPERATION, """
                identifiant | nom               | forme_juridique | numero
                vallees     | GCSMS des Vallées | gcsms           | 220024541
                """).with(Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej | nom                        | code_categorie
                220024400        | 220024541        | SAAD GCSMS DES VALLEES     | 460
                """);

        assertThat(new Cooperation().build(tables)).hasRows("""
                code_cooperation      | origine  | preuves                         | numero_finess
                coop:vallees          | declaree | declaration, numero:siren:220024541 |
                coop:finess:220024541 | detectee | nom:GCSMS                       | 220024541
                """);
    }

    @Test
    void setsAsideWhatAPersonSaysIsNoCooperation(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej | nom                    | code_categorie
                220024400        | 220024541        | SAAD GCSMS DES VALLEES | 460
                910020700        | 910020692        | GCSMS PASI SIEGE       | 460
                """).with(Silver.COOPERATION_REPONSE, """
                code_cooperation      | code_autre            | reponse | auteur
                coop:finess:220024541 |                       | non     | ARS
                coop:c1               | coop:finess:910020692 | non     | ARS
                """);

        assertThat(new Cooperation().build(tables)).hasRows("""
                code_cooperation      | preuves   | _regles
                coop:finess:220024541 | nom:GCSMS | detection_refusee
                coop:finess:910020692 | nom:GCSMS |
                """);
    }

    @Test
    void readsADeclarationAsASpreadsheetSavesIt(SparkSession spark) {
        assertThat(declarees(spark, """
                identifiant | forme_juridique | date_debut_texte | date_fin_texte | objets_texte           | source
                Coop: c1    | GCSMS           | 01/03/2021       |                | achats, formation,     | préfecture
                """)).hasRows("""
                code_cooperation | forme_juridique | date_debut | date_fin | objets            | source     | origine  | _regles
                coop:c1          | gcsms           | 2021-03-01 |          | achats, formation | préfecture | declaree |
                """);
    }

    @Test
    void namesEveryRuleADeclarationBreaks(SparkSession spark) {
        assertThat(declarees(spark, """
                identifiant | forme_juridique | date_debut_texte | date_fin_texte | _ligne
                c1          | club            | 2021-03-01       |                | 2
                c2          | gcsms           | 2021-03-01       | 2020-03-01     | 3
                c3          | gcsms           | au printemps     |                | 4
                c3          | gie             | 2021-03-01       |                | 5
                """)).hasRows("""
                _ligne | _regles
                2      | forme_inconnue
                3      | dates_inversees
                4      | date_illisible
                5      | cooperation_en_double
                """);
    }

    @Test
    void replacesACooperationByALaterUploadOfItsIdentifier(SparkSession spark) {
        assertThat(declarees(spark, """
                identifiant | nom      | forme_juridique | _rang
                c1          | Ancienne | gcsms           | 1
                c2          | Autre    | gie             | 1
                c1          | Nouvelle | gcsms           | 2
                """)).hasRows("""
                code_cooperation | nom
                coop:c1          | Nouvelle
                coop:c2          | Autre
                """);
    }

    @Test
    void findsAGroupingByStatusCategoryOrNameAndKeepsEverySignal(SparkSession spark) {
        Dataset<Row> etablissements = table(spark, Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej | nom                 | code_categorie | date_ouverture | date_fermeture
                910020700        | 910020692        | GCSMS PASI SIEGE    | 696            | 2012-05-01     |
                290000018        | 290000117        | GCS MTL SITE CONC   | 696            | 2013-01-01     | 2020-01-01
                290000026        | 290000117        | GCS MTL SITE TANGUY | 696            | 2014-01-01     | 2021-06-30
                590000014        | 590000113        | CLIC LE LITTORAL    | 463            | 2005-01-01     |
                590000022        | 590000113        | EHPAD DU LITTORAL   | 500            | 1990-01-01     |
                010000024        | 010780054        | CH DE FLEYRIAT      | 355            | 1979-02-13     |
                """);
        Dataset<Row> entites = table(spark, Silver.ENTITE_JURIDIQUE, """
                numero_finess_ej | nom             | code_statut_juridique | date_creation
                910020692        | GCSMS PASI      | 66                    | 2012-04-01
                590000113        | CCAS DU LITTORAL | 17                   |
                """);

        assertThat(CooperationsDetectees.of(etablissements, entites, none(spark), SIGNALS))
                .hasRows("""
                code_cooperation      | nom               | forme_juridique | preuves                            | date_debut | date_fin
                coop:finess:910020692 | GCSMS PASI        | gcsms           | categorie:696, nom:GCSMS, statut:66 | 2012-04-01 |
                coop:finess:290000117 | GCS MTL SITE CONC | gcs_moyens      | categorie:696                      | 2013-01-01 | 2021-06-30
                coop:finess:590000014 | CLIC LE LITTORAL  | clic            | categorie:463                      | 2005-01-01 |
                """);
    }

    /** A body that status, category, name and grouping give away is one cooperation, in whatever order rows come. */
    @Test
    void findsTheSameInAnyOrderAndABodyOnce(SparkSession spark) {
        List<String> etablissements = List.of(
                "910020700 | 910020692 | GCSMS PASI SIEGE    | 696 | 2012-05-01 |",
                "910020718 | 910020692 | GCSMS PASI ANTENNE  | 460 | 2013-05-01 | 2020-01-01",
                "290000018 | 290000117 | GCS MTL SITE CONC   | 696 | 2013-01-01 | 2020-01-01",
                "290000026 | 290000117 | GCS MTL SITE TANGUY | 697 | 2014-01-01 | 2021-06-30",
                "590000014 | 590000113 | CLIC LE LITTORAL    | 463 | 2005-01-01 |");
        List<String> entites =
                List.of("910020692 | GCSMS PASI | 66 | 2012-04-01", "290000117 | GCS MTL | 29 | 2012-04-01");
        List<String> groupements = List.of(
                "GCO-1 | organique | 003 | 910020692 |",
                "GCO-2 | organique | 001 | 590000113 |",
                "GCC-7 | conventionnel | 001 | | Territoire");
        Random random = new Random(11);
        for (int round = 0; round < 5; round++) {
            TestTables tables = new TestTables(spark)
                    .with(
                            Silver.ETABLISSEMENT,
                            shuffled(
                                    "numero_finess_et | numero_finess_ej | nom | code_categorie | date_ouverture | date_fermeture",
                                    etablissements,
                                    random))
                    .with(
                            Silver.ENTITE_JURIDIQUE,
                            shuffled("numero_finess_ej | nom | code_statut_juridique | date_creation", entites, random))
                    .with(
                            Silver.GROUPEMENT,
                            shuffled(
                                    "identifiant_groupement | nature_groupement | code_type_groupement | numero_finess_ej | nom",
                                    groupements,
                                    random));

            assertThat(new Cooperation().build(tables)).hasRows("""
                    code_cooperation      | nom              | forme_juridique | preuves                                                   | date_debut | date_fin
                    coop:finess:290000117 | GCS MTL          | gcs_moyens        | categorie:696, categorie:697, statut:29                 | 2012-04-01 |
                    coop:finess:590000014 | CLIC LE LITTORAL | clic            | categorie:463                                             | 2005-01-01 |
                    coop:finess:590000113 |                  | cpts            | groupement:organique:001                                  |            |
                    coop:finess:910020692 | GCSMS PASI       | gcsms           | categorie:696, groupement:organique:003, nom:GCSMS, statut:66 | 2012-04-01 |
                    coop:gcc:7            | Territoire       | ght             | groupement:conventionnel:001                              |            |
                    """);
        }
    }

    private static String shuffled(String header, List<String> lines, Random random) {
        List<String> rows = new ArrayList<>(lines);
        Collections.shuffle(rows, random);
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void readsGcsmsInANameHoweverItIsWritten(SparkSession spark) {
        Dataset<Row> etablissements = table(spark, Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej | nom                                        | code_categorie
                100000001        | 100000001        | SSIAD DE COLOMBEY (GCSMS)                  | 354
                100000002        | 100000002        | G.C.S.M.S_M.J.P.M                          | 340
                100000003        | 100000003        | Groupement de coopération sociale du Jura  | 460
                100000004        | 100000004        | GPT COOP. MEDICO-SOCIALE                   | 460
                100000005        | 100000005        | COLLEGE COOPERATIF BRETAGNE                | 330
                100000006        | 100000006        | GCS MOYENS LABO PUB                        | 330
                """);

        assertThat(CooperationsDetectees.of(
                        etablissements,
                        table(spark, Silver.ENTITE_JURIDIQUE, "numero_finess_ej"),
                        none(spark),
                        SIGNALS))
                .hasRows("""
                code_cooperation      | forme_juridique
                coop:finess:100000001 | gcsms
                coop:finess:100000002 | gcsms
                coop:finess:100000003 | gcsms
                coop:finess:100000004 | gcsms
                """);
    }

    @Test
    void findsTheGroupingsThatRegistersPublish(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.GROUPEMENT, """
                        identifiant_groupement | nature_groupement | code_type_groupement | nom           | numero_finess_ej | source
                        GCO-11                 | organique         | 001                  | CPTS DU PAYS  | 590000113        | finess-plus
                        GCC-12                 | conventionnel     | 001                  | GHT DU NORD   |                  | finess-plus
                        GCC-13                 | conventionnel     | 999                  | AUTRE CHOSE   |                  | finess-plus
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom      | code_statut_juridique
                        590000113        | CPTS     |
                        590000121        | GCS NORD | 89
                        """)
                .with(Silver.GROUPEMENT_HOSPITALIER, """
                        code_ght | annee | nom
                        84101    | 2021  | ALLIER PUY-DE-DOME
                        84101    | 2022  | ALLIER PUY DE DOME
                        84102    | 2021  | FINI
                        """);

        assertThat(new Cooperation().build(tables)).hasRows("""
                code_cooperation      | nom                | forme_juridique | preuves                      | date_fin   | numero_finess | source
                coop:finess:590000113 | CPTS DU PAYS       | cpts            | groupement:organique:001     |            | 590000113     | finess-plus
                coop:finess:590000121 | GCS NORD           | gcs_moyens      | statut:89                    |            | 590000121     |
                coop:gcc:12           | GHT DU NORD        | ght             | groupement:conventionnel:001 |            |               | finess-plus
                coop:ght:84101        | ALLIER PUY DE DOME | ght             | ght:sae                      |            |               | sae-ght
                coop:ght:84102        | FINI               | ght             | ght:sae                      | 2021-12-31 |               | sae-ght
                """);
    }

    private static Dataset<Row> none(SparkSession spark) {
        return GroupementsDetectes.signaux(
                table(spark, Silver.GROUPEMENT, "identifiant_groupement"),
                table(spark, Silver.GROUPEMENT_HOSPITALIER, "code_ght"),
                SIGNALS);
    }

    private static Dataset<Row> declarees(SparkSession spark, String declarations) {
        Dataset<Row> annuaire = table(spark, Silver.COOPERATION_MEMBRE, """
                code_acteur      | numero_finess_et | numero_finess_ej
                finess:010000024 | 010000024        | 010780054
                """);
        return CooperationsDeclarees.lues(table(spark, Bronze.DECLARATION_COOPERATION, declarations), annuaire);
    }
}
