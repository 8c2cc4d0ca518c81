package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EntitesPlusTest {

    private final DocumentsDessai documents;

    EntitesPlusTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void describesEntitiesAndWritesTheActivityCodeAsTheFormerFilesDo() {
        assertThat(EntitesPlus.rows(documents.structures())).hasRows("""
                numero_finess_ej | nom         | nom_long           | code_statut_juridique | siren     | code_ape | date_creation | etat_objet | adresse                 | ville   | code_commune_publie | telephone  | connue_par | _date_illisible
                010000016        | GCS 2 RIVES | GCS DES DEUX RIVES | 29                    | 260104633 | 8710A    | 1994-01-01    | A          | 240 R GUY DE MAUPASSANT | AJACCIO | 2A004               | 0495201235 | registre   | false
                010000156        | ORSAC       | ORSAC              | 60                    |           |          |               | A          |                         |         |                     |            | registre   | true
                """);
    }
}
