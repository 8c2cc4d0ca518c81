package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ActiviteParTerritoireTest {

    @Test
    void sumsWhatWasReportedAndKeepsTheRestUnknown(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.RATTACHEMENT, """
                code_commune | millesime | niveau      | code_territoire | part
                01053        | 2024      | commune     | 01053           | 1
                01053        | 2024      | departement | 01              | 1
                01053        | 2024      | national    | FR              | 1
                01004        | 2024      | commune     | 01004           | 1
                01004        | 2024      | departement | 01              | 1
                01004        | 2024      | national    | FR              | 1
                """)
                .with(Silver.TERRITOIRE, """
                niveau      | code_territoire | millesime | libelle_territoire
                commune     | 01053           | 2024      | Bourg-en-Bresse
                commune     | 01004           | 2024      | Ambérieu-en-Bugey
                departement | 01              | 2024      | Ain
                national    | FR              | 2024      | France
                """)
                .with(Silver.ACTIVITE, """
                code_acteur      | mois       | service | code_commune | millesime_commune | nb_heures | nb_personnes
                finess:010000024 | 2024-01-01 | autre   | 01053        | 2024              | 10.5      |
                finess:010000032 | 2024-01-01 | autre   | 01053        | 2024              | 4         |
                finess:010000024 | 2024-01-01 | autre   | 01004        | 2024              |           | 0
                """);

        assertThat(new ActiviteParTerritoire().build(tables)).hasRows("""
                niveau      | libelle_territoire | millesime | mois       | nb_declarants | nb_heures | nb_personnes | nb_etp
                commune     | Bourg-en-Bresse    | 2024      | 2024-01-01 | 2             | 14.5      |              |
                commune     | Ambérieu-en-Bugey  | 2024      | 2024-01-01 | 1             |           | 0            |
                departement | Ain                | 2024      | 2024-01-01 | 2             | 14.5      | 0            |
                national    | France             | 2024      | 2024-01-01 | 2             | 14.5      | 0            |
                """);
    }
}
