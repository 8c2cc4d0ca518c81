package fr.maillage.gold.registre;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtapeCooperationTest {

    @Test
    void saysHowLongEachValueLasted(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Parametres.ETAT, LocalDate.of(2011, 6, 30))
                .with(Silver.COOPERATION, """
                        code_cooperation | connu_du
                        coop:d9c         | 2012-01-01
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_fait | code_cooperation | rubrique | code_valeur   | date_debut | date_fin
                        1         | coop:d9c         | maturite | reflexion     | 2009-11-01 |
                        2         | coop:d9c         | maturite | mise_en_place | 2010-06-01 |
                        3         | coop:d9c         | maturite | en_place      | 2011-06-01 |
                        4         | coop:d9c         | maturite | terminee      | 2012-01-01 |
                        5         | coop:d9c         | etape    | diagnostic    | 2009-11-01 | 2010-01-31
                        6         | coop:d9c         | niveau_integration | mutualisation | |
                        7         | coop:d9c         | public   | personnes_agees | 2009-11-01 |
                        """);

        assertThat(new EtapeCooperation().build(tables)).hasRows("""
                rubrique           | code_valeur   | libelle_valeur           | date_debut | date_fin   | nb_mois | est_en_cours
                maturite           | reflexion     | En cours de réflexion    | 2009-11-01 | 2010-05-31 | 7       | false
                maturite           | mise_en_place | En cours de mise en place | 2010-06-01 | 2011-05-31 | 12     | false
                maturite           | en_place      | En place                 | 2011-06-01 |            | 1       | true
                etape              | diagnostic    | Diagnostic               | 2009-11-01 | 2010-01-31 | 3       | false
                niveau_integration | mutualisation | 3. Mutualisation dans un groupement | |          |         | true
                """);
    }
}
