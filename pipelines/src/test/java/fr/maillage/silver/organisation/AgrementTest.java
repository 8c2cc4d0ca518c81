package fr.maillage.silver.organisation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AgrementTest {

    private static final String IDENTIFIANTS = """
            code_organisation | espace_identifiant | identifiant | preuve_identifiant
            siren:111111118   | siren              | 111111118   | publie
            siren:111111118   | finess_ej          | 010000001   | publie
            siren:111111118   | ext                | adapei      | declare
            ext:ai            | ext                | ai          | declare
            """;

    /** An intermediary association lost home-care work when its quality approval was withdrawn (COORACE L11361). */
    @Test
    void keepsScopeDatesAndReasonOfEnd(SparkSession spark) {
        TestTables tables = tables(spark, """
                organisation  | type_texte       | portee_texte      | date_debut_texte | date_fin_texte | motif_fin_texte | delivre_par
                ext:ai        | Agrément qualité | aide à domicile   | 01/01/2007       | 2010-12-31     | Retrait         | préfecture
                010000001     | autre            |                   | 2009-12-01       |                |                 |
                EXT: adapei   | agrement_environnement | Argenteuil  |                  |                |                 | préfecture
                """);

        assertThat(new Agrement().build(tables)).hasRows("""
                code_organisation | type_agrement          | portee_agrement | date_debut | date_fin   | motif_fin | delivre_par | _regles
                ext:ai            | agrement_qualite       | aide à domicile | 2007-01-01 | 2010-12-31 | retrait   | préfecture  |
                siren:111111118   | agrement_environnement | Argenteuil      |            |            |           | préfecture  |
                siren:111111118   | autre                  |                 | 2009-12-01 |            |           |             |
                """);
    }

    @Test
    void namesEveryRuleALineBreaks(SparkSession spark) {
        TestTables tables = tables(spark, """
                organisation  | type_texte       | date_debut_texte | date_fin_texte | motif_fin_texte | _ligne
                RMI           | autre            | 2009-01-01       |                |                 | 2
                coop:c1       | autre            | 2009-01-01       |                |                 | 3
                ext:ai        | médaille         | 2009-01-01       |                |                 | 4
                ext:ai        |                  | 2009-01-01       |                |                 | 5
                ext:ai        | certification_cedre | 2009-01-01    | 2008-01-01     |                 | 6
                ext:ai        | certification_cedre | 2009-01-01    | 2010-01-01     | lassitude       | 7
                ext:ai        | certification_cedre | 2009-01-01    |                | retrait         | 8
                ext:inconnue  | certification_cedre | au printemps  |                |                 | 9
                """);

        assertThat(new Agrement().build(tables)).hasRows("""
                _ligne | _regles
                2      | organisation_illisible
                3      | organisation_illisible
                4      | type_inconnu
                5      | type_inconnu
                6      | dates_inversees
                7      | motif_inconnu
                8      | motif_sans_fin
                9      | organisation_inconnue, date_illisible
                """);
    }

    @Test
    void saysAPeriodOnceAndAScopeBesideAnother(SparkSession spark) {
        TestTables tables = tables(spark, """
                organisation | type_texte          | portee_texte | date_debut_texte | date_fin_texte | _ligne
                ext:ai       | certification_cedre |              | 2008-01-01       | 2010-01-01     | 2
                ext:ai       | certification_cedre |              | 2009-01-01       |                | 3
                ext:ai       | certification_cedre | Rennes       | 2009-01-01       |                | 4
                ext:ai       | certification_cedre |              | 2010-01-01       |                | 5
                ext:ai       | certification_cedre |              | 2010-01-01       |                | 6
                ext:ai       | label_cibc          |              |                  |                | 7
                ext:ai       | label_cibc          |              |                  |                | 8
                """);

        assertThat(new Agrement().build(tables)).hasRows("""
                _ligne | _regles
                2      |
                3      | periode_en_double
                4      |
                5      | periode_en_double
                6      | periode_en_double
                7      |
                8      | periode_en_double
                """);
    }

    @Test
    void replacesWhatAFormerUploadSaidOfTheOrganisation(SparkSession spark) {
        TestTables tables = tables(spark, """
                organisation     | type_texte | date_debut_texte | _rang
                ext:ai           | label_cibc | 2008-01-01       | 1
                siren:111111118  | label_cibc | 2008-01-01       | 1
                finess:010000001 | label_pris | 2012-01-01       | 2
                """);

        assertThat(new Agrement().build(tables)).hasRows("""
                code_organisation | type_agrement
                ext:ai            | label_cibc
                siren:111111118   | label_pris
                """);
    }

    private static TestTables tables(SparkSession spark, String declarations) {
        return new TestTables(spark)
                .with(Silver.ORGANISATION_IDENTIFIANT, IDENTIFIANTS)
                .with(Bronze.DECLARATION_AGREMENT, declarations);
    }
}
