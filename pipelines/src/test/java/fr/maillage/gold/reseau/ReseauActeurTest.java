package fr.maillage.gold.reseau;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReseauActeurTest {

    /** Three associations in one group; the third also works with a fourth, which alone is in a second group of two. */
    private static final String LIENS = """
            code_noeud | code_noeud_autre | code_acteur | code_acteur_autre | type_lien    | est_orientee | date_debut | date_fin   | connu_du
            siren:a    | coop:sagess      | siren:a     | coop:sagess       | membre       | false        | 2009-06-01 |            | 2012-06-30
            siren:b    | coop:sagess      | siren:b     | coop:sagess       | membre       | false        | 2009-06-01 |            | 2012-06-30
            siren:c    | coop:sagess      | siren:c     | coop:sagess       | membre       | false        | 2009-06-01 |            | 2012-06-30
            siren:c    | siren:d          | siren:c     | siren:d           | prestation   | true         | 2012-01-01 |            | 2012-06-30
            siren:d    | coop:yonne       | siren:d     | coop:yonne        | membre       | false        |            |            | 2012-06-30
            siren:e    | coop:yonne       | siren:e     | coop:yonne        | membre       | false        |            | 2012-06-30 | 2012-06-30
            siren:a    | siren:b          | siren:a     | siren:b           | relais       | true         | 2012-05-01 | 2013-04-30 | 2012-06-30
            siren:a    | siren:a          | siren:a     | finess:a          | financement  | true         | 2012-05-01 |            | 2012-06-30
            """;

    @Test
    void tellsThePlaceOfEachActorAndWhatIsLostWithoutIt(SparkSession spark) {
        assertThat(reseau(spark).where("date_observation = '2012-06-30'")).hasRows("""
                code_noeud  | est_cooperation | nb_voisins | nb_cooperations_membre | nb_membres_cooperation | nb_partenaires | composante  | taille_composante | est_articulation | nb_ponts | nb_organisations_separees | nb_cooperations_separees | nb_cooperations_dissoutes | nb_paires_membres_liees
                coop:sagess | true            | 3          | 0                      | 3                      |                | coop:sagess | 7                 | true             | 1        | 2                         | 0                        | 0                         | 1
                coop:yonne  | true            | 2          | 0                      | 2                      |                | coop:sagess | 7                 | true             | 2        | 1                         | 0                        | 0                         | 0
                siren:a     | false           | 2          | 1                      |                        | 2              | coop:sagess | 7                 | false            | 0        | 0                         | 0                        | 0                         |
                siren:b     | false           | 2          | 1                      |                        | 2              | coop:sagess | 7                 | false            | 0        | 0                         | 0                        | 0                         |
                siren:c     | false           | 2          | 1                      |                        | 3              | coop:sagess | 7                 | true             | 2        | 2                         | 1                        | 0                         |
                siren:d     | false           | 2          | 1                      |                        | 2              | coop:sagess | 7                 | true             | 2        | 1                         | 1                        | 1                         |
                siren:e     | false           | 1          | 1                      |                        | 1              | coop:sagess | 7                 | false            | 1        | 0                         | 0                        | 1                         |
                """);
    }

    @Test
    void looksAtEachDayByItself(SparkSession spark) {
        assertThat(reseau(spark).where("code_noeud in ('siren:c', 'siren:e')")).hasRows("""
                code_noeud | date_observation | composante  | taille_composante | nb_organisations_separees | intermediarite | methode_intermediarite
                siren:e    | 2010-01-01       | coop:yonne  | 3                 | 0                         | 0.0            | exacte
                siren:e    | 2011-01-01       | coop:yonne  | 3                 | 0                         | 0.0            | exacte
                siren:e    | 2012-01-01       | coop:sagess | 7                 | 0                         | 0.0            | exacte
                siren:e    | 2012-06-30       | coop:sagess | 7                 | 0                         | 0.0            | exacte
                siren:c    | 2010-01-01       | coop:sagess | 4                 | 0                         | 0.0            | exacte
                siren:c    | 2011-01-01       | coop:sagess | 4                 | 0                         | 0.0            | exacte
                siren:c    | 2012-01-01       | coop:sagess | 7                 | 2                         | 0.6            | exacte
                siren:c    | 2012-06-30       | coop:sagess | 7                 | 2                         | 0.6            | exacte
                """);
    }

    private static Dataset<Row> reseau(SparkSession spark) {
        return new ReseauActeur().build(new TestTables(spark).with(Silver.LIEN_COOPERATION, LIENS));
    }
}
