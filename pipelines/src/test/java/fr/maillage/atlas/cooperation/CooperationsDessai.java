package fr.maillage.atlas.cooperation;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;

/** A few made-up cooperations as text tables: one with everything, one with members only, found ones without either. */
final class CooperationsDessai {

    private CooperationsDessai() {}

    static TestTables tables(SparkSession spark) {
        return facts(registry(new TestTables(spark)));
    }

    private static TestTables registry(TestTables tables) {
        return tables.with(Silver.COOPERATION, """
                        code_cooperation | nom                   | forme_juridique | date_debut | date_fin   | origine  | preuves       | numero_finess | connu_du
                        coop:essai       | GCSMS de l’<Essai>    | gcsms           | 2019-04-01 |            | declaree | declaration, numero:finess:960000001 |  | 2025-11-30
                        coop:finie       | Convention finie      | convention      | 2018-01-01 | 2020-12-31 | declaree | declaration   |               | 2025-11-30
                        coop:finess:1    | Maison de santé       | msp             | 2021-01-01 |            | detectee | categorie:603 | 960000099     | 2025-11-30
                        coop:finess:2    |                       | clic            |            |            | detectee | categorie:463 |               | 2025-11-30
                        coop:finess:3    | GCSMS ESSAI           | gcsms           | 2019-04-01 |            | detectee | statut:66     |               | 2025-11-30
                        """)
                .with(Gold.BILAN_COOPERATION, """
                        code_cooperation | nom                | origine  | forme_juridique | est_dans_le_champ | motif_champ                   | est_vivante | maturite | mois_maturite | categorie_principale | categories_secondaires | nb_membres_du_jour | nb_gains_mesures | nb_etp
                        coop:essai       | GCSMS de l’<Essai> | declaree | gcsms           | true              | retenue                       | true        | en_place | 72            | parcours             | isolement              | 3                  | 0                | 3.6
                        coop:finie       | Convention finie   | declaree | convention      | false             | sans_structure_medico_sociale | false       | terminee |               |                      |                        | 1                  |                  |
                        coop:finess:1    | Maison de santé    | detectee | msp             |                   | membres_inconnus              | true        |          |               |                      |                        |                    |                  |
                        coop:finess:2    |                    | detectee | clic            |                   | membres_inconnus              | true        |          |               |                      |                        |                    |                  |
                        coop:finess:3    | GCSMS ESSAI        | detectee | gcsms           |                   | membres_inconnus              | true        |          |               |                      |                        |                    |                  |
                        """)
                .with(Silver.COOPERATION_RAPPROCHEMENT, """
                        code_cooperation_declaree | code_cooperation_detectee | preuve            | est_la_meme
                        coop:essai                | coop:finess:3             | Même nom « ESSAI » | true
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | role     | date_debut | date_fin   | numero_finess_et | numero_finess_ej | resolution
                        coop:essai       | finess:960000016 | fondateur | 2019-04-01 |            | 960000016        | 960000001        | etablissement
                        coop:essai       | siren:000000463  | membre   | 2020-01-01 | 2024-06-30 |                  | 990000002        | siren
                        coop:essai       | ext:inconnu      | membre   | 2020-01-01 |            |                  |                  | hors_registre
                        coop:finie       | coop:essai       | membre   | 2018-01-01 |            |                  |                  | cooperation
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | nom               | code_commune
                        960000016        | 960000001        | SSIAD des Dunes   | 96001
                        990000020        | 990000002        | EHPAD du Lac      | 99001
                        960000099        | 960000098        | Maison de santé   | 96001
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom
                        960000001        | ASSOCIATION DES DUNES
                        990000002        | FONDATION DU LAC
                        """)
                .with(Silver.ORGANISATION, """
                        code_organisation | nom
                        siren:000000463   | Fondation du Lac
                        siren:000000999   | Association seule
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau      | code_territoire | part
                        96001        | departement | 96              | 1
                        96001        | region      | 00              | 1
                        99001        | departement | 99              | 1
                        """);
    }

    private static TestTables facts(TestTables tables) {
        return tables.with(Gold.FICHE_COOPERATION, """
                        code_fait | code_cooperation | partie_fiche      | rubrique             | code_valeur    | libelle_valeur     | texte_fait                                          | nombre_fait | nombre_minimum | unite_fait | acteur_nomme | code_acteur      | libelle_statut | date_debut | date_fin   | precision_date | source_fait
                        f01       | coop:essai       | fiche_synthetique | public               | personnes_agees | Personnes âgées (PA) |                                                  |             |                |            |              |                  |                |            |            |                | guide L10
                        f02       | coop:essai       | objectifs         | objectif_strategique |                |                    | Appuyer le <b>domicile</b>                           |             |                |            |              |                  |                |            |            |                | guide L12
                        f03       | coop:essai       | modalites         | financement          | demarrage      | Aide au démarrage  |                                                      | 32000       |                | €          | ARS          |                  | Obtenu         | 2019-01-01 | 2020-12-31 | annee          | guide L14
                        f04       | coop:essai       | enseignements     | point_fort           |                |                    | Bien connue                                          |             |                |            |              | finess:960000016 |                |            |            |                | guide L16
                        f05       | coop:essai       | perspectives      | perspective          |                |                    | Écrire à jean.dupont@exemple.fr ou 01 23 45 67 89    |             |                |            |              |                  |                | 2026-03-01 |            | mois           | guide L18
                        f06       | coop:essai       | modalites         | voix                 |                |                    |                                                      | 12          | 10             |            |              | finess:960000016 |                |            |            |                |
                        f07       | coop:essai       | modalites         | jalon                | signature | Signature de l’acte |                                                      |  |  |            |              |  | Fait | 2019-04-01 |            | mois |
                        """)
                .with(Gold.NOTATION_COOPERATION, """
                        code_cooperation | colonne_notation | note | explication                       | explication_en                | note_imprimee | accord_notation | remarque_notation     | jour_notation
                        coop:essai       | anciennete       |      |                                   |                               | ++            | inconnue        | Le guide ne le dit pas | 2025-12-31
                        coop:essai       | statut           | PNL  | Groupement privé non lucratif     | Private non-profit group      | PNL           | identique       |                       | 2025-12-31
                        """)
                .with(Gold.ETAPE_COOPERATION, """
                        code_fait | code_cooperation | rubrique | code_valeur | libelle_valeur        | date_debut | date_fin   | nb_mois | est_en_cours
                        e1        | coop:essai       | maturite | reflexion   | En cours de réflexion | 2018-01-01 | 2018-12-31 | 12      | false
                        e2        | coop:essai       | maturite | en_place    | En place              | 2019-04-01 |            |         | true
                        """)
                .with(Gold.POSITIONNEMENT_COOPERATION, """
                        code_cooperation | code_acteur      | quadrant   | point                   | mesure_point | origine_point | source_fait
                        coop:essai       | finess:960000016 | point_fort | Bien connue             |              | declare       | guide L16
                        coop:essai       | finess:960000016 | risque     | Éloignement             | 42.5         | registre      | guide L1008
                        """)
                .with(Gold.RESEAU_COOPERATION, """
                        code_cooperation | date_observation | nb_membres_cooperation | nb_paires_membres_liees | densite_membres | nb_organisations_separees | membres_indispensables           | nb_territoires_membres | nb_territoires_membre_unique | membres_seuls
                        coop:essai       | 2024-12-31       | 5                      | 0                       | 0               | 0                         |                                  | 1                      | 0                            |
                        coop:essai       | 2025-12-31       | 2                      | 1                       | 0.5             | 1                         | siren:000000463, siren:000000999 | 2                      | 1                            |
                        """);
    }
}
