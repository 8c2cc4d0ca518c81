package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EtablissementTest {

    private static final String VERSIONS = """
            numero_finess_et | numero_finess_ej | nom | code_categorie | x_publie | valide_du  | valide_au  | connu_du   | connu_au
            010000001        | 010780054        | CH  | 355            | 1.0      | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31
            """;

    @Test
    void standsWhereItWasLocated(SparkSession spark) {
        assertThat(new Etablissement()
                        .build(new TestTables(spark)
                                .with(Silver.ETABLISSEMENT_VERSION, VERSIONS)
                                .with(Silver.LOCALISATION, """
                numero_finess_et | code_commune | millesime_commune | source_commune | accord     | x_publie | longitude
                010000001        | 01451        | 2021              | position       | concordant | 1.0      | 5.2
                """)
                                .with(Silver.COMMUNE, """
                code_commune | millesime
                01451        | 2021
                """)))
                .hasRows("""
                numero_finess_et | numero_finess_ej | nom | code_commune | source_commune | x_publie | longitude | connu_du   | _regles
                010000001        | 010780054        | CH  | 01451        | position       | 1.0      | 5.2       | 2021-01-08 |
                """);
    }

    @Test
    void flagsEvidenceThatDisagreesAndACommuneUnknownToTheCog(SparkSession spark) {
        assertThat(new Etablissement()
                        .build(new TestTables(spark)
                                .with(Silver.ETABLISSEMENT_VERSION, VERSIONS)
                                .with(Silver.LOCALISATION, """
                numero_finess_et | code_commune | millesime_commune | source_commune | accord
                010000001        | 01999        | 2021              | publiee        | discordant
                """)
                                .with(Silver.COMMUNE, """
                code_commune | millesime
                01451        | 2021
                """)))
                .hasRows("""
                numero_finess_et | _regles
                010000001        | indices_discordants, commune_hors_cog
                """);
    }

    @Test
    void saysThatNoEvidenceGivesACommune(SparkSession spark) {
        assertThat(new Etablissement()
                        .build(new TestTables(spark)
                                .with(Silver.ETABLISSEMENT_VERSION, VERSIONS)
                                .with(Silver.LOCALISATION, """
                numero_finess_et | source_commune | accord
                010000001        | inconnue       | aucun
                """)))
                .hasRows("""
                numero_finess_et | code_commune | _regles
                010000001        |              | commune_inconnue
                """);
    }
}
