package fr.maillage.silver.doublon;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DoublonProbableTest {

    private static final String VERSIONS = """
            numero_finess_et | numero_finess_ej | nom                   | code_categorie | siret          | adresse         | code_postal | telephone      | date_fermeture | valide_du  | valide_au  | connu_du   | connu_au
            010000024        | 010000016        | EHPAD LES TILLEULS    | 500            | 77930919400024 | 12 R DE LA PAIX | 01000       | 04 74 22 33 44 |                | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
            010000032        | 010000016        | E.H.P.A.D. Les Tilleul| 500            |                | 12 RUE DE LA PAIX | 01000     | 0474223344     |                | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
            010000040        | 010000057        | EHPAD LES TILLEULS    | 500            | 35600000000048 | 3 AV FOCH       | 01000       |                |                | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
            010000065        | 010000016        | EHPAD LES TILLEULS    | 500            | 77930919400024 | 12 R DE LA PAIX | 01000       |                | 2020-01-01     | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
            690000001        | 690000009        | SSIAD DU RHONE        | 354            |                |                 | 69001       |                |                | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
            """;

    private static final String LOCALISATIONS = """
            numero_finess_et | code_commune | longitude | latitude
            010000024        | 01053        | 5.2       | 46.2
            010000032        | 01053        | 5.2001    | 46.2
            010000040        | 01053        | 5.3       | 46.2
            690000001        | 69381        |           |
            """;

    private final SparkSession spark;

    DoublonProbableTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void scoresPairsByTheFieldsThatAgreeAmongThoseBothHave() {
        assertThat(new DoublonProbable().build(tables().with(Parametres.DOUBLON_SIMILARITE_NOM, 0.6)))
                .hasRows("""
                identifiant_grappe | numero_finess_et | score_doublon | champs_concordants                                           | est_confirme | nb_membres_grappe
                doublon:010000024  | 010000024        | 1.0           | nom, adresse, telephone, categorie, gestionnaire, position | false        | 2
                doublon:010000024  | 010000032        | 1.0           | nom, adresse, telephone, categorie, gestionnaire, position | false        | 2
                """);
    }

    @Test
    void keepsWhatAPersonAnsweredLast() {
        assertThat(new DoublonProbable()
                        .build(tables().with(Parametres.DOUBLON_SIMILARITE_NOM, 0.6)
                                .with(Bronze.DECLARATION_DOUBLON, """
                                        etablissement | autre     | reponse  | le
                                        010000032     | 010000024 | oui      | 2024-01-01
                                        010000024     | 010000032 | non      | 2024-02-01
                                        690000001     | 010000040 | Oui      | 2024-02-01
                                        010000024     | 010000040 | oui      | 2024-01-01
                                        010000040     | 010000024 | retiree  | 2024-02-01
                                        """)))
                .hasRows("""
                identifiant_grappe | numero_finess_et | score_doublon | champs_concordants | est_confirme | nb_membres_grappe
                doublon:010000040  | 010000040        | 0.0           |                    | true         | 2
                doublon:010000040  | 690000001        | 0.0           |                    | true         | 2
                """);
    }

    @Test
    void comparesNoPairsOfABlockThatIsTooLarge() {
        assertThat(new DoublonProbable()
                        .build(tables().with(Parametres.DOUBLON_SIMILARITE_NOM, 0.6)
                                .with(Parametres.DOUBLON_BLOC_MAX, 1L)))
                .hasRows("numero_finess_et\n");
    }

    private TestTables tables() {
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT_VERSION, VERSIONS)
                .with(Silver.LOCALISATION, LOCALISATIONS);
    }
}
