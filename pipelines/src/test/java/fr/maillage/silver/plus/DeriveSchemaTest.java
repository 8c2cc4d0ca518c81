package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DeriveSchemaTest {

    private final DocumentsDessai documents;

    DeriveSchemaTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void findsNothingInDocumentsThatAreAsTheContractSays() {
        assertThat(DeriveSchema.apply(documents.structures(), documents.activites())
                        .where("genre_derive <> 'code_nouveau'"))
                .isEmpty();
    }

    @Test
    void countsUnknownMissingAndRetypedFieldsAndNewCodesByPath() {
        String document = DocumentsDessai.text("structures.json")
                .replace("\"etatObjet\": \"A\"", "\"etatObjet\": \"Z\"")
                .replace("\"numeroEducationNationale\": null,", "\"uai\": 12,")
                .replace("\"espic\": [\"1\"]", "\"espic\": \"1\"")
                .replace("\"pmSmsseId\": \"1\", \"codeApe\"", "\"pmSmsseId\": 1, \"codeApe\"");

        assertThat(DeriveSchema.apply(documents.structures(document), documents.activites())
                        .where("source = 'finess-plus-structures'"))
                .hasRows("""
                chemin                                                     | genre_derive | exemple_derive | nb_derives | nb_enregistrements_touches | connu_du
                pmej.etatobjet                                             | code_nouveau | Z              | 2          | 2                          | 2026-07-31
                pmej.ege[].etatobjet                                       | code_nouveau | Z              | 1          | 1                          | 2026-07-31
                gcc.etatobjet                                              | code_nouveau | Z              | 1          | 1                          | 2026-07-31
                pmej.ege[].informationsgeneralesege.uai                    | inconnu      | 12             | 2          | 1                          | 2026-07-31
                pmej.ege[].informationsgeneralesege.numeroeducationnationale | absent     |                | 2          | 1                          | 2026-07-31
                pmej.ege[].informationsgeneralesege.espic                  | retype       |                | 1          | 1                          | 2026-07-31
                pmej.informationsgeneralespmej.pmsmsseid                   | retype       | 1              | 1          | 1                          | 2026-07-31
                """);
    }
}
