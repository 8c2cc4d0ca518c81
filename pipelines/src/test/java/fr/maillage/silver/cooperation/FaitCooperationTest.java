package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class FaitCooperationTest {

    @Test
    void readsFactsUnderTheirHeadings(SparkSession spark) {
        assertThat(built(spark, """
                        cooperation | rubrique    | valeur         | du         | au   | nombre_texte | unite_texte | acteur    | statut_texte | texte      | source_texte | _ligne | _rang
                        c1          | Maturité    | en place       | 2011-06    |      |              |             |           |              |            | L1409        | 2      | 1
                        c1          | financement | fonctionnement | 2009       | 2010 | 200          | K€          | FSE       | obtenu       |            | L1652        | 3      | 1
                        c1          | etp         | 7,6            |            |      |              |             |           |              |            |              | 4      | 1
                        c1          | objectif_strategique | Lisibilité |     |      |              |             |           |              |            |              | 5      | 1
                        c1          | jalon       | signature      | 17/12/2010 |      |              |             |           | fait         | statuts    |              | 6      | 1
                        c1          | fonction    | achats         |            |      |              |             |           |              |            |              | 7      | 1
                        c1          | forme_juridique | gcsms      | 2008       |      |              |             |           |              |            |              | 8      | 1
                        """)).hasRows("""
                        code_cooperation | rubrique    | code_valeur    | texte_fait | nombre_fait | unite_fait | acteur_nomme | statut_fait | date_debut | date_fin   | precision_date | source_fait | _ligne | _regles
                        coop:c1          | maturite    | en_place       |            |             |            |              |             | 2011-06-01 |            | mois           | L1409       | 2      |
                        coop:c1          | financement | fonctionnement |            | 200000.0    | €          | FSE          | obtenu      | 2009-01-01 | 2010-12-31 | annee          | L1652       | 3      | acteur_sans_identifiant
                        coop:c1          | etp         |                |            | 7.6         |            |              |             |            |            |                |             | 4      |
                        coop:c1          | objectif_strategique |       | Lisibilité |             |            |              |             |            |            |                |             | 5      |
                        coop:c1          | jalon       | signature      | statuts    |             |            |              | fait        | 2010-12-17 |            | jour           |             | 6      |
                        coop:c1          | fonction    | achats         |            |             |            |              |             |            |            |                |             | 7      |
                        coop:c1          | forme_juridique | gcsms      |            |             |            |              |             | 2008-01-01 |            | annee          |             | 8      |
                        """);
    }

    @Test
    void saysLineByLineWhatIsWrong(SparkSession spark) {
        assertThat(built(spark, """
                        cooperation | rubrique    | valeur   | du      | au      | nombre_texte | minimum_texte | statut_texte | _ligne | _rang
                        inconnue    | maturite    | en_place |         |         |              |               |              | 2      | 1
                        c1          | couleur     | rouge    |         |         |              |               |              | 3      | 1
                        c1          | maturite    |          |         |         |              |               |              | 4      | 1
                        c1          | maturite    | mûre     |         |         |              |               |              | 5      | 1
                        c1          | budget      | beaucoup |         |         |              |               |              | 6      | 1
                        c1          | jalon       | signature | 2012   | 2010    |              |               |              | 7      | 1
                        c1          | financement | demarrage | jadis  |         | 5            |               | promis       | 8      | 1
                        c1          | etp         | 3        |         |         |              | 4             |              | 9      | 1
                        c1          | perspective | CPOM     |         |         |              |               |              | 10     | 1
                        c1          | perspective | CPOM     |         |         |              |               |              | 11     | 1
                        """)).hasRows("""
                        code_cooperation | rubrique    | _ligne | _regles
                        coop:inconnue    | maturite    | 2      | cooperation_absente
                        coop:c1          | couleur     | 3      | rubrique_inconnue
                        coop:c1          | maturite    | 4      | valeur_absente
                        coop:c1          | maturite    | 5      | valeur_hors_liste
                        coop:c1          | budget      | 6      | nombre_illisible
                        coop:c1          | jalon       | 7      | dates_inversees
                        coop:c1          | financement | 8      | statut_hors_liste, date_illisible
                        coop:c1          | etp         | 9      | bornes_incoherentes
                        coop:c1          | perspective | 10     |
                        coop:c1          | perspective | 11     | fait_en_double
                        """);
    }

    /** SAGESS: 9 votes of presidents, 6 of board members, 1 of the director, 5 of the technical college (L2713-2735). */
    @Test
    void refusesVotesThatDoNotAddUp(SparkSession spark) {
        String votes = """
                cooperation | rubrique   | valeur | texte             | _ligne | _rang
                c1          | voix       | 9      | présidents        | 2      | 1
                c1          | voix       | 6      | administrateurs   | 3      | 1
                c1          | voix       | 1      | directeur général | 4      | 1
                c1          | voix       | 5      | collège technique | 5      | 1
                c1          | voix_total | %s     |                   | 6      | 1
                """;
        assertThat(built(spark, votes.formatted("21")).where("rubrique = 'voix_total'"))
                .hasRows("""
                        nombre_fait | _regles
                        21.0        |
                        """);
        assertThat(built(spark, votes.formatted("22")).where("rubrique = 'voix_total'"))
                .hasRows("""
                        nombre_fait | _regles
                        22.0        | voix_incoherentes
                        """);
    }

    @Test
    void refusesASecondLineOfOneCooperationInACensus(SparkSession spark) {
        assertThat(built(spark, """
                        cooperation | rubrique | valeur | _fichier | _ligne | _source                 | _rang
                        c1          | etp      | 2      | abcd     | 2      | declaration-recensement | 1
                        c1          | budget   | 12     | abcd     | 3      | declaration-recensement | 1
                        c1          | places   | 30     | ef01     | 9      | declaration-faits       | 1
                        """)).hasRows("""
                        rubrique | nombre_fait | _ligne | _regles
                        etp      | 2.0         | 2      |
                        budget   | 12.0        | 3      | identifiant_en_double
                        places   | 30.0        | 9      |
                        """);
    }

    @Test
    void replacesAHeadingByALaterUploadAndLeavesTheOthers(SparkSession spark) {
        assertThat(built(spark, """
                        cooperation | rubrique | valeur        | _ligne | _rang
                        c1          | maturite | reflexion     | 2      | 1
                        c1          | etp      | 2             | 3      | 1
                        c1          | maturite | mise_en_place | 2      | 2
                        """)).hasRows("""
                        rubrique | code_valeur   | nombre_fait | _ligne
                        maturite | mise_en_place |             | 2
                        etp      |               | 2.0         | 3
                        """);
    }

    private static Dataset<Row> built(SparkSession spark, String declarations) {
        return new FaitCooperation()
                .build(new TestTables(spark).with(Silver.COOPERATION, """
                                code_cooperation | origine
                                coop:c1          | declaree
                                """).with(Bronze.DECLARATION_FAIT, declarations));
    }
}
