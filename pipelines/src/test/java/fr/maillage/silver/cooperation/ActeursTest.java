package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static fr.maillage.testing.TextTable.table;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ActeursTest {

    @Test
    void readsAnActorUnderEveryNameItMayBeGiven(SparkSession spark) {
        Dataset<Row> lignes = table(spark, Bronze.DECLARATION_MEMBRE, """
                membre               | role
                finess:010000024     | with its namespace
                FINESS : 010 000 024 | with blanks and capitals
                010000024            | bare, in the registry
                10000024             | its zero dropped by a spreadsheet
                123456782            | bare, not in the registry
                2A0000014            | bare, Corsica
                26010004500012       | bare SIRET
                W751234567           | bare RNA
                Coop:Vallées         | another cooperation
                ext:Mairie de Dole   | own key
                finess:01000002      | eight digits after its namespace
                siret:123            | too short
                la mairie            | no identifier
                                     | nothing
                """);

        assertThat(Acteurs.lus(lignes, "membre", "code_acteur", annuaire(spark)))
                .hasRows("""
                role                              | code_acteur
                with its namespace                | finess:010000024
                with blanks and capitals          | finess:010000024
                bare, in the registry             | finess:010000024
                its zero dropped by a spreadsheet | finess:010000024
                bare, not in the registry         | siren:123456782
                bare, Corsica                     | finess:2A0000014
                bare SIRET                        | siret:26010004500012
                bare RNA                          | rna:W751234567
                another cooperation               | coop:Vallées
                own key                           | ext:Mairie de Dole
                eight digits after its namespace  | finess:001000002
                too short                         |
                no identifier                     |
                nothing                           |
                """);
    }

    @Test
    void knowsEstablishmentsAndEntitiesByAllTheirNumbers(SparkSession spark) {
        assertThat(annuaire(spark)).hasRows("""
                code_acteur          | resolution       | numero_finess_et | numero_finess_ej
                finess:010000024     | etablissement    | 010000024        | 010780054
                finess:010000032     | etablissement    | 010000032        | 010780062
                finess:010000040     | etablissement    | 010000040        | 010780062
                finess:010780054     | entite_juridique |                  | 010780054
                finess:010780062     | entite_juridique |                  | 010780062
                siret:26010004500012 | siret            | 010000024        | 010780054
                siret:26010003700019 | siret            |                  | 010780062
                siren:260100045      | siren            |                  | 010780054
                siren:260100037      | siren            |                  | 010780062
                """);
    }

    private static Dataset<Row> annuaire(SparkSession spark) {
        return Acteurs.annuaire(table(spark, Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej | siret
                010000024        | 010780054        | 26010004500012
                010000032        | 010780062        | 26010003700019
                010000040        | 010780062        | 26010003700019
                """), table(spark, Silver.ENTITE_JURIDIQUE, """
                numero_finess_ej | siren
                010780054        | 260100045
                010780062        |
                """));
    }
}
