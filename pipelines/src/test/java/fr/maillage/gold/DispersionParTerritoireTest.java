package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DispersionParTerritoireTest {

    @Test
    void givesTheSpreadOfTheSubTerritoriesAndLeavesOutWhatIsUnknown(SparkSession spark) {
        assertThat(
                        new DispersionParTerritoire()
                                .build(tables(spark))
                                .where(
                                        "indicateur_dispersion = 'esms_pour_10000' and sous_niveau in ('departement', 'commune')"))
                .hasRows("""
                niveau      | code_territoire | sous_niveau | nb_sous_territoires | nb_sous_territoires_inconnus | valeur_minimale | valeur_mediane | valeur_maximale
                national    | FR              | departement | 2                   | 0                            | 10.0            | 15.0           | 20.0
                national    | FR              | commune     | 5                   | 2                            | 10.0            | 10.0           | 40.0
                region      | 84              | departement | 2                   | 0                            | 10.0            | 15.0           | 20.0
                region      | 84              | commune     | 5                   | 2                            | 10.0            | 10.0           | 40.0
                departement | 01              | commune     | 2                   | 0                            | 10.0            | 10.0           | 10.0
                departement | 69              | commune     | 3                   | 2                            | 40.0            | 40.0           | 40.0
                secteur     | S1              | commune     | 2                   | 0                            | 10.0            | 25.0           | 40.0
                """);
    }

    @Test
    void theilBetweenAndWithinAddUpToThatOfAllCommunes(SparkSession spark) {
        TestTables tables = tables(spark).with(Gold.OFFRE_PAR_TERRITOIRE, """
                niveau      | code_territoire | perimetre | niveau_categorie | nb_etablissements | population
                departement | 01              | tous      | ensemble         | 8                 | 300
                departement | 69              | tous      | ensemble         | 6                 | 400
                commune     | 01001           | tous      | ensemble         | 2                 | 100
                commune     | 01002           | tous      | ensemble         | 6                 | 200
                commune     | 69001           | tous      | ensemble         | 6                 | 150
                commune     | 69002           | tous      | ensemble         | 0                 | 250
                """);
        Dataset<Row> theils = new DispersionParTerritoire().build(tables).where("niveau = 'national'");

        double between = theil(theils, "departement", "theil_entre");
        double inside = theil(theils, "departement", "theil_dans");
        double all = theil(theils, "commune", "theil_entre");
        double byHand = 2 / 14.0 * Math.log(2 / 14.0 / (100 / 700.0))
                + 6 / 14.0 * Math.log(6 / 14.0 / (200 / 700.0))
                + 6 / 14.0 * Math.log(6 / 14.0 / (150 / 700.0));
        org.assertj.core.api.Assertions.assertThat(all).isCloseTo(byHand, within(1e-9));
        org.assertj.core.api.Assertions.assertThat(between + inside).isCloseTo(all, within(1e-9));
        org.assertj.core.api.Assertions.assertThat(theil(theils, "commune", "theil_dans"))
                .isZero();
    }

    private static double theil(Dataset<Row> rows, String sousNiveau, String column) {
        return rows.where("sous_niveau = '" + sousNiveau + "' and indicateur_dispersion = 'etablissements_pour_10000'")
                .select(column)
                .collectAsList()
                .get(0)
                .getDouble(0);
    }

    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire | code_region
                        national    | FR              | 2024      | France             |
                        region      | 84              | 2024      | ARA                | 84
                        departement | 01              | 2024      | Ain                | 84
                        departement | 69              | 2024      | Rhône              | 84
                        secteur     | S1              | 2024      | Nord               | 84
                        commune     | 01001           | 2024      | Un                 | 84
                        commune     | 01002           | 2024      | Deux               | 84
                        commune     | 69001           | 2024      | Trois              | 84
                        commune     | 69002           | 2024      | Quatre             | 84
                        commune     | 69003           | 2024      | Cinq               | 84
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau      | code_territoire | part
                        01001        | region      | 84              | 1.0
                        01002        | region      | 84              | 1.0
                        69001        | region      | 84              | 1.0
                        69002        | region      | 84              | 1.0
                        69003        | region      | 84              | 1.0
                        01001        | departement | 01              | 1.0
                        01002        | departement | 01              | 1.0
                        69001        | departement | 69              | 1.0
                        69002        | departement | 69              | 1.0
                        69003        | departement | 69              | 1.0
                        01001        | secteur     | S1              | 1.0
                        69001        | secteur     | S1              | 0.5
                        01001        | commune     | 01001           | 1.0
                        """)
                .with(Gold.OFFRE_PAR_TERRITOIRE, """
                        niveau      | code_territoire | perimetre | niveau_categorie | nb_etablissements | population
                        departement | 01              | esms      | ensemble         | 2                 | 2000
                        departement | 69              | esms      | ensemble         | 4                 | 2000
                        commune     | 01001           | esms      | ensemble         | 1                 | 1000
                        commune     | 01002           | esms      | ensemble         | 1                 | 1000
                        commune     | 69001           | esms      | ensemble         | 4                 | 1000
                        commune     | 69002           | esms      | ensemble         |                   | 1000
                        commune     | 69003           | esms      | ensemble         | 0                 | 0
                        commune     | 01001           | esms      | categorie        | 9                 | 1000
                        """);
    }
}
