package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EquipementSocialTest {

    private static final String VERSIONS = """
            numero_finess_et | code_discipline | code_type_activite | code_clientele | nb_places_installees | est_supprime_installe | valide_du  | valide_au  | connu_du   | connu_au
            140004698        | 901             | 11                 | 110            | 8                    | false                 | 2021-01-01 | 9999-12-31 | 2021-01-01 | 2022-01-01
            140004698        | 901             | 11                 | 110            | 8                    | false                 | 2021-01-01 | 2022-01-01 | 2022-01-01 | 9999-12-31
            140004698        | 901             | 11                 | 110            | 12                   | false                 | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31
            140004698        | 901             | 13                 | 110            | 5                    | true                  | 2021-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31
            140004698        | 901             | 16                 | 110            | 7                    |                       | 2021-01-01 | 9999-12-31 | 2021-01-01 | 9999-12-31
            """;

    @Test
    void holdsOneVersionPerEquipmentOfTheCadre(SparkSession spark) {
        TestTables tables = new TestTables(spark).with(Silver.EQUIPEMENT_SOCIAL_VERSION, VERSIONS);

        assertThat(new EquipementSocial()
                        .build(tables.with(Parametres.ETAT, LocalDate.of(2021, 6, 1))
                                .with(Parametres.CONNU, LocalDate.of(2021, 6, 1)))
                        .where("code_type_activite = '11'"))
                .hasRows("""
                code_type_activite | nb_places_installees | connu_du
                11                 | 8                    | 2021-01-01
                """);
    }

    @Test
    void keepsSuppressedEquipmentMarkedSoThatPlacesAreTheSumOfTheOthers(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.EQUIPEMENT_SOCIAL_VERSION, VERSIONS)
                .with(Parametres.ETAT, LocalDate.of(2023, 1, 1))
                .with(Parametres.CONNU, LocalDate.of(2023, 1, 1));

        assertThat(new EquipementSocial()
                        .build(tables)
                        .where("not coalesce(est_supprime_installe, false)")
                        .groupBy("numero_finess_et")
                        .sum("nb_places_installees")
                        .toDF("numero_finess_et", "places"))
                .hasRows("""
                numero_finess_et | places
                140004698        | 19
                """);
    }
}
