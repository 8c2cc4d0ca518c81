package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EntitesXmlTest {

    @Test
    void tellsWhenAndHowAnEntityClosed(SparkSession spark) {
        assertThat(EntitesXml.rows(TextTable.table(spark, Bronze.FINESS_STRUCTUREEJ, """
                nofiness  | rs               | statutjuridique | siren     | datecrea   | datemaj    | datefermeture | typefermeture | departement | commune | ligneacheminement    | _source
                010008407 | CH HAUT BUGEY    | 14              | 260110218 | 2001-01-01 | 2020-02-04 |               |               | 01          | 283     | 01117 OYONNAX CEDEX  | finess-cs1400101
                2A0000154 | CLINIQUE DU PARC | 73              |           | 1979-01-01 | 2010-01-01 | 2009-12-31    | DEF           | 2A          | 004     | 20000 AJACCIO        | finess-cs1400101
                590000741 | HOPITAL PRIVE    | 73              |           |            |            |               |               | 59          | 009     | 59650 VILLENEUVE     | finess-etalab
                """)))
                .hasRows("""
                numero_finess_ej | nom              | code_statut_juridique | date_creation | date_fermeture | type_fermeture | date_maj   | code_commune_publie | connue_par
                010008407        | CH HAUT BUGEY    | 14                    | 2001-01-01    |                |                | 2020-02-04 | 01283               | registre
                2A0000154        | CLINIQUE DU PARC | 73                    | 1979-01-01    | 2009-12-31     | DEF            | 2010-01-01 | 2A004               | registre
                """);
    }
}
