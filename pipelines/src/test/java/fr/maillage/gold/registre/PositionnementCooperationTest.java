package fr.maillage.gold.registre;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class PositionnementCooperationTest {

    @Test
    void setsDeclaredPointsBesideThoseTheRegistryShows(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Silver.COOPERATION, """
                        code_cooperation | connu_du
                        coop:c1          | 2024-01-01
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | numero_finess_ej | date_debut
                        coop:c1          | finess:010780054 | 010780054        | 2020-01-01
                        coop:c1          | finess:010780062 | 010780062        | 2020-01-01
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_fait | code_cooperation | rubrique     | texte_fait       | code_acteur      | source_fait | connu_du
                        1         | coop:c1          | point_faible | Siège non agréé  | finess:010780062 | L3219-3224  | 2024-01-01
                        2         | coop:c1          | opportunite  | Siège à 3 %      |                  | L3408-3415  | 2024-01-01
                        """)
                .with(Gold.GESTIONNAIRE, """
                        numero_finess_ej | nb_etablissements | nb_categories | nb_departements | est_mono_etablissement | est_mono_activite
                        010780054        | 1                 | 1             | 1               | true                   | true
                        010780062        | 4                 | 2             | 2               | false                  | false
                        """);

        assertThat(new PositionnementCooperation().build(tables)).hasRows("""
                code_acteur      | quadrant     | point                                                            | mesure_point | origine_point
                finess:010780062 | point_faible | Siège non agréé                                                  |              | declare
                                 | opportunite  | Siège à 3 %                                                      |              | declare
                finess:010780054 | point_faible | Un seul établissement : dirigeants et cadres isolés              | 1.0          | registre
                finess:010780054 | point_faible | Une seule activité                                               | 1.0          | registre
                finess:010780062 | point_fort   | Plusieurs établissements : mobilité et parcours professionnels   | 4.0          | registre
                finess:010780062 | point_fort   | Plusieurs activités : palette de services                        | 2.0          | registre
                                 | opportunite  | Établissements réunis par la coopération                         | 5.0          | registre
                                 | risque       | Étendue supérieure à un département : la proximité se perd, le compte rendu coûte | 2.0 | registre
                """);
    }
}
