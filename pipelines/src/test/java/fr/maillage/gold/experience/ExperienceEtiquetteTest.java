package fr.maillage.gold.experience;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ExperienceEtiquetteTest {

    @Test
    void holdsEveryLineOfItsFile(SparkSession spark) {
        assertThat(new ExperienceEtiquette()
                        .build(new TestTables(spark))
                        .selectExpr("count(*) as etiquettes", "count(distinct code_etiquette) as distinctes"))
                .hasRows("""
                etiquettes | distinctes
                361        | 74
                """);
    }

    @Test
    void tellsWhatTheSourcePrintsFromWhatWasRead(SparkSession spark) {
        assertThat(new ExperienceEtiquette().build(new TestTables(spark)).where("code_experience = 'ANAP-09'"))
                .hasRows("""
                code_experience | code_etiquette       | provenance_etiquette | ligne_debut
                ANAP-09         | categorie_efficience | imprimee             | 1425
                ANAP-09         | categorie_parcours   | imprimee             | 753
                ANAP-09         | categorie_isolement  | imprimee             | 1038
                ANAP-09         | maturite_en_place    | lecture              | 1425
                """);
    }
}
