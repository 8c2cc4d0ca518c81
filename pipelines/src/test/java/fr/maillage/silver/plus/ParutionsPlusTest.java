package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.silver.Parution;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Documents as releases of the register: what they would have named, and what a new system does not change. */
@SparkTest
class ParutionsPlusTest {

    private final SparkSession spark;
    private final DocumentsDessai documents;

    ParutionsPlusTest(SparkSession spark) {
        this.spark = spark;
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void takesAnExtractForASampleWhichClosesNothing() {
        TestTables tables = new TestTables(spark)
                .with(Bronze.FINESS_PLUS_STRUCTURE, documents.structures())
                .with(Bronze.FINESS_PLUS_ACTIVITE, documents.activites());

        assertThat(new Parution().build(tables)).hasRows("""
                systeme     | objet             | date_parution | portee      | fermes_inclus | nb_entites
                finess-plus | entite_juridique  | 2026-07-31    | echantillon | true          | 2
                finess-plus | etablissement     | 2026-07-31    | echantillon | true          | 2
                finess-plus | equipement_social | 2026-07-31    | echantillon | true          | 1
                finess-plus | activite_autorisee | 2026-07-31   | echantillon | true          | 1
                finess-plus | zone_intervention | 2026-07-31    | echantillon | true          | 1
                """);
    }

    @Test
    void makesNoFalseChangeWhereTheFormerFilesToldWhatDocumentsHaveNoPlaceFor() {
        Dataset<Row> structures = documents.structures();
        TestTables tables = new TestTables(spark)
                .with(Bronze.FINESS_PLUS_STRUCTURE, structures)
                .with(Bronze.FINESS_STRUCTUREET, """
                        nofinesset | nofinessej | rs      | rslongue | categetab | codeape | dateouv    | codemft | _millesime | _source       | _fichier
                        010780211  | 010000156  | ANTENNE | ANTENNE  | 365       | 8610Z   | 1980-01-01 | 01      | 2026-05-01 | finess-etalab | etalab
                        """);
        tables.with(Silver.PARUTION, new Parution().build(tables));

        assertThat(
                        new EtablissementVersion()
                                .build(tables)
                                .where(
                                        "numero_finess_et = '010780211' AND connu_au = '9999-12-31' AND valide_au = '9999-12-31'"))
                .hasRows("""
                        nom     | code_ape | code_mft | date_ouverture | etat_objet
                        ANTENNE | 8610Z    | 01       | 1980-01-01     | I
                        """);
    }
}
