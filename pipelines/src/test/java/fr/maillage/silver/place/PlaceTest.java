package fr.maillage.silver.place;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class PlaceTest {

    private static final String ETABLISSEMENTS = """
            numero_finess_et | code_categorie
            010780500        | 500
            010780246        | 246
            """;

    private static final String CATEGORIES = """
            code_categorie | code_agregat_3 | code_agregat_2
            500            | 4401           | 4400
            246            | 4302           | 4300
            """;

    @Test
    void classifiesEachEquipmentAndNamesTheLinesThatDid(SparkSession spark) {
        assertThat(new Place().build(tables(spark, """
                numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_installees | nb_places_autorisees | connu_du
                010780500        | 924             | 11                 | 711            | 80                   | 82                   | 2021-12-14
                010780500        | 657             | 11                 | 711            | 2                    |                      | 2021-12-14
                """))).hasRows("""
                numero_finess_et | code_categorie | code_discipline | public_accueilli | modalite_accueil | est_medicalise | financeurs                    | est_comptee | nb_places_installees | nb_places_autorisees | lignes_classement                                                  | _regles
                010780500        | 500            | 924             | personnes_agees  | hebergement      | true           | assurance_maladie+departement | true        | 80                   | 82                   | 4400-x-x-x:p, x-x-11-x:m, 500-x-x-x:s, 500-x-x-x:f                 |
                010780500        | 500            | 657             | personnes_agees  | temporaire       | true           | assurance_maladie+departement | true        | 2                    |                      | 4400-x-x-x:p, x-657-x-x:m, 500-x-x-x:s, 500-x-x-x:f                |
                """);
    }

    @Test
    void suppressedPlacesAndThosePartOfOthersAreNotZeroButUnknown(SparkSession spark) {
        assertThat(new Place().build(tables(spark, """
                numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_installees | nb_places_autorisees | est_supprime_installe | est_supprime_autorise
                010780500        | 924             | 11                 | 711            | 15                   | 75                   | true                  | false
                010780500        | 924             | 21                 | 711            | 75                   | 15                   | false                 | true
                010780500        | 924             | 22                 | 711            | 9                    | 9                    | true                  | true
                010780500        | 961             | 21                 | 436            | 14                   | 14                   | false                 | false
                010780500        | 177             | 11                 | 711            | 40                   | 40                   |                       |
                010780500        | 657             | 11                 | 711            | 0                    |                      |                       |
                """))).hasRows("""
                code_discipline | code_type_activite | est_comptee | nb_places_installees | nb_places_autorisees
                924             | 11                 | true        |                      | 75
                924             | 21                 | true        | 75                   |
                961             | 21                 | false       |                      |
                177             | 11                 | false       |                      |
                657             | 11                 | true        | 0                    |
                """);
    }

    @Test
    void unknownCodesAreFlaggedNotGuessed(SparkSession spark) {
        assertThat(new Place().build(tables(spark, """
                numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_installees
                010780500        | 123             | 42                 | 999            | 1
                999999999        | 123             | 11                 | 999            | 1
                """))).hasRows("""
                numero_finess_et | code_categorie | public_accueilli | modalite_accueil | est_medicalise | financeurs                    | _regles
                010780500        | 500            | personnes_agees  |                  | true           | assurance_maladie+departement | modalite_inconnue
                999999999        |                |                  | hebergement      |                |                               | etablissement_inconnu, public_inconnu, financeur_inconnu
                """);
    }

    @Test
    void theDayOfTheCadreOrThatOfTheReleaseChoosesTheLine(SparkSession spark) {
        String equipements = """
                numero_finess_et | code_discipline | code_type_activite | code_clientele | connu_du
                010780246        | 908             | 14                 | 010            | 2016-06-01
                010780246        | 908             | 13                 | 010            | 2021-01-08
                """;
        assertThat(new Place().build(tables(spark, equipements))).hasRows("""
                code_type_activite | financeurs
                14                 | etat
                13                 | assurance_maladie
                """);
        assertThat(new Place().build(tables(spark, equipements).with(Parametres.ETAT, LocalDate.of(2015, 1, 1))))
                .hasRows("""
                code_type_activite | financeurs
                14                 | etat
                13                 | etat
                """);
    }

    private static TestTables tables(SparkSession spark, String equipements) {
        return new TestTables(spark)
                .with(Silver.EQUIPEMENT_SOCIAL, equipements)
                .with(Silver.ETABLISSEMENT, ETABLISSEMENTS)
                .with(Silver.CATEGORIE, CATEGORIES);
    }
}
