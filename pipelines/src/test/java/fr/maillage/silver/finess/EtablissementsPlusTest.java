package fr.maillage.silver.finess;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtablissementsPlusTest {

    private final DocumentsDessai documents;

    EtablissementsPlusTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void describesOpenAndClosedEstablishmentsByTheirMainAddress() {
        assertThat(EtablissementsPlus.rows(documents.structures())
                        .where("size(_evenements) > 0")
                        .selectExpr(
                                "numero_finess_et",
                                "transform(_evenements, e -> concat_ws(' ', e.code, e.jour, e.numero)) evenements"))
                .hasRows("""
                numero_finess_et | evenements
                010780195        | 003 1966-01-01 702
                """);
        assertThat(EtablissementsPlus.rows(documents.structures())).hasRows("""
                numero_finess_et | numero_finess_ej | nom      | code_categorie | siret          | code_sph | code_mft | date_ouverture | etat_objet | numero_finess_principal | adresse             | code_postal | ville           | code_commune_publie | x_publie   | srid_publie | source_position  | date_maj
                010780195        | 010000156        | CLINIQUE | 365            | 77930919400024 | 1        | 57       | 1966-01-01     | A          |                         | 62 B AV DE JASSERON | 01000       | BOURG EN BRESSE | 01053               | 6570414.61 |             | 01053_1950_00062 | 2025-01-02
                010780211        | 010000156        | ANTENNE  | 365            |                |          | 01       | 1980-01-01     | I          | 010780195               |                     |             |                 |                     |            |             |                  | 2024-01-02
                """);
    }
}
