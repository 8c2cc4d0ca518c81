package fr.maillage.silver.place;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class FinancementTest {

    @Test
    void keepsEveryEvidenceAndRetainsThePublishedOne(SparkSession spark) {
        assertThat(new Financement().build(tables(spark, """
                numero_finess_et | code_categorie | code_mft | valide_du  | valide_au  | connu_du   | connu_au
                010000437        | 437            | 09       | 2010-01-01 | 9999-12-31 | 2021-01-08 | 9999-12-31
                """))).hasRows("""
                financeur                 | preuve      | provenance     | est_cofinancement | date_debut | date_fin   | est_retenu
                assurance_maladie         | mft:09      | publiee        | true              | 2010-01-01 |            | true
                departement               | mft:09      | publiee        | true              | 2010-01-01 |            | true
                assurance_maladie         | 437-x-x-x:f | inferee        | true              |            |            | false
                departement               | 437-x-x-x:f | inferee        | true              |            |            | false
                etat_ou_assurance_maladie | guide:437   | guide_imprimee | false             | 2011-01-01 | 2011-12-31 | false
                """);
    }

    @Test
    void withoutPublicationTheCategorySaysItOnTheDayOfTheCadre(SparkSession spark) {
        String esat = """
                numero_finess_et | code_categorie | code_mft | valide_du  | valide_au  | connu_du   | connu_au
                010000246        | 246            |          | 2010-01-01 | 9999-12-31 | 2010-06-01 | 9999-12-31
                010000246        | 246            | 34       | 2010-01-01 | 2010-02-01 | 2010-06-01 | 9999-12-31
                010000247        | 246            |          | 2010-01-01 | 9999-12-31 | 2021-01-08 | 9999-12-31
                """;
        assertThat(new Financement().build(tables(spark, esat)).where("provenance = 'inferee'"))
                .hasRows("""
                numero_finess_et | financeur         | date_debut | date_fin   | est_retenu | raison
                010000246        | etat              |            | 2016-12-31 | true       | Guide ANAP L420 et L452 (aide sociale de l’État)
                010000246        | assurance_maladie | 2017-01-01 |            | false      | Loi 2015-1702 du 21 décembre 2015 art. 74 (transfert à l’assurance maladie)
                010000247        | etat              |            | 2016-12-31 | false      | Guide ANAP L420 et L452 (aide sociale de l’État)
                010000247        | assurance_maladie | 2017-01-01 |            | true       | Loi 2015-1702 du 21 décembre 2015 art. 74 (transfert à l’assurance maladie)
                """);
    }

    @Test
    void theGuideIsRetainedInItsYearOnlyAndWhenNothingElseTellsIt(SparkSession spark) {
        String foyerClub = """
                numero_finess_et | code_categorie | code_mft | valide_du  | valide_au  | connu_du   | connu_au
                010000205        | 205            | 01       | 2005-01-01 | 9999-12-31 | 2012-01-08 | 9999-12-31
                """;
        assertThat(new Financement().build(tables(spark, foyerClub))).hasRows("""
                financeur   | preuve    | provenance    | est_retenu
                departement | guide:205 | guide_inferee | false
                """);
        assertThat(new Financement().build(tables(spark, foyerClub).with(Parametres.ETAT, LocalDate.of(2011, 6, 1))))
                .hasRows("""
                financeur   | preuve    | provenance    | est_retenu
                departement | guide:205 | guide_inferee | true
                """);
    }

    @Test
    void anUnknownTariffCodeIsListedAndNeverRetained(SparkSession spark) {
        assertThat(new Financement().build(tables(spark, """
                numero_finess_et | code_categorie | code_mft | valide_du  | valide_au  | connu_du   | connu_au
                010000460        | 460            | 77       | 2020-01-01 | 9999-12-31 | 2021-01-08 | 9999-12-31
                """)).where("provenance <> 'guide_inferee'"))
                .hasRows("""
                financeur   | preuve      | provenance | est_retenu | _regles
                inconnu     | mft:77      | publiee    | false      | tarification_inconnue
                departement | 460-x-x-x:f | inferee    | true       |
                """);
    }

    @Test
    void aGroupOfCategoriesSpeaksForThoseOfWhichNoLineDoes(SparkSession spark) {
        assertThat(new Financement().build(tables(spark, """
                numero_finess_et | code_categorie | code_mft | valide_du  | valide_au  | connu_du   | connu_au
                010000177        | 177            |          | 2020-01-01 | 9999-12-31 | 2021-01-08 | 9999-12-31
                010000355        | 355            |          | 2020-01-01 | 9999-12-31 | 2021-01-08 | 9999-12-31
                """))).hasRows("""
                numero_finess_et | financeur   | preuve       | est_retenu
                010000177        | departement | 4501-x-x-x:f | true
                """);
    }

    @Test
    void theListOfTariffsNamesKnownFundersAndHasASource() {
        CodeList tarifs = CodeList.read("financeur_par_tarification");

        assertThat(tarifs.values("code")).doesNotHaveDuplicates().hasSize(52);
        assertThat(tarifs.values("source")).noneMatch(String::isBlank);
        assertThat(tarifs.values("financeur").stream()
                        .filter(said -> !said.isEmpty())
                        .flatMap(all -> Arrays.stream(all.split("\\+"))))
                .isSubsetOf("assurance_maladie", "departement", "etat");
    }

    private static TestTables tables(SparkSession spark, String versions) {
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT_VERSION, versions)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_3 | code_agregat_2
                        177            | 4501           | 4500
                        246            | 4302           | 4300
                        """);
    }
}
