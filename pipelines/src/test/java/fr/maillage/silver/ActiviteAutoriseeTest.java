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
class ActiviteAutoriseeTest {

    @Test
    void holdsTheVersionsOfTheCadre(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ACTIVITE_AUTORISEE_VERSION, """
                numero_finess_et | code_activite | code_modalite | code_forme | numero_ligne | date_fin   | valide_du  | valide_au  | connu_du   | connu_au
                670798636        | 02            | 00            | 01         | 7            | 2023-02-04 | 2022-01-01 | 2022-07-01 | 2022-07-01 | 9999-12-31
                670798636        | 02            | 00            | 01         | 7            | 2029-02-04 | 2022-07-01 | 9999-12-31 | 2022-07-01 | 9999-12-31
                """)
                .with(Parametres.ETAT, LocalDate.of(2022, 3, 1))
                .with(Parametres.CONNU, LocalDate.of(2023, 1, 1));

        assertThat(new ActiviteAutorisee().build(tables)).hasRows("""
                code_activite | numero_ligne | date_fin
                02            | 7            | 2023-02-04
                """);
    }
}
