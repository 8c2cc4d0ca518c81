package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AdresseTest {

    private final DocumentsDessai documents;

    AdresseTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void keepsBothPairsOfCoordinatesAndGivesASystemToDegreesAlone() {
        assertThat(Adresse.apply(documents.structures(), DocumentsDessai.JOUR)).hasRows("""
                numero_finess | type_objet | rang_adresse | usage_adresse | x_publie   | y_publie  | srid_publie | x_local_publie | y_local_publie | _regles
                010000016     | PM         | 1            | 02            | 8.7369     | 41.9267   | 4326        | 1180000.42     | 6110000.53     |
                010780195     | EG         | 1            | 06            |            |           |             |                |                |
                010780195     | EG         | 2            | 03            | 6570414.61 | 873766.07 |             | 46.211257      | 5.254203       | position_hors_bornes
                """);
    }

    @Test
    void trimsStreetTypesAndReadsTheCommuneOfACorsicanBanKey() {
        assertThat(Adresse.apply(documents.structures(), DocumentsDessai.JOUR)).hasRows("""
                numero_finess | rang_adresse | adresse                   | adresse_developpee            | type_voie | complement_voie | lieu_dit_bp | code_commune_publie | cle_ban          | code_commune_ban | score_ban
                010000016     | 1            | 240 R GUY DE MAUPASSANT   | 240 rue GUY DE MAUPASSANT     | R         |                 |             | 2A004               | 2a004_0515_00240 | 2A004            | 0.9674
                010780195     | 1            | 9 AV SECONDAIRE           | 9 avenue SECONDAIRE           | AV        |                 |             | 01053               |                  |                  |
                010780195     | 2            | 62 B AV DE JASSERON       | 62 bis avenue DE JASSERON     | AV        | B               | BP 41       | 01053               | 01053_1950_00062 | 01053            | 0.9
                """);
    }
}
