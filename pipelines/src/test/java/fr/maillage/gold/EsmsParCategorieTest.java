package fr.maillage.gold;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EsmsParCategorieTest {

    @Test
    void comparesTheCountryWithThePrintedTableLineByLine(SparkSession spark) {
        assertThat(new EsmsParCategorie().build(tables(spark)).where("niveau = 'national'"))
                .hasRows("""
                millesime | libelle_territoire | niveau_categorie | code_regroupement | libelle_regroupement | nb_etablissements | part_etablissements | nb_etablissements_hors_exclusions | financement_2011          | provenance_financement | nb_etablissements_2011 | evolution | taux_evolution
                2024      | France             | ensemble         | ENS               | Ensemble             | 10                | 1.0                 | 8                                 |                           |                        | 12                     | -4        | -0.3333333333333333
                2024      | France             | agregat_2        | 4400              | Personnes âgées      | 10                | 1.0                 | 8                                 |                           |                        | 12                     | -4        | -0.3333333333333333
                2024      | France             | agregat_3        | 4401              | Hébergement          | 10                | 1.0                 | 8                                 |                           |                        | 8                      | 0         | 0.0
                2024      | France             | agregat_3        | 4403              |                      | 0                 | 0.0                 | 0                                 |                           |                        | 4                      | -4        | -1.0
                2024      | France             | categorie        | 500               | EHPAD                | 8                 | 0.8                 | 8                                 |                           |                        |                        |           |
                2024      | France             | categorie        | 202               | Résidence autonomie  | 2                 | 0.2                 | 0                                 |                           |                        |                        |           |
                2024      | France             | categorie        | 200               | Maison de Retraite   | 0                 | 0.0                 | 0                                 | etat_ou_assurance_maladie | inferee                | 8                      | -8        | -1.0
                2024      | France             | categorie        | 208               | Aide ménagère        | 0                 | 0.0                 | 0                                 | conseil_general           | inferee                | 4                      | -4        | -1.0
                """);
    }

    @Test
    void otherTerritoriesHaveTheSameColumnsButNoPrintedFigure(SparkSession spark) {
        assertThat(new EsmsParCategorie().build(tables(spark)).where("niveau = 'departement'"))
                .hasRows("""
                code_territoire | niveau_categorie | code_regroupement | nb_etablissements | part_etablissements | nb_etablissements_hors_exclusions | nb_etablissements_2011 | evolution
                01              | ensemble         | ENS               | 2                 | 1.0                 | 1                                 |                        |
                01              | agregat_2        | 4400              | 2                 | 1.0                 | 1                                 |                        |
                01              | categorie        | 500               | 1                 | 0.5                 | 1                                 |                        |
                01              | categorie        | 202               | 1                 | 0.5                 | 0                                 |                        |
                02              | ensemble         | ENS               | 0                 |                     | 0                                 |                        |
                """);
    }

    @Test
    void theExclusionsAreAParameter(SparkSession spark) {
        TestTables none = tables(spark).with(Parametres.ESMS_CATEGORIES_EXCLUES, "");

        assertThat(new EsmsParCategorie().build(none).where("niveau = 'national' and code_regroupement = 'ENS'"))
                .hasRows("""
                nb_etablissements | nb_etablissements_hors_exclusions | evolution
                10                | 10                                | -2
                """);
    }

    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Gold.OFFRE_PAR_TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire | perimetre | niveau_categorie | code_regroupement | libelle_regroupement | nb_etablissements
                        national    | FR              | 2024      | France             | tous      | ensemble         | ENS               | Ensemble             | 99
                        national    | FR              | 2024      | France             | esms      | ensemble         | ENS               | Ensemble             | 10
                        national    | FR              | 2024      | France             | esms      | agregat_1        | 4000              | Social               | 10
                        national    | FR              | 2024      | France             | esms      | agregat_2        | 4400              | Personnes âgées      | 10
                        national    | FR              | 2024      | France             | esms      | agregat_3        | 4401              | Hébergement          | 10
                        national    | FR              | 2024      | France             | esms      | categorie        | 500               | EHPAD                | 8
                        national    | FR              | 2024      | France             | esms      | categorie        | 202               | Résidence autonomie  | 2
                        departement | 01              | 2024      | Ain                | esms      | ensemble         | ENS               | Ensemble             | 2
                        departement | 01              | 2024      | Ain                | esms      | agregat_2        | 4400              | Personnes âgées      | 2
                        departement | 01              | 2024      | Ain                | esms      | categorie        | 500               | EHPAD                | 1
                        departement | 01              | 2024      | Ain                | esms      | categorie        | 202               | Résidence autonomie  | 1
                        departement | 02              | 2024      | Aisne              | esms      | ensemble         | ENS               | Ensemble             | 0
                        """)
                .with(Gold.REFERENCE_ANAP_2011, """
                        code_categorie | libelle            | code_agregat_3 | code_agregat_2 | nb_etablissements | financement_2011          | provenance_financement
                        200            | Maison de Retraite | 4401           | 4400           | 8                 | etat_ou_assurance_maladie | inferee
                        208            | Aide ménagère      | 4403           | 4400           | 4                 | conseil_general           | inferee
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                        500            | 4000           | 4400           | 4401
                        202            | 4000           | 4400           | 4401
                        """);
    }
}
