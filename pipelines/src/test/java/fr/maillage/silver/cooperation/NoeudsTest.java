package fr.maillage.silver.cooperation;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class NoeudsTest {

    private static final String EXPECTED = """
            code_acteur      | code_noeud
            finess:030000012 | siren:775555555
            finess:030000020 | finess:030780002
            finess:030000038 | coop:sagess
            finess:030000046 | coop:finess-046
            finess:030000053 | finess:030780009
            """;

    @Test
    void establishmentsHaveTheSameNodeWithoutTheDirectory(SparkSession spark) {
        TestTables tables = registre(spark);
        Dataset<Row> etablissements = tables.read(Silver.ETABLISSEMENT).select(NUMERO_FINESS_ET, NUMERO_FINESS_EJ);
        Dataset<Row> acteurs = etablissements.select(
                concat(lit("finess:"), col(NUMERO_FINESS_ET)).as(CODE_ACTEUR));

        assertThat(Noeuds.avec(acteurs, CODE_ACTEUR, CODE_NOEUD, Noeuds.read(tables)))
                .hasRows(EXPECTED);
        assertThat(Noeuds.desEtablissements(etablissements, tables)
                        .select(concat(lit("finess:"), col(NUMERO_FINESS_ET)).as(CODE_ACTEUR), col(CODE_NOEUD)))
                .hasRows(EXPECTED);
    }

    @Test
    void aStructureIsWhomItsSirenNames(SparkSession spark) {
        TestTables tables = registre(spark);

        assertThat(Noeuds.desStructures(tables.read(Silver.STRUCTURE_INSERTION), tables)
                        .select(IDENTIFIANT_SIAE, CODE_NOEUD))
                .hasRows("""
                        identifiant_siae | code_noeud
                        1                | siren:775555555
                        2                | coop:sagess
                        3                | siren:111111118
                        4                | ext:siae-4
                        5                | siren:222222226
                        """);
    }

    /**
     * A manager with a SIREN, one without, one that is a cooperation, an establishment that is one itself, and one whose
     * legal entity is in no release.
     */
    private static TestTables registre(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | siret
                        030000012        | 030780001        | 77555555500012
                        030000020        | 030780002        |
                        030000038        | 030780003        | 33333333300011
                        030000046        | 030780002        |
                        030000053        | 030780009        |
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | siren
                        030780001        | 775555555
                        030780002        |
                        030780003        |
                        """)
                .with(Silver.STRUCTURE_INSERTION, """
                        identifiant_siae | siren     | siret
                        1                | 775555555 | 77555555500020
                        2                | 333333333 | 33333333300029
                        3                | 111111118 | 11111111800011
                        4                |           |
                        5                | 222222226 | 22222222600011
                        """)
                .with(Silver.ORGANISATION_IDENTIFIANT, """
                        code_organisation | espace_identifiant | identifiant
                        siren:775555555   | finess_ej          | 030780001
                        siren:775555555   | siren              | 775555555
                        finess:030780002  | finess_ej          | 030780002
                        finess:030780003  | finess_ej          | 030780003
                        siren:111111118   | siren              | 111111118
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | origine   | numero_finess
                        coop:sagess      | declaree  |
                        coop:finess-003  | detectee  | 030780003
                        coop:finess-046  | detectee  | 030000046
                        """)
                .with(Silver.COOPERATION_RAPPROCHEMENT, """
                        code_cooperation_declaree | code_cooperation_detectee | est_la_meme
                        coop:sagess               | coop:finess-003           | true
                        """);
    }
}
