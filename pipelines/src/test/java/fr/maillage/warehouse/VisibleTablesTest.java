package fr.maillage.warehouse;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@SparkTest
class VisibleTablesTest {

    @Test
    void aTableThatFewerMaySeeHasNoRow(SparkSession spark) {
        Tables tables = new TestTables(spark).with(Gold.RELAIS_PAR_LIEN, """
                code_acteur_donneur | code_acteur_receveur
                ext:a               | ext:b
                """);

        Assertions.assertThat(Gold.RELAIS_PAR_LIEN.access()).isEqualTo(Access.INTERNE);
        Assertions.assertThat(new VisibleTables(tables, Access.PUBLIC)
                        .read(Gold.RELAIS_PAR_LIEN)
                        .count())
                .isZero();
        Assertions.assertThat(new VisibleTables(tables, Access.INTERNE)
                        .read(Gold.RELAIS_PAR_LIEN)
                        .count())
                .isOne();
    }

    @Test
    void aColumnThatFewerMaySeeIsUnknown(SparkSession spark) {
        Tables tables = new TestTables(spark).with(Silver.COOPERATION_RAPPROCHEMENT, """
                code_cooperation_detectee | code_cooperation_declaree | auteur
                finess:010000024          | coop:a                    | Mme Durand
                """);

        assertThat(new VisibleTables(tables, Access.PUBLIC).read(Silver.COOPERATION_RAPPROCHEMENT))
                .hasRows("""
                code_cooperation_detectee | code_cooperation_declaree | auteur
                finess:010000024          | coop:a                    |
                """);
    }
}
