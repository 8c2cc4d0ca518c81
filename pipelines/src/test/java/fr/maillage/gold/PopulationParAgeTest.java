package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class PopulationParAgeTest {

    @Test
    void everyTerritoryAddsUpToItsPopulation(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Parametres.TRANCHES_AGE, "0-74,75+,85+")
                .with(Silver.POPULATION, """
                        code_commune | millesime | annee | population_municipale
                        01001        | 2023      | 2021  | 101
                        01002        | 2023      | 2021  | 51
                        01003        | 2023      | 2021  | 8
                        """)
                .with(Silver.COMMUNE_VIE, """
                        code_commune | type_commune | date_debut | date_fin
                        01001        | COM          | 1943-01-01 | 9999-12-31
                        01002        | COM          | 1943-01-01 | 9999-12-31
                        01003        | COM          | 1943-01-01 | 9999-12-31
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01001        | 1943-01-01 | 9999-12-31 | 01001              | 1    | exact
                        01002        | 1943-01-01 | 9999-12-31 | 01002              | 1    | exact
                        01003        | 1943-01-01 | 9999-12-31 | 01003              | 1    | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau  | code_territoire | part | nature_part
                        01001        | 2023      | commune | 01001           | 1    | exact
                        01001        | 2023      | pays    | P1              | 1    | exact
                        01002        | 2023      | pays    | P1              | 0.5  | pondere
                        01002        | 2023      | pays    | P2              | 0.5  | pondere
                        01003        | 2023      | bassin  | B1              | 1    | exact
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau  | code_territoire | millesime | libelle_territoire | code_region | population
                        commune | 01001           | 2023      | Abergement         | 84          | 101
                        pays    | P1              | 2023      | Bresse             | 84          | 127
                        pays    | P2              | 2023      | Dombes             | 84          | 26
                        bassin  | B1              | 2023      | Sans ages          | 84          | 8
                        """)
                .with(Silver.POPULATION_AGE, """
                        code_commune | annee | age_min | nb_personnes_age | nb_hommes | nb_femmes | borne_basse | borne_haute | methode_age
                        01001        | 2021  | 0       | 81               | 41        | 40        | 81          | 81          | recensement
                        01001        | 2021  | 75      | 15               | 5         | 10        | 15          | 15          | recensement
                        01001        | 2021  | 85      | 5                | 1         | 4         | 5           | 5           | recensement
                        01002        | 2021  | 0       | 41               | 21        | 20        | 36          | 46          | estimation_departement
                        01002        | 2021  | 75      | 7                | 3         | 4         | 4           | 10          | estimation_departement
                        01002        | 2021  | 85      | 3                | 1         | 2         | 1           | 5           | estimation_departement
                        """);

        // Half of 51 people is 25 and a half: 127 in one pays and 26 in the other, by largest remainders. B1 is
        // unknown.
        assertThat(new PopulationParAge().build(tables)).hasRows("""
                niveau  | code_territoire | libelle_territoire | annee | tranche_age | nb_personnes_age | nb_hommes | nb_femmes | borne_basse | borne_haute | population | part_estimee
                commune | 01001           | Abergement         | 2021  | 0-74        | 81               | 41        | 40        | 81.0        | 81.0        | 101        | 0.0
                commune | 01001           | Abergement         | 2021  | 75+         | 20               | 6         | 14        | 20.0        | 20.0        | 101        | 0.0
                commune | 01001           | Abergement         | 2021  | 85+         | 5                | 1         | 4         | 5.0         | 5.0         | 101        | 0.0
                pays    | P1              | Bresse             | 2021  | 0-74        | 102              | 52        | 50        | 99.0        | 104.0       | 127        | 0.2019704433497537
                pays    | P1              | Bresse             | 2021  | 75+         | 25               | 8         | 17        | 22.5        | 27.5        | 127        | 0.2
                pays    | P1              | Bresse             | 2021  | 85+         | 6                | 1         | 5         | 5.5         | 7.5         | 127        | 0.23076923076923078
                pays    | P2              | Dombes             | 2021  | 0-74        | 21               | 11        | 10        | 18.0        | 23.0        | 26         | 1.0
                pays    | P2              | Dombes             | 2021  | 75+         | 5                | 2         | 3         | 2.5         | 7.5         | 26         | 1.0
                pays    | P2              | Dombes             | 2021  | 85+         | 1                | 0         | 1         | 0.5         | 2.5         | 26         | 1.0
                """);
    }
}
