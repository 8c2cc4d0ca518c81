package fr.maillage.gold.couverture;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@SparkTest
class CouvertureParSensTest {

    private static final String HEADER = Exemple.MEMBRES.lines().findFirst().orElseThrow() + "\n";

    @Test
    void tellsEachMeaningByItsName(SparkSession spark) {
        TestTables tables = Exemple.avec(
                spark,
                Exemple.tables(spark),
                new EtablissementEnCooperation(),
                new CommuneCouverte(),
                new CouvertureParSens());

        Dataset<Row> national = tables.read(Gold.COUVERTURE_PAR_SENS).where("niveau = 'national'");
        assertThat(national.where("type_selection = 'toutes'")).hasRows("""
                sens_couverture              | unite_couverture | numerateur_couverture | denominateur_couverture | part_couverture | nombre_en_recouvrement | nombre_inconnu
                etablissement_en_cooperation | etablissements   | 3                     | 5                       | 0.6             | 0                      | 0
                etablissement_en_cooperation | places           | 150                   | 160                     | 0.9375          | 0                      | 0
                etablissement_en_cooperation | gestionnaires    | 3                     | 4                       | 0.75            | 0                      | 0
                commune_avec_membre          | etablissements   | 3                     | 5                       | 0.6             | 2                      | 1
                commune_avec_membre          | places           | 150                   | 160                     | 0.9375          | 100                    | 10
                commune_avec_membre          | gestionnaires    | 3                     | 4                       | 0.75            | 2                      | 0
                commune_avec_membre          | communes         | 2                     | 4                       | 0.5             | 1                      | 0
                commune_avec_membre          | population       | 1500                  | 2000                    | 0.75            | 1000                   | 0
                aire_declaree                | etablissements   | 3                     | 5                       | 0.6             | 0                      | 1
                aire_declaree                | places           | 150                   | 160                     | 0.9375          | 0                      | 10
                aire_declaree                | gestionnaires    | 3                     | 4                       | 0.75            | 0                      | 0
                aire_declaree                | communes         | 3                     | 4                       | 0.75            | 0                      | 0
                aire_declaree                | population       | 1600                  | 2000                    | 0.8             | 0                      | 0
                zone_autorisee               | etablissements   | 1                     | 5                       | 0.2             | 0                      | 1
                zone_autorisee               | places           | 50                    | 160                     | 0.3125          | 0                      | 10
                zone_autorisee               | gestionnaires    | 1                     | 4                       | 0.25            | 0                      | 0
                zone_autorisee               | communes         | 2                     | 4                       | 0.5             | 0                      | 0
                zone_autorisee               | population       | 600                   | 2000                    | 0.3             | 0                      | 0
                zone_blanche                 | etablissements   | 1                     | 5                       | 0.2             |                        | 1
                zone_blanche                 | places           | 0                     | 160                     | 0.0             |                        | 10
                zone_blanche                 | gestionnaires    | 1                     | 4                       | 0.25            |                        | 0
                zone_blanche                 | communes         | 1                     | 4                       | 0.25            |                        | 0
                zone_blanche                 | population       | 400                   | 2000                    | 0.2             |                        | 0
                """);
        assertThat(national.where(
                        "code_selection = 'personnes_agees' and unite_couverture = 'population_age_concerne'"))
                .hasRows("""
                sens_couverture     | numerateur_couverture | denominateur_couverture | nombre_en_recouvrement
                commune_avec_membre | 150                   | 200                     | 0
                aire_declaree       | 160                   | 200                     | 0
                zone_autorisee      | 60                    | 200                     | 0
                zone_blanche        | 40                    | 200                     |
                """);
        assertThat(national.where("type_selection in ('categorie', 'forme_juridique')"
                        + " and unite_couverture in ('etablissements', 'communes')"
                        + " and sens_couverture <> 'commune_avec_membre' and code_selection <> 'isolement'"))
                .hasRows("""
                sens_couverture              | code_selection | unite_couverture | numerateur_couverture | denominateur_couverture | nombre_inconnu
                etablissement_en_cooperation | parcours       | etablissements   | 1                     | 5                       | 2
                etablissement_en_cooperation | efficience     | etablissements   | 0                     | 5                       | 2
                etablissement_en_cooperation | gcsms          | etablissements   | 1                     | 5                       | 0
                etablissement_en_cooperation | gie            | etablissements   | 2                     | 5                       | 0
                aire_declaree                | parcours       | etablissements   | 3                     | 5                       | 1
                aire_declaree                | efficience     | etablissements   | 0                     | 5                       | 1
                aire_declaree                | gcsms          | etablissements   | 3                     | 5                       | 1
                aire_declaree                | parcours       | communes         | 3                     | 4                       | 0
                aire_declaree                | efficience     | communes         | 0                     | 4                       | 0
                aire_declaree                | gcsms          | communes         | 3                     | 4                       | 0
                zone_autorisee               | parcours       | etablissements   | 0                     | 5                       | 2
                zone_autorisee               | efficience     | etablissements   | 0                     | 5                       | 2
                zone_autorisee               | gie            | etablissements   | 1                     | 5                       | 1
                zone_autorisee               | parcours       | communes         | 0                     | 4                       | 2
                zone_autorisee               | efficience     | communes         | 0                     | 4                       | 2
                zone_autorisee               | gie            | communes         | 2                     | 4                       | 0
                """);
        assertThat(tables.read(Gold.COUVERTURE_PAR_SENS)
                        .where("code_territoire = '02001' and sens_couverture = 'zone_blanche'"))
                .hasRows("""
                unite_couverture        | code_selection     | numerateur_couverture
                population              | toutes             | 400
                population_age_concerne | personnes_agees    | 40
                population_age_concerne | adultes_handicapes | 200
                population_age_concerne | enfance_handicapee | 80
                """);
    }

    @Test
    void keepsUnknownWhatIsNotLoaded(SparkSession spark) {
        TestTables tables = Exemple.avec(
                spark,
                Exemple.tables(spark)
                        .with(Silver.COOPERATION_MEMBRE, "code_cooperation")
                        .with(Silver.LIEN_TERRITOIRE, "code_acteur"),
                new EtablissementEnCooperation(),
                new CommuneCouverte(),
                new CouvertureParSens());

        assertThat(tables.read(Gold.COUVERTURE_PAR_SENS)
                        .where("numerateur_couverture is not null or part_couverture is not null"
                                + " or nombre_en_recouvrement is not null or nombre_inconnu is not null"))
                .isEmpty();
    }

    @Test
    void isAShareThatNeverFallsWhenAMemberJoinsWhateverTheOrderOfRows(SparkSession spark) {
        List<String> members = new ArrayList<>(List.of(
                "coop:c1 | finess:010000010 | | | 010000010 | entite_juridique | 2024-06-30",
                "coop:c3 | finess:010000102 | | 010000102 | 010000020 | etablissement | 2024-06-30"));
        Map<String, Double> before = parts(built(spark, members));
        members.add("coop:c3 | finess:020000104 | | 020000104 | 020000040 | etablissement | 2024-06-30");
        Dataset<Row> joined = built(spark, members);
        Map<String, Double> after = parts(joined);
        Collections.shuffle(members, new Random(5));

        Assertions.assertThat(parts(built(spark, members))).isEqualTo(after);
        Assertions.assertThat(after.values()).allMatch(part -> part >= 0 && part <= 1);
        Assertions.assertThat(before).isNotEmpty().allSatisfy((key, part) -> Assertions.assertThat(after.get(key))
                .as(key)
                .isGreaterThanOrEqualTo(part));
        Assertions.assertThat(after).isNotEqualTo(before);
        assertThat(joined.where("unite_couverture <> 'gestionnaires' and denominateur_couverture is not null")
                        .groupBy("sens_couverture", "unite_couverture", "type_selection", "code_selection")
                        .agg(org.apache.spark.sql.functions.expr(
                                "sum(case niveau when 'national' then numerateur_couverture"
                                        + " when 'departement' then -numerateur_couverture else 0 end) as _left"))
                        .where("_left <> 0"))
                .isEmpty();
    }

    /** White zones, which shrink, and forms, which have a row only where they cover something, aside. */
    private static Map<String, Double> parts(Dataset<Row> couverture) {
        Map<String, Double> parts = new TreeMap<>();
        for (Row row : couverture
                .where("part_couverture is not null and sens_couverture <> 'zone_blanche'")
                .selectExpr(
                        "concat_ws(' ', niveau, code_territoire, sens_couverture, unite_couverture, code_selection)",
                        "part_couverture")
                .collectAsList()) {
            parts.put(row.getString(0), row.getDouble(1));
        }
        return parts;
    }

    private static Dataset<Row> built(SparkSession spark, List<String> members) {

        TestTables tables =
                Exemple.tables(spark).with(Silver.COOPERATION_MEMBRE, HEADER + String.join("\n", members) + "\n");
        return Exemple.avec(
                        spark, tables, new EtablissementEnCooperation(), new CommuneCouverte(), new CouvertureParSens())
                .read(Gold.COUVERTURE_PAR_SENS);
    }
}
