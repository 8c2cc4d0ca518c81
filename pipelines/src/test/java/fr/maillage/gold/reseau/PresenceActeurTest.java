package fr.maillage.gold.reseau;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class PresenceActeurTest {

    @Test
    void managersAreWhereTheirEstablishmentsAreAndOthersWhileTheyHaveALink(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | date_fermeture | connu_du
                        030000012        | 030780001        | 246            | 03310        | 2011              |                | 2011-12-31
                        030000020        | 030780001        | 620            | 03190        | 2011              |                | 2011-12-31
                        030000038        | 030780002        | 620            | 03310        | 2011              |                | 2011-12-31
                        030000046        | 030780003        | 620            | 03310        | 2011              |                | 2011-12-31
                        030000053        | 030780004        | 246            | 03310        | 2011              | 2010-06-30     | 2011-12-31
                        """)
                .with(Silver.STRUCTURE_INSERTION, """
                        identifiant_siae | siren     | code_commune | millesime_commune
                        7                | 111111118 | 03190        | 2011
                        8                | 222222226 | 03190        | 2011
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                        246            | 4000           | 4300           | 4301
                        620            | 3000           | 3200           | 3201
                        """)
                .with(Silver.ORGANISATION_SUCCESSEUR, """
                        code_organisation | code_organisation_actuelle | date_debut | date_fin
                        siren:111111118   | siren:111111118            |            | 2009-12-31
                        siren:111111118   | ext:b                      | 2010-01-01 |
                        """)
                .with(Silver.LIEN_COOPERATION, """
                        code_noeud       | code_noeud_autre
                        finess:030780002 | coop:sagess
                        ext:b            | coop:sagess
                        ext:ars          | coop:sagess
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau      | code_territoire | part
                        03310        | commune     | 03310           | 1
                        03310        | departement | 03              | 1
                        03190        | departement | 03              | 1
                        """);

        assertThat(new PresenceActeur().build(tables)).hasRows("""
                code_noeud       | niveau      | code_territoire | date_debut | date_fin | gere_esms | est_estimee
                coop:sagess      | national    | FR              |            |          | false     | false
                ext:ars          | national    | FR              |            |          | false     | false
                ext:b            | departement | 03              | 2010-01-01 |          | false     | false
                ext:b            | national    | FR              |            |          | false     | false
                ext:b            | national    | FR              | 2010-01-01 |          | false     | false
                finess:030780001 | commune     | 03310           |            |          | true      | false
                finess:030780001 | departement | 03              |            |          | true      | false
                finess:030780001 | national    | FR              |            |          | true      | false
                finess:030780002 | commune     | 03310           |            |          | false     | false
                finess:030780002 | departement | 03              |            |          | false     | false
                finess:030780002 | national    | FR              |            |          | false     | false
                """);
    }
}
