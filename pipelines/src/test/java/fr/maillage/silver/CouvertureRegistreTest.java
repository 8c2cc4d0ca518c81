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
class CouvertureRegistreTest {

    private static final CouvertureRegistre TABLE = new CouvertureRegistre();

    @Test
    void followsTheScopeOfReleasesFromDepartementsToTheCountry(SparkSession spark) {
        assertThat(TABLE.build(tables(spark))).hasRows("""
                niveau      | code_territoire | registre
                commune     | 01001           | complet
                departement | 01              | complet
                departement | 69              | complet
                departement | 976             | absent
                region      | 84              | complet
                region      | 06              | absent
                national    | FR              | partiel
                """);
    }

    @Test
    void knowsOnlyWhatWasReleasedOnTheDayOfTheCadre(SparkSession spark) {
        TestTables before = tables(spark).with(Parametres.ETAT, LocalDate.of(2020, 12, 31));

        assertThat(TABLE.build(before).where("niveau = 'national'")).hasRows("""
                registre
                absent
                """);
    }

    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark).with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | code_departement | code_region
                        commune     | 01001           | 2024      | 01               | 84
                        departement | 01              | 2024      | 01               | 84
                        departement | 69              | 2024      | 69               | 84
                        departement | 976             | 2024      | 976              | 06
                        region      | 84              | 2024      |                  | 84
                        region      | 06              | 2024      |                  | 06
                        national    | FR              | 2024      |                  |
                        """).with(Silver.PARUTION, """
                        systeme     | objet         | date_parution | portee       | departements | tranches | fermes_inclus | est_retiree
                        finess-fhir | etablissement | 2021-01-08    | departements | 01 69        |          | false         | false
                        finess-plus | etablissement | 2026-07-20    | nationale    |              |          | true          | true
                        """);
    }
}
