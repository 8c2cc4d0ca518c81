package fr.maillage.silver.anomalie;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AnomalieTest {

    private static final String PERIODES = " | valide_du  | valide_au  | connu_du   | connu_au\n";
    private static final String TOUJOURS = " | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31\n";

    private final SparkSession spark;

    AnomalieTest(SparkSession spark) {
        this.spark = spark;
    }

    @Test
    void checksSirenAndSiret() {
        TestTables tables = etablissements("""
                numero_finess_et | numero_finess_ej | siret
                010000001        | 010000016        | 77930919400024
                010000002        | 010000016        | 77930919400025
                010000003        | 010000016        | 35600000000048
                010000004        | 010000016        | 35600000000048
                010000005        | 010000016        |
                """).with(Silver.ENTITE_JURIDIQUE, """
                numero_finess_ej | siren     | connue_par | connu_du
                010000016        | 779309194 | registre   | 2021-01-08
                010000024        | 779309195 | registre   | 2021-01-08
                010000032        |           | registre   | 2021-01-08
                """);

        assertThat(anomalies(
                        tables,
                        "siret_absent",
                        "siret_invalide",
                        "siret_partage",
                        "siret_hors_siren",
                        "siren_invalide",
                        "siren_absent"))
                .hasRows("""
                numero_finess | type_objet | regle            | gravite       | champ | valeur_publiee | preuve
                010000002     | EG         | siret_invalide   | erreur        | siret | 77930919400025 |
                010000003     | EG         | siret_partage    | avertissement | siret | 35600000000048 | nb_meme_siret=2
                010000004     | EG         | siret_partage    | avertissement | siret | 35600000000048 | nb_meme_siret=2
                010000003     | EG         | siret_hors_siren | avertissement | siret | 35600000000048 | numero_finess_ej=010000016, siren_gestionnaire=779309194
                010000004     | EG         | siret_hors_siren | avertissement | siret | 35600000000048 | numero_finess_ej=010000016, siren_gestionnaire=779309194
                010000005     | EG         | siret_absent     | info          | siret |                |
                010000024     | PM         | siren_invalide   | erreur        | siren | 779309195      |
                010000032     | PM         | siren_absent     | info          | siren |                |
                """);
    }

    @Test
    void checksThatManagersAndMainEstablishmentsExistAndAreOpen() {
        TestTables tables = etablissements("""
                numero_finess_et | numero_finess_ej | numero_finess_principal | date_fermeture | code_categorie
                010000001        | 010000016        | 010000002               |                | 696
                010000002        | 010000024        | 010000009               |                | 696
                010000003        | 010000024        |                         | 2020-01-01     | 500
                010000004        | 010000099        |                         |                | 999
                """)
                .with(Silver.ENTITE_JURIDIQUE, """
                numero_finess_ej | connue_par  | date_fermeture | code_statut_juridique | connu_du
                010000016        | registre    |                | 29                    | 2021-01-08
                010000024        | registre    | 2020-06-01     | 60                    | 2021-01-08
                010000032        | registre    |                | 60                    | 2021-01-08
                010000040        | numero_seul |                |                       | 2021-01-08
                """)
                .with(Silver.CATEGORIE, """
                code_categorie
                696
                500
                """)
                .with(Silver.ETABLISSEMENT, """
                numero_finess_et | numero_finess_ej
                010000001        | 010000016
                010000002        | 010000024
                """);

        assertThat(anomalies(
                        tables,
                        "gestionnaire_inconnu",
                        "gestionnaire_ferme",
                        "principal_inconnu",
                        "categorie_inconnue",
                        "categorie_statut",
                        "entite_sans_etablissement"))
                .hasRows("""
                numero_finess | regle                     | valeur_publiee | preuve
                010000002     | gestionnaire_ferme        | 010000024      | fermeture_gestionnaire=2020-06-01
                010000002     | principal_inconnu         | 010000009      |
                010000002     | categorie_statut          | 696            | statut_gestionnaire=60, numero_finess_ej=010000024
                010000004     | gestionnaire_inconnu      | 010000099      |
                010000004     | categorie_inconnue        | 999            |
                010000032     | entite_sans_etablissement |                |
                """);
    }

    @Test
    void comparesPostalCodeCommuneDepartementAndNumber() {
        TestTables tables = etablissements("""
                numero_finess_et | code_postal | code_commune_publie | code_departement_finess
                010000001        | 01000       | 01053               | 01
                010000002        | 69001       | 01053               | 69
                2A0000014        | 20090       | 2A004               | 2A
                2B0000020        | 20200       | 2B033               | 2B
                2A0000030        | 20200       | 2A004               | 2A
                970100003        | 97133       | 97701               | 9A
                970400004        | 97133       | 97411               | 9D
                980500005        | 97600       | 97608               | 9F
                """).with(Silver.LOCALISATION, """
                numero_finess_et | code_commune
                010000001        | 01053
                010000002        | 01053
                2A0000014        | 2A004
                2B0000020        | 2B033
                2A0000030        | 2A004
                970100003        | 97701
                970400004        | 97411
                980500005        | 97608
                """);

        assertThat(anomalies(tables, "code_postal_departement", "commune_departement", "numero_departement"))
                .hasRows("""
                numero_finess | regle                   | valeur_publiee | preuve
                010000002     | code_postal_departement | 69001          | code_commune=01053
                010000002     | commune_departement     | 01053          | code_departement_finess=69
                2A0000030     | code_postal_departement | 20200          | code_commune=2A004
                970400004     | code_postal_departement | 97133          | code_commune=97411
                """);
    }

    @Test
    void checksDatesAgainstTheReleaseAndEachOther() {
        assertThat(anomalies(
                        etablissements("""
                        numero_finess_et | date_ouverture | date_fermeture | date_autorisation | etat_objet
                        010000001        | 2022-01-01     |                | 2020-01-01        | A
                        010000002        | 1200-01-01     |                | 2020-01-01        |
                        010000003        | 2010-01-01     | 2009-01-01     | 2020-01-01        | A
                        010000004        | 2010-01-01     |                | 2020-01-01        | I
                        010000005        | 2010-01-01     |                |                   | A
                        010000006        | 2020-01-01     |                |                   | A
                        """),
                        "ouverture_future",
                        "ouverture_ancienne",
                        "ouverture_apres_fermeture",
                        "inactif_sans_fermeture",
                        "actif_apres_fermeture",
                        "ouvert_sans_autorisation"))
                .hasRows("""
                numero_finess | regle                     | gravite       | valeur_publiee | preuve
                010000001     | ouverture_future          | info          | 2022-01-01     | connu_du=2021-01-08
                010000002     | ouverture_ancienne        | erreur        | 1200-01-01     |
                010000003     | ouverture_apres_fermeture | erreur        | 2010-01-01     | date_fermeture=2009-01-01
                010000003     | actif_apres_fermeture     | avertissement | A              | date_fermeture=2009-01-01
                010000004     | inactif_sans_fermeture    | avertissement |                | etat_objet=I
                010000005     | ouvert_sans_autorisation  | avertissement |                | date_ouverture=2010-01-01
                """);
    }

    @Test
    void checksEquipmentAndItsAges() {
        TestTables tables =
                etablissements("""
                numero_finess_et | date_fermeture
                010000001        | 2020-01-01
                010000002        |
                010000003        |
                010000004        | 2020-01-01
                """).with(Silver.EQUIPEMENT_SOCIAL, """
                numero_finess_et | code_discipline | age_min_installe | age_max_installe | age_min_autorise | age_max_autorise | est_supprime_installe | est_supprime_autorise
                010000001        | 924             |                  |                  |                  |                  | false                 | false
                010000002        | 924             | 0                | 120              | 6                | 2020             | false                 | false
                010000002        | 650             |                  | 121              |                  |                  |                       |
                010000003        | 924             | 20               | 6                |                  |                  |                       |
                010000004        | 924             |                  | 999              |                  |                  | true                  | true
                """).with(Silver.PLACE, """
                numero_finess_et | code_categorie | nb_places_installees | nb_places_autorisees
                010000002        | 500            | 30                   | 20
                010000003        | 500            |                      | 20
                """);

        assertThat(anomalies(
                        tables,
                        "ferme_avec_equipement",
                        "age_hors_bornes",
                        "ages_inverses",
                        "capacite_installee_superieure"))
                .hasRows("""
                numero_finess | regle                         | valeur_publiee | preuve
                010000001     | ferme_avec_equipement         | 1              | date_fermeture=2020-01-01
                010000002     | age_hors_bornes               | 121 2020       |
                010000002     | capacite_installee_superieure | 30             | nb_places_autorisees=20
                010000003     | ages_inverses                 | 20-6           |
                """);
    }

    @Test
    void reportsACapacityFarFromThoseOfItsCategory() {
        TestTables tables = etablissements("""
                numero_finess_et | code_categorie
                010000001        | 500
                010000002        | 500
                010000003        | 500
                010000004        | 500
                010000005        | 500
                010000006        | 246
                """).with(Silver.PLACE, """
                numero_finess_et | code_categorie | nb_places_autorisees
                010000001        | 500            | 60
                010000002        | 500            | 80
                010000003        | 500            | 80
                010000004        | 500            | 100
                010000005        | 500            | 8000
                010000006        | 246            | 9000
                """).with(Parametres.CAPACITE_EFFECTIF_MIN, 5L);

        assertThat(anomalies(tables, "capacite_extreme")).hasRows("""
                numero_finess | regle            | contexte_controle | valeur_publiee | preuve
                010000005     | capacite_extreme | validation        | 8000           | code_categorie=500, mediane_capacite=80.0, ecart_capacite=13.9
                """);
    }

    @Test
    void looksIntoNamesStreetsAndNumbers() {
        assertThat(anomalies(
                        etablissements("""
                        numero_finess_et | nom                      | telephone  | type_voie | voie            | code_ape | numero_uai
                        010000001        | SSIAD TEL 04 74 22 33 44 | 0474223344 | RTE       | DE PARIS        | 8710A    | 0011234A
                        010000002        | FOYER ""LES TILLEULS""   | 47422334   | XYZ       | ALBERT OMAS     | 87.10A   | 11234A
                        010000003        | EHPAD 2010               |            | rte       | THOMAS EDISON   | 871      |
                        """),
                        "telephone_dans_le_nom",
                        "telephone_invalide",
                        "guillemets_multiples",
                        "type_voie_inconnu",
                        "voie_sans_th",
                        "ape_invalide",
                        "uai_invalide"))
                .hasRows("""
                numero_finess | regle                 | valeur_publiee
                010000001     | telephone_dans_le_nom | SSIAD TEL 04 74 22 33 44
                010000002     | guillemets_multiples  | FOYER ""LES TILLEULS""
                010000002     | telephone_invalide    | 47422334
                010000002     | type_voie_inconnu     | XYZ
                010000002     | uai_invalide          | 11234A
                010000002     | voie_sans_th          | ALBERT OMAS
                010000003     | ape_invalide          | 871
                """);
    }

    @Test
    void tellsWhatIsWrongWithAddressesAndPositionsAndWhereItIs() {
        TestTables tables = etablissements("""
                numero_finess_et | nom   | adresse | code_postal | ville | x_publie | y_publie | code_categorie
                010000001        | FOYER | 1 R A   | 01000       | BOURG | 5.2      | 46.2     | 500
                010000002        | FOYER | 1 R A   | 01000       | BOURG |          |          | 500
                010000003        | AUTRE |         | 01000       | BOURG | 46.2     | 5.2      | 500
                """).with(Silver.LOCALISATION, """
                numero_finess_et | code_commune | accord     | interpretation | longitude | latitude | ecart_paires_m | code_commune_ban | contredits_position
                010000001        | 01053        | discordant | aucune         |           |          | 1200.0         | 2A004            | seconde_paire, cle_ban
                010000002        | 01053        | seul       | aucune         |           |          |                |                  |
                010000003        | 01053        | concordant | axes_inverses  | 5.2       | 46.2     |                |                  |
                """);

        assertThat(anomalies(
                        tables,
                        "adresse_incomplete",
                        "nom_adresse_en_double",
                        "position_absente",
                        "position_refusee",
                        "position_reinterpretee",
                        "position_discordante",
                        "cle_ban_discordante"))
                .hasRows("""
                numero_finess | regle                  | valeur_publiee | preuve                                                  | code_departement | longitude
                010000001     | nom_adresse_en_double  | FOYER          | adresse=1 R A, code_postal=01000, nb_meme_adresse=2     | 01               |
                010000002     | nom_adresse_en_double  | FOYER          | adresse=1 R A, code_postal=01000, nb_meme_adresse=2     | 01               |
                010000001     | position_refusee       |                | x_publie=5.2, y_publie=46.2, ecart_paires_m=1200.0      | 01               |
                010000001     | position_discordante   | 01053          |                                                         | 01               |
                010000001     | cle_ban_discordante    | 2A004          | code_commune=01053                                      | 01               |
                010000002     | position_absente       |                |                                                         | 01               |
                010000003     | adresse_incomplete     |                | code_postal=01000, ville=BOURG                          | 01               | 5.2
                010000003     | position_reinterpretee | axes_inverses  | x_publie=46.2, y_publie=5.2                             | 01               | 5.2
                """);
    }

    private TestTables etablissements(String text) {
        StringBuilder versions = new StringBuilder(text.lines().findFirst().orElseThrow()).append(PERIODES);
        text.lines().skip(1).forEach(line -> versions.append(line).append(TOUJOURS));
        return new TestTables(spark).with(Silver.ETABLISSEMENT_VERSION, versions.toString());
    }

    private static Dataset<Row> anomalies(TestTables tables, Object... regles) {
        Dataset<Row> anomalies = new Anomalie().build(tables);
        return anomalies.where(anomalies.col("regle").isin(regles));
    }
}
