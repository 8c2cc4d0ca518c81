package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ContexteParTerritoireTest {

    /** 01001 and 01002 merged in 2022, 3 to 1; 01003 came apart in 2022, 3 to 1, in 01003 and 69004. */
    @Test
    void carriesCountsAndRatesOfCommunesToTheCadreAndUp(SparkSession spark) {
        Dataset<Row> contexte = new ContexteParTerritoire().build(tables(spark).with(Silver.CONTEXTE_TERRITOIRE, """
                niveau  | code_territoire | millesime | annee | indicateur | nature_indicateur | valeur_indicateur | source_indicateur
                commune | 01001           | 2021      | 2020  | rsa        | compte            | 30                | CNAF
                commune | 01002           | 2021      | 2020  | rsa        | compte            | 20                | CNAF
                commune | 01003           | 2021      | 2020  | rsa        | compte            | 8                 | CNAF
                commune | 01001           | 2021      | 2020  | chomage    | taux              | 8                 | INSEE
                commune | 01002           | 2021      | 2020  | chomage    | taux              | 12                | INSEE
                commune | 01003           | 2021      | 2020  | chomage    | taux              | 6                 | INSEE
                """));

        assertThat(contexte).hasRows("""
                niveau      | code_territoire | millesime | annee | indicateur | valeur_indicateur | origine_valeur | part_estimee | source_indicateur
                commune     | 01001           | 2023      | 2020  | rsa        | 50.0              | communes       | 0.0          | CNAF
                commune     | 01003           | 2023      | 2020  | rsa        | 6.0               | communes       | 1.0          | CNAF
                commune     | 69004           | 2023      | 2020  | rsa        | 2.0               | communes       | 1.0          | CNAF
                departement | 01              | 2023      | 2020  | rsa        | 56.0              | communes       | 0.10714285714285714 | CNAF
                departement | 69              | 2023      | 2020  | rsa        | 2.0               | communes       | 1.0          | CNAF
                national    | FR              | 2023      | 2020  | rsa        | 58.0              | communes       | 0.13793103448275862 | CNAF
                commune     | 01001           | 2023      | 2020  | chomage    | 9.0               | communes       | 1.0          | INSEE
                commune     | 01003           | 2023      | 2020  | chomage    | 6.0               | communes       | 0.0          | INSEE
                commune     | 69004           | 2023      | 2020  | chomage    | 6.0               | communes       | 0.0          | INSEE
                departement | 01              | 2023      | 2020  | chomage    | 8.25              | communes       | 0.75         | INSEE
                departement | 69              | 2023      | 2020  | chomage    | 6.0               | communes       | 0.0          | INSEE
                national    | FR              | 2023      | 2020  | chomage    | 7.8               | communes       | 0.6          | INSEE
                """);
    }

    @Test
    void whatASourceGivesForATerritoryGoesFirstAndWhatIsNotKnownWholeIsNotGiven(SparkSession spark) {
        Dataset<Row> contexte = new ContexteParTerritoire().build(tables(spark).with(Silver.CONTEXTE_TERRITOIRE, """
                niveau      | code_territoire | millesime | annee | indicateur | nature_indicateur | valeur_indicateur | borne_basse | borne_haute | qualificatif
                commune     | 01001           | 2021      | 2020  | rsa        | compte            | 30                |             |             |
                commune     | 01003           | 2021      | 2020  | rsa        | compte            | 8                 | 4           | 12          |
                departement | 01              | 2021      | 2020  | rsa        | compte            | 60                |             |             | provisoire
                departement | 99              | 2021      | 2020  | rsa        | compte            | 1                 |             |             |
                """));

        assertThat(contexte).hasRows("""
                niveau      | code_territoire | indicateur | valeur_indicateur | borne_basse | borne_haute | origine_valeur | qualificatif
                commune     | 01003           | rsa        | 6.0               | 3.0         | 9.0         | communes       |
                commune     | 69004           | rsa        | 2.0               | 1.0         | 3.0         | communes       |
                departement | 69              | rsa        | 2.0               | 1.0         | 3.0         | communes       |
                departement | 01              | rsa        | 60.0              |             |             | publiee        | provisoire
                """);
    }

    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01001        | 1800-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        01002        | 1800-01-01 | 9999-12-31 | 01001              | 1.0  | exact
                        01003        | 1800-01-01 | 2022-01-01 | 01003              | 0.75 | pondere
                        01003        | 1800-01-01 | 2022-01-01 | 69004              | 0.25 | pondere
                        """)
                .with(Silver.PASSAGE_COMMUNE, """
                        code_commune | type_commune | date_debut | date_fin   | lu_du      | lu_au      | atome | part | nature_part
                        01001        | COM          | 1943-01-01 | 2022-01-01 | 1800-01-01 | 2022-01-01 | 01001 | 1.0  | exact
                        01001        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 01001 | 0.75 | pondere
                        01001        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 01002 | 0.25 | pondere
                        01002        | COM          | 1943-01-01 | 2022-01-01 | 1800-01-01 | 9999-12-31 | 01002 | 1.0  | exact
                        01003        | COM          | 1943-01-01 | 2022-01-01 | 1800-01-01 | 2022-01-01 | 3a    | 0.75 | pondere
                        01003        | COM          | 1943-01-01 | 2022-01-01 | 1800-01-01 | 2022-01-01 | 3b    | 0.25 | pondere
                        01003        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 3a    | 1.0  | exact
                        69004        | COM          | 2022-01-01 | 9999-12-31 | 1800-01-01 | 9999-12-31 | 3b    | 1.0  | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire | part | nature_part
                        01001        | 2023      | commune     | 01001           | 1.0  | exact
                        01003        | 2023      | commune     | 01003           | 1.0  | exact
                        69004        | 2023      | commune     | 69004           | 1.0  | exact
                        01001        | 2023      | departement | 01              | 1.0  | exact
                        01003        | 2023      | departement | 01              | 1.0  | exact
                        69004        | 2023      | departement | 69              | 1.0  | exact
                        01001        | 2023      | national    | FR              | 1.0  | exact
                        01003        | 2023      | national    | FR              | 1.0  | exact
                        69004        | 2023      | national    | FR              | 1.0  | exact
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire | population
                        commune     | 01001           | 2023      | Un                 | 300
                        commune     | 01003           | 2023      | Trois              | 100
                        commune     | 69004           | 2023      | Quatre             | 100
                        departement | 01              | 2023      | Ain                | 400
                        departement | 69              | 2023      | Rhône              | 100
                        national    | FR              | 2023      | France             | 500
                        """);
    }
}
