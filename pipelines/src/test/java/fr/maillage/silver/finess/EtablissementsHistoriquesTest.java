package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtablissementsHistoriquesTest {

    @Test
    void readsTheCommuneOfInseeAndThePositionOfTheLine(SparkSession spark) {
        assertThat(EtablissementsHistoriques.rows(TextTable.table(spark, Bronze.FINESS_HISTORIQUE, """
                nofinesset | nofinessej | rs           | categetab | cog   | codepostal | ligneacheminement | libelle_routage | coordx    | coordy    | sourcegeocod | dateouvert | mft | sph | numen
                2A0000014  | 2A0000154  | CH D’AJACCIO | 355       | 2A004 | 20000      | 20000 AJACCIO     | AJACCIO         | 1177000.5 | 6104000.1 |              | 1979-02-13 | 03  | 1   |
                970100012  | 970100004  | CHU          | 101       | 97105 | 97100      |                   | BASSE TERRE     | 657242.9  | 1795384.4 |              |            |     |     | 9710001A
                970112345  | 970100004  | HOPITAL      | 101       | 97127 | 97150      | 97150 SAINT MARTIN |                | 1         | ''        |              |            |     |     |
                980500003  | 980500011  | CHM          | 101       | 97608 | 97600      | 97600 MAMOUDZOU   |                 | 524819.9  | 8587194.7 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,UTM_S38 | | | |
                """)))
                .hasRows("""
                numero_finess_et | code_commune_publie | code_postal | ville        | x_publie  | srid_publie | date_ouverture | code_mft | code_sph | numero_uai
                2A0000014        | 2A004               | 20000       | AJACCIO      | 1177000.5 | 2154        | 1979-02-13     | 03       | 1        |
                970100012        | 97105               | 97100       | BASSE TERRE  | 657242.9  | 5490        |                |          |          | 9710001A
                970112345        | 97801               | 97150       | SAINT MARTIN |           |             |                |          |          |
                980500003        | 97608               | 97600       | MAMOUDZOU    | 524819.9  | 4471        |                |          |          |
                """);
    }
}
