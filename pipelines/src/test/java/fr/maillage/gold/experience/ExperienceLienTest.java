package fr.maillage.gold.experience;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ExperienceLienTest {

    @Test
    void holdsEveryLineOfItsFile(SparkSession spark) {
        assertThat(new ExperienceLien().build(new TestTables(spark)).selectExpr("count(*) as liens"))
                .hasRows("""
                liens
                56
                """);
    }

    @Test
    void linksTheTwoCardsOfUlisse(SparkSession spark) {
        assertThat(new ExperienceLien().build(new TestTables(spark)).where("motif = 'Groupe ULISSE'"))
                .hasRows("""
                code_experience | code_experience_liee | genre_lien
                III-5           | III-14               | meme_structure
                III-14          | III-5                | meme_structure
                """);
    }
}
