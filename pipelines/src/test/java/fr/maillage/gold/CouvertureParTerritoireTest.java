package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@SparkTest
class CouvertureParTerritoireTest {

    private static final Map<String, Dataset<Row>> BUILT = new HashMap<>();

    private static final String NEWEST =
            "forme_juridique = 'toutes' and date_observation = '2024-06-30' and perimetre = 'tous'";

    private static final String UN_MEMBRE = """
            code_cooperation | code_acteur      | date_debut | date_fin   | numero_finess_et | numero_finess_ej | resolution    | connu_du
            coop:c1          | finess:010000024 | 2023-06-01 |            | 010000024        | 010780054        | etablissement | 2024-06-30
            """;

    @Test
    void countsMembersAgainstTheWholeOffer(SparkSession spark) {
        assertThat(couverture(spark, UN_MEMBRE).where(NEWEST + " and niveau_categorie = 'ensemble'"))
                .hasRows("""
                niveau   | code_territoire | nb_etablissements | nb_etablissements_en_cooperation | part_etablissements_en_cooperation | nb_gestionnaires_en_cooperation | nb_cooperations
                national | FR              | 3                 | 1                                | 0.3333333333333333                 | 1                               | 2
                commune  | 01053           | 2                 | 1                                | 0.5                                | 1                               | 1
                commune  | 01004           | 1                 | 0                                | 0.0                                | 0                               | 1
                commune  | 55039           | 0                 | 0                                |                                    | 0                               | 0
                """);
    }

    @Test
    void countsTheInhabitantsOfCommunesWithAMember(SparkSession spark) {
        assertThat(couverture(spark, UN_MEMBRE).where(NEWEST + " and niveau_categorie = 'ensemble'"))
                .hasRows("""
                niveau   | code_territoire | population | population_commune_avec_membre | part_population_commune_avec_membre
                national | FR              | 50000      | 40000                          | 0.8
                commune  | 01053           | 40000      | 40000                          | 1.0
                commune  | 01004           | 10000      | 0                              | 0.0
                commune  | 55039           | 0          | 0                              |
                """);
    }

    @Test
    void coversEveryEstablishmentOfAMemberEntityAndOfASharedSiret(SparkSession spark) {
        String byEntity = """
                code_cooperation | code_acteur          | date_debut | numero_finess_et | numero_finess_ej | resolution       | connu_du
                coop:c1          | finess:010780054     | 2023-06-01 |                  | 010780054        | entite_juridique | 2024-06-30
                """;
        String bySiret = """
                code_cooperation | code_acteur          | date_debut | numero_finess_et | numero_finess_ej | resolution | connu_du
                coop:c1          | siret:26010004500012 | 2023-06-01 |                  | 010780054        | siret      | 2024-06-30
                """;
        for (String membres : List.of(byEntity, bySiret)) {
            assertThat(couverture(spark, membres)
                            .where(NEWEST + " and niveau = 'national' and niveau_categorie = 'ensemble'"))
                    .hasRows("""
                    nb_etablissements_en_cooperation | nb_gestionnaires_en_cooperation
                    2                                | 1
                    """);
        }
    }

    @Test
    void observesEachFirstOfJanuaryAsFarBackAsAMembershipIsKnown(SparkSession spark) {
        String left = """
                code_cooperation | code_acteur      | date_debut | date_fin   | numero_finess_et | numero_finess_ej | resolution    | connu_du
                coop:c1          | finess:010000024 | 2021-06-01 | 2023-01-01 | 010000024        | 010780054        | etablissement | 2024-06-30
                coop:c1          | ext:mairie       | 2021-06-01 |            |                  |                  | hors_registre | 2024-06-30
                """;
        assertThat(couverture(spark, left)
                        .where("niveau = 'national' and perimetre = 'tous' and niveau_categorie = 'ensemble'"
                                + " and forme_juridique = 'gcsms'"))
                .hasRows("""
                date_observation | nb_etablissements_en_cooperation | nb_membres_hors_registre
                2022-01-01       | 1                                | 1
                2023-01-01       | 1                                | 1
                2024-01-01       | 0                                | 1
                2024-06-30       | 0                                | 1
                """);
    }

    @Test
    void keepsSharesUnknownAsLongAsNoMembershipIsLoaded(SparkSession spark) {
        assertThat(couverture(spark, "code_cooperation")
                        .where(NEWEST + " and niveau = 'national'" + " and niveau_categorie = 'ensemble'"))
                .hasRows("""
                nb_etablissements | nb_etablissements_en_cooperation | part_etablissements_en_cooperation | part_population_commune_avec_membre | nb_cooperations | nb_membres_hors_registre
                3                 |                                  |                                    |                                     | 1               |
                """);
    }

    @Test
    void restrictsToCategoriesAndToTheMedicoSocialScope(SparkSession spark) {
        assertThat(couverture(spark, UN_MEMBRE)
                        .where("niveau = 'national' and date_observation = '2024-06-30'"
                                + " and forme_juridique = 'toutes'"))
                .hasRows("""
                perimetre | niveau_categorie | code_regroupement | nb_etablissements_en_cooperation
                tous      | ensemble         | ENS               | 1
                tous      | categorie        | 500               | 1
                esms      | ensemble         | ENS               | 1
                """);
    }

    @Test
    void neverFallsWhenAMemberJoinsAndStaysBetweenZeroAndOne(SparkSession spark) {
        String header = UN_MEMBRE.lines().findFirst().orElseThrow() + "\n";
        String second =
                "coop:c1 | finess:010000040 | 2023-06-01 | | 010000040 | 010780062 | etablissement | 2024-06-30\n";
        String third = "coop:c2 | finess:010780054 | 2023-01-01 | | | 010780054 | entite_juridique | 2024-06-30\n";
        String one = UN_MEMBRE.lines().skip(1).findFirst().orElseThrow() + "\n";
        Map<String, Double> before = Map.of();
        for (String membres : List.of(header + one, header + one + second, header + one + second + third)) {
            Map<String, Double> shares = shares(couverture(spark, membres));
            Assertions.assertThat(shares.values()).allMatch(share -> share >= 0 && share <= 1);
            before.forEach((key, share) ->
                    Assertions.assertThat(shares.get(key)).as(key).isGreaterThanOrEqualTo(share));
            before = shares;
        }
    }

    @Test
    void leavesOutACooperationOnTheDaysOnWhichItIsInReflectionOrEnded(SparkSession spark) {
        Dataset<Row> couverture = new CouvertureParTerritoire()
                .build(tables(spark, UN_MEMBRE.replace("2023-06-01", "2021-06-01"))
                        .with(Silver.FAIT_COOPERATION, """
                        code_fait | code_cooperation | rubrique | code_valeur | date_debut
                        f1        | coop:c1          | maturite | reflexion   | 2021-06-01
                        f2        | coop:c1          | maturite | en_place    | 2022-06-01
                        f3        | coop:c1          | maturite | terminee    | 2024-03-01
                        """));

        assertThat(couverture.where("niveau = 'national' and perimetre = 'tous' and niveau_categorie = 'ensemble'"
                        + " and forme_juridique = 'gcsms'"))
                .hasRows("""
                date_observation | nb_etablissements_en_cooperation | nb_cooperations
                2022-01-01       | 0                                | 0
                2023-01-01       | 1                                | 1
                2024-01-01       | 1                                | 1
                2024-06-30       | 0                                | 0
                """);
    }

    private static Map<String, Double> shares(Dataset<Row> couverture) {
        Map<String, Double> shares = new TreeMap<>();
        for (String share : List.of(
                "part_etablissements_en_cooperation",
                "part_gestionnaires_en_cooperation",
                "part_population_commune_avec_membre")) {
            for (Row row : couverture
                    .where(NEWEST)
                    .where(col(share).isNotNull())
                    .select("niveau", "code_territoire", "code_regroupement", share)
                    .collectAsList()) {
                shares.put(share + row.mkString(" ").replaceAll(" [^ ]*$", ""), row.getDouble(3));
            }
        }
        return shares;
    }

    /** The table, computed once for the same members. */
    private static Dataset<Row> couverture(SparkSession spark, String membres) {
        return BUILT.computeIfAbsent(membres, members -> {
            Dataset<Row> table = built(spark, members);
            return spark.createDataFrame(table.collectAsList(), table.schema());
        });
    }

    private static Dataset<Row> built(SparkSession spark, String membres) {
        return new CouvertureParTerritoire().build(tables(spark, membres));
    }

    private static TestTables tables(SparkSession spark, String membres) {
        return new TestTables(spark)
                .with(Silver.COOPERATION_MEMBRE, membres)
                .with(Silver.COOPERATION, """
                        code_cooperation      | forme_juridique | date_debut | origine  | numero_finess
                        coop:c1               | gcsms           | 2020-01-01 | declaree |
                        coop:c2               | gie             |            | declaree |
                        coop:finess:010000032 | clic            | 2010-01-01 | detectee | 010000032
                        coop:finess:010000040 | clic            | 2010-01-01 | detectee | 010000040
                        """)
                .with(Silver.COOPERATION_RAPPROCHEMENT, """
                        code_cooperation_declaree | code_cooperation_detectee | est_la_meme
                        coop:c2                   | coop:finess:010000032     | true
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | siret          | code_categorie | code_commune | millesime_commune | connu_du
                        010000024        | 010780054        | 26010004500012 | 500            | 01053        | 2024              | 2024-06-30
                        010000032        | 010780054        | 26010004500012 | 355            | 01053        | 2024              | 2024-06-30
                        010000040        | 010780062        |                | 355            | 01004        | 2024              | 2024-06-30
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2
                        500            | 4000           | 4400
                        355            | 1000           | 1100
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau   | code_territoire | part
                        01053        | 2024      | commune  | 01053           | 1
                        01053        | 2024      | national | FR              | 1
                        01004        | 2024      | commune  | 01004           | 1
                        01004        | 2024      | national | FR              | 1
                        55039        | 2024      | commune  | 55039           | 1
                        55039        | 2024      | national | FR              | 1
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau   | code_territoire | millesime | population
                        commune  | 01053           | 2024      | 40000
                        commune  | 01004           | 2024      | 10000
                        commune  | 55039           | 2024      | 0
                        national | FR              | 2024      | 50000
                        """)
                .with(Gold.OFFRE_PAR_TERRITOIRE, """
                        niveau   | code_territoire | millesime | perimetre | niveau_categorie | code_regroupement | nb_etablissements | nb_gestionnaires | population
                        national | FR              | 2024      | tous      | ensemble         | ENS               | 3                 | 2                | 50000
                        national | FR              | 2024      | tous      | categorie        | 500               | 1                 | 1                | 50000
                        national | FR              | 2024      | esms      | ensemble         | ENS               | 1                 | 1                | 50000
                        commune  | 01053           | 2024      | tous      | ensemble         | ENS               | 2                 | 1                | 40000
                        commune  | 01004           | 2024      | tous      | ensemble         | ENS               | 1                 | 1                | 10000
                        commune  | 55039           | 2024      | tous      | ensemble         | ENS               | 0                 | 0                | 0
                        """);
    }
}
