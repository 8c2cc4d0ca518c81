package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TextTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtablissementsXmlTest {

    private static final String STRUCTURES = """
            nofinesset | nofinessej | rs        | categetab | typeet | nofinessppal | typefermeture | datefermeture | datelimite | indcaduc | dateouv    | departement | commune | ligneacheminement | codepostal | libcommune | numuai   | _source
            010000040  | 010008407  | CH NANTUA | 355       | S      | 010000057    | DEF           | 2007-04-20    |            |          | 1901-01-01 | 01          | 269     | 01130 NANTUA      | 01130      | NANTUA     |          | finess-cs1400102
            970100012  | 970100004  | CHU       | 101       | P      |              |               |               | 2030-01-01 | N        | 1979-02-31 | 9A          | 105     |                   | 97100      | BASSE TERRE | 9710001A | finess-cs1400102
            010000024  | 010780054  | FOYER     | 500       |        |              |               |               |            |          |            | 01          | 451     | 01440 VIRIAT      |            |            |          | finess-etalab
            """;
    private static final String POSITIONS = """
            nofinesset | coordxet | coordyet  | sourcecoordet                                                  | _source
            970100012  | 657242.9 | 1795384.4 | 2,ATLASANTE,96,BAN,EPSG:5490 RGAF09/UTM Zone 20N (Antilles) | finess-cs1400109
            """;

    @Test
    void tellsClosingsAndMainEstablishmentsAndJoinsThePositionOfTheDay(SparkSession spark) {
        Dataset<Row> rows = EtablissementsXml.rows(
                TextTable.table(spark, Bronze.FINESS_STRUCTUREET, STRUCTURES),
                TextTable.table(spark, Bronze.FINESS_GEOLOCALISATION, POSITIONS));

        assertThat(rows).hasRows("""
                numero_finess_et | type_etablissement | numero_finess_principal | date_fermeture | type_fermeture | date_limite | est_caduc | date_ouverture | code_commune_publie | code_postal | ville       | x_publie | srid_publie | numero_uai | _date_illisible
                010000040        | secondaire         | 010000057               | 2007-04-20     | DEF            |             |           | 1901-01-01     | 01269               | 01130       | NANTUA      |          |             |            | false
                970100012        | principal          |                         |                |                | 2030-01-01  | false     |                | 97105               | 97100       | BASSE TERRE | 657242.9 | 5490        | 9710001A   | true
                """);
    }

    @Test
    void leavesEtalabLinesToTheirOwnReader(SparkSession spark) {
        Dataset<Row> rows = EtablissementsEtalab.rows(
                TextTable.table(spark, Bronze.FINESS_STRUCTUREET, STRUCTURES),
                TextTable.table(spark, Bronze.FINESS_GEOLOCALISATION, POSITIONS));

        assertThat(rows).hasRows("""
                numero_finess_et | nom   | date_fermeture
                010000024        | FOYER |
                """);
    }
}
