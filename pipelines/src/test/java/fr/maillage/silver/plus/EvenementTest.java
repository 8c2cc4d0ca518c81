package fr.maillage.silver.plus;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.testing.SparkTest;
import fr.maillage.testing.plus.DocumentsDessai;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class EvenementTest {

    private final DocumentsDessai documents;

    EvenementTest(SparkSession spark) {
        this.documents = new DocumentsDessai(spark);
    }

    @Test
    void listsEventsOfEveryLevelAndSaysWhichStatesAreButTheCode() {
        assertThat(Evenement.apply(documents.structures(), documents.activites(), DocumentsDessai.JOUR)
                        .where("identifiant_evenement IN ('701', '702', '703', '801', '803')"))
                .hasRows("""
                identifiant_evenement | niveau_evenement  | type_objet | identifiant_objet | numero_finess | code_evenement | date_evenement | date_enregistrement | etat_evenement | est_etat_repete | type_objet_lie
                701                   | entite            | PM         | 1                 | 010000016     | 001            | 1994-01-01     | 2026-07-07          | 101            | false           |
                702                   | etablissement     | EG         | 11                | 010780195     | 003            | 1966-01-01     | 2026-07-07          | 003            | true            |
                703                   | groupement        | GR         | 7                 |               | 003            | 2017-01-01     | 2026-07-07          | 003            | true            |
                801                   | activite_autorisee | AC        | 101               | 010000156     | 010            | 2010-01-01     | 2026-07-07          | 010            | true            | PM
                803                   | activite_exercee  | AC         | 102               | 010780195     | 015            | 2015-05-05     | 2026-07-07          | 015            | true            | EG
                """);
    }

    @Test
    void keepsAnEventWhoseCodeNobodyKnows() {
        String document = DocumentsDessai.text("structures.json")
                .replace("\"codeEvenement\": \"001\"", "\"codeEvenement\": \"008\"");

        assertThat(Evenement.apply(documents.structures(document), documents.activites(), DocumentsDessai.JOUR)
                        .where("identifiant_evenement = '701'"))
                .hasRows("""
                identifiant_evenement | code_evenement | date_evenement | _regles
                701                   | 008            | 1994-01-01     | code_inconnu
                """);
    }

    @Test
    void setsAsideAnEventToldTwiceAndADateThatIsNone() {
        String document = DocumentsDessai.text("structures.json")
                .replace("\"703\"", "\"702\"")
                .replace("1994-01-01\", \"etat", "1994-13-01\", \"etat");

        assertThat(Evenement.apply(documents.structures(document), documents.activites(), DocumentsDessai.JOUR)
                        .where("size(_regles) > 0"))
                .hasRows("""
                identifiant_evenement | niveau_evenement | date_evenement | _regles
                701                   | entite           |                | date_illisible
                702                   | etablissement    | 1966-01-01     | ligne_en_double
                """);
    }
}
