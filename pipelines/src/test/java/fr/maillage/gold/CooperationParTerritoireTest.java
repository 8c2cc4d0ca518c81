package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@SparkTest
class CooperationParTerritoireTest {

    @Test
    void eachIndicatorCountsByItsRule(SparkSession spark) {
        TestTables tables = territories(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | connu_du
                        010000024        | 010780054        | 500            | 01001        | 2023              | 2024-06-30
                        010000032        | 010780054        | 500            | 02002        | 2023              | 2024-06-30
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | forme_juridique | date_debut | date_fin   | origine  | numero_finess
                        coop:c1          | gcsms           | 2023-06-01 |            | declaree |
                        coop:c2          | gcsms           | 2023-06-01 | 2023-12-31 | declaree |
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | date_debut | numero_finess_ej | resolution       | connu_du
                        coop:c1          | finess:010780054 | 2023-06-01 | 010780054        | entite_juridique | 2024-06-30
                        """)
                .with(Silver.LIEN_TERRITOIRE, """
                        code_acteur | role_lien | niveau      | code_territoire | millesime | date_debut | date_fin   | part_lien | origine_lien
                        coop:c1     | siege     | commune     | 01001           | 2023      | 2023-06-01 |            | 1         | support
                        coop:c1     | siege     | commune     | 02002           | 2023      | 2023-06-01 |            | 1         | declare
                        coop:c1     | siege     | commune     | 01002           | 2023      | 2023-06-01 | 2024-01-31 | 1         | declare
                        coop:c1     | couvre    | departement | 01              | 2023      | 2024-01-01 |            | 1         | declare
                        coop:c1     | cible     | commune     | 02002           | 2023      |            |            | 1         | declare
                        """);

        assertThat(new CooperationParTerritoire()
                        .build(tables)
                        .where("date_observation = '2024-06-30' and forme_juridique = 'toutes'"))
                .hasRows("""
                indicateur              | regle_comptage   | niveau      | code_territoire | nombre | nb_non_localises | part_estimee
                cooperations_portees    | siege            | national    | FR              | 1      | 0                | 0.0
                cooperations_portees    | siege            | departement | 02              | 1      |                  | 0.0
                cooperations_portees    | siege            | commune     | 02002           | 1      |                  | 0.0
                cooperations_presentes  | membre           | national    | FR              | 1      | 0                | 0.0
                cooperations_presentes  | membre           | departement | 01              | 1      |                  | 0.0
                cooperations_presentes  | membre           | departement | 02              | 1      |                  | 0.0
                cooperations_presentes  | membre           | commune     | 01001           | 1      |                  | 0.0
                cooperations_presentes  | membre           | commune     | 02002           | 1      |                  | 0.0
                cooperations_couvrantes | commune_couverte | national    | FR              | 1      | 0                | 0.0
                cooperations_couvrantes | commune_couverte | departement | 01              | 1      |                  | 0.0
                cooperations_couvrantes | commune_couverte | commune     | 01001           | 1      |                  | 0.0
                cooperations_couvrantes | commune_couverte | commune     | 01002           | 1      |                  | 0.0
                gestionnaires_presents  | membre           | national    | FR              | 1      | 0                | 0.0
                gestionnaires_presents  | membre           | departement | 01              | 1      |                  | 0.0
                gestionnaires_presents  | membre           | departement | 02              | 1      |                  | 0.0
                gestionnaires_presents  | membre           | commune     | 01001           | 1      |                  | 0.0
                gestionnaires_presents  | membre           | commune     | 02002           | 1      |                  | 0.0
                """);
    }

    /** By their dates all three live; the second is only thought of, the third is told to have ended. */
    @Test
    void aCooperationCountsWhileItsMaturityToo(SparkSession spark) {
        TestTables tables = territories(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | connu_du
                        010000024        | 010780054        | 500            | 01001        | 2023              | 2024-06-30
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | forme_juridique | date_debut | origine
                        coop:c1          | gcsms           | 2021-06-01 | declaree
                        coop:c2          | gcsms           | 2021-06-01 | declaree
                        coop:c3          | gcsms           | 2021-06-01 | declaree
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_cooperation | rubrique | code_valeur | date_debut
                        coop:c1          | maturite | en_place    | 2021-06-01
                        coop:c2          | maturite | reflexion   |
                        coop:c3          | maturite | terminee    | 2023-03-01
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | date_debut | numero_finess_ej | resolution       | connu_du
                        coop:c2          | finess:010780054 | 2021-06-01 | 010780054        | entite_juridique | 2024-06-30
                        coop:c3          | finess:010780054 | 2021-06-01 | 010780054        | entite_juridique | 2024-06-30
                        """)
                .with(Silver.LIEN_TERRITOIRE, """
                        code_acteur | role_lien | niveau      | code_territoire | millesime | part_lien | origine_lien
                        coop:c1     | siege     | commune     | 01001           | 2023      | 1         | declare
                        coop:c2     | siege     | commune     | 01001           | 2023      | 1         | declare
                        coop:c3     | siege     | commune     | 01001           | 2023      | 1         | declare
                        coop:c1     | couvre    | departement | 01              | 2023      | 1         | declare
                        coop:c3     | couvre    | departement | 01              | 2023      | 1         | declare
                        """);

        assertThat(new CooperationParTerritoire()
                        .build(tables)
                        .where("niveau = 'departement' and forme_juridique = 'toutes'")
                        .where("date_observation in ('2023-01-01', '2024-06-30')"))
                .hasRows("""
                        indicateur              | date_observation | nombre
                        cooperations_portees    | 2023-01-01       | 2
                        cooperations_portees    | 2024-06-30       | 1
                        cooperations_presentes  | 2023-01-01       | 1
                        cooperations_couvrantes | 2023-01-01       | 2
                        cooperations_couvrantes | 2024-06-30       | 1
                        gestionnaires_presents  | 2023-01-01       | 1
                        """);
    }

    @Test
    void underTheRuleOfTheSeatTerritoriesAddUpToTheCountry(SparkSession spark) {
        Random random = new Random(3);
        StringBuilder cooperations =
                new StringBuilder("code_cooperation | forme_juridique | date_debut | date_fin | origine\n");
        StringBuilder liens =
                new StringBuilder("code_acteur | role_lien | niveau | code_territoire | millesime | date_debut"
                        + " | date_fin | part_lien | origine_lien\n");
        for (int i = 0; i < 80; i++) {
            String form = random.nextBoolean() ? "gcsms" : "convention";
            cooperations.append("coop:%d | %s | %s | %s | declaree\n"
                    .formatted(i, form, day(random, 2019, 5), day(random, 2023, 4)));
            for (int link = random.nextInt(5); link > 0; link--) {
                liens.append("coop:%d | %s | commune | %s | 2023 | %s | %s | 1 | %s\n"
                        .formatted(
                                i,
                                random.nextInt(4) == 0 ? "couvre" : "siege",
                                one(random, "01001", "01002", "01009", "02002", "99999"),
                                day(random, 2019, 5),
                                day(random, 2023, 4),
                                one(random, "declare", "registre", "support")));
            }
        }
        Dataset<Row> portees = new CooperationParTerritoire()
                .build(territories(spark)
                        .with(Silver.ETABLISSEMENT, """
                                numero_finess_et | connu_du
                                010000024        | 2024-06-30
                                """)
                        .with(Silver.COOPERATION_MEMBRE, """
                                code_cooperation | date_debut | connu_du
                                coop:0           | 2019-01-01 | 2024-06-30
                                """)
                        .with(Silver.COOPERATION, cooperations.toString())
                        .with(Silver.LIEN_TERRITOIRE, liens.toString()))
                .where("indicateur = 'cooperations_portees'");

        List<Row> sums = portees.groupBy("forme_juridique", "date_observation")
                .agg(
                        expr("sum(if(niveau = 'national', nombre - nb_non_localises, 0))"),
                        expr("sum(if(niveau = 'departement', nombre, 0))"),
                        expr("sum(if(niveau = 'commune', nombre, 0))"),
                        expr("sum(if(niveau = 'national', nombre, 0))"))
                .collectAsList();
        Assertions.assertThat(sums).hasSizeGreaterThan(12);
        Assertions.assertThat(sums).anyMatch(row -> row.getLong(5) > row.getLong(2));
        Assertions.assertThat(sums).allSatisfy(row -> {
            Assertions.assertThat(row.getLong(3)).isEqualTo(row.getLong(2));
            Assertions.assertThat(row.getLong(4)).isEqualTo(row.getLong(2));
        });
    }

    /** 01009 was split between 01001 and 02002. */
    private static TestTables territories(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire | part | nature_part
                        01001        | 2023      | commune     | 01001           | 1    | exact
                        01001        | 2023      | departement | 01              | 1    | exact
                        01001        | 2023      | national    | FR              | 1    | exact
                        01002        | 2023      | commune     | 01002           | 1    | exact
                        01002        | 2023      | departement | 01              | 1    | exact
                        01002        | 2023      | national    | FR              | 1    | exact
                        02002        | 2023      | commune     | 02002           | 1    | exact
                        02002        | 2023      | departement | 02              | 1    | exact
                        02002        | 2023      | national    | FR              | 1    | exact
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01001        | 1943-01-01 | 9999-12-31 | 01001              | 1    | exact
                        01002        | 1943-01-01 | 9999-12-31 | 01002              | 1    | exact
                        02002        | 1943-01-01 | 9999-12-31 | 02002              | 1    | exact
                        01009        | 1943-01-01 | 9999-12-31 | 01001              | 0.5  | pondere
                        01009        | 1943-01-01 | 9999-12-31 | 02002              | 0.5  | pondere
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime
                        commune     | 01001           | 2023
                        commune     | 01002           | 2023
                        commune     | 02002           | 2023
                        departement | 01              | 2023
                        departement | 02              | 2023
                        national    | FR              | 2023
                        """);
    }

    private static org.apache.spark.sql.Column expr(String expression) {
        return org.apache.spark.sql.functions.expr(expression);
    }

    private static String day(Random random, int from, int years) {
        return random.nextInt(3) == 0 ? "" : "%d-0%d-15".formatted(from + random.nextInt(years), 1 + random.nextInt(9));
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
