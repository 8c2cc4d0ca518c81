package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Lien;
import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.atlas.AtlasData.Reseau;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.evaluation.Compte;
import fr.maillage.evaluation.Evaluation;
import fr.maillage.evaluation.Resultat;
import fr.maillage.geo.Formes;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtlasReaderTest {

    private AtlasData data;

    @BeforeAll
    void read(SparkSession spark) {
        data = AtlasReader.read(tables(spark));
    }

    @Test
    void knowsWhereEachCommuneBelongs() {
        Commune commune = commune("01004");

        assertThat(commune.libelle()).isEqualTo("Ambérieu");
        assertThat(commune.territoire(Niveau.EPCI)).isEqualTo("240100883");
        assertThat(commune.departement()).isEqualTo("01");
        assertThat(commune("01005").territoire(Niveau.EPCI)).isNull();
    }

    @Test
    void drawsACommuneInTheZoneThatHoldsMostOfIt() {
        Niveau pays = Niveau.of("pays");

        assertThat(data.niveaux())
                .extracting(Niveau::word)
                .containsExactly(
                        "national",
                        "region",
                        "departement",
                        "epci",
                        "bassin_de_vie_2022",
                        "hexagone_20",
                        "pays",
                        "territoire_declare",
                        "commune");
        assertThat(commune("01004").territoire(pays)).isEqualTo("P2");
        assertThat(commune("01005").territoire(pays)).isNull();
        assertThat(pays.titles().fr()).isEqualTo("Pays");
        assertThat(Niveau.of("bassin_de_vie_2022").titles())
                .isEqualTo(new Labels("Bassin de vie 2022", "Living area 2022"));
    }

    @Test
    void readsTheShapeOfWhatIsNotMadeOfCommunes() {
        Niveau hexagones = Niveau.of("hexagone_20");
        Zone hexagon = data.zones().get(hexagones).get(0);
        List<Zone> perimeters = data.zones().get(Niveau.of("territoire_declare"));

        assertThat(hexagones.titles()).isEqualTo(new Labels("Hexagones de 20 km", "Hexagons of 20 km"));
        assertThat(hexagon.touchees()).containsExactly("01005", "01004");
        assertThat(Formes.read(hexagon.forme()).getArea()).isEqualTo(8);
        assertThat(data.territoires().get(hexagones))
                .extracting(AtlasData.Territoire::libelle)
                .containsExactly("Ambérieux (3_4)");
        assertThat(perimeters).extracting(Zone::code).containsExactly("drawn", "union");
        assertThat(perimeters).extracting(Zone::surface).containsExactly(12.0, Double.NaN);
        assertThat(perimeters).extracting(Zone::entieres).containsExactly(Set.of(), Set.of("01004"));
        assertThat(commune("01005").territoire(hexagones)).isNull();
    }

    @Test
    void readsTheTerritoriesACooperationIsTiedTo() {
        assertThat(data.reseaux().get(0).liens())
                .containsExactly(
                        new Lien("couvre", Niveau.DEPARTEMENT, "01"), new Lien("siege", Niveau.COMMUNE, "01004"));
    }

    @Test
    void takesContoursOfOneVintageTheOneThatKnowsMostCommunes() {
        assertThat(commune("01004").srid()).isEqualTo(2154);
        assertThat(commune("01005").srid()).isEqualTo(2154);
    }

    @Test
    void readsValuesWithTheirNumeratorAndDenominator() {
        Serie.Valeur valeur = data.series()
                .get(new SerieKey("part_etablissements_en_cooperation", "ENS", Niveau.DEPARTEMENT, "2026-01-06"))
                .find("01");

        assertThat(valeur.numerateur()).isEqualTo(1);
        assertThat(valeur.denominateur()).isEqualTo(4);
    }

    @Test
    void leavesOutOtherFormsAndTheMedicoSocialScopeBelowTheWhole() {
        assertThat(data.series().keySet())
                .filteredOn(key -> key.indicateur().equals("nb_cooperations"))
                .extracting(SerieKey::modalite)
                .containsOnly("ENS", "ESMS", "1-4000", "500");
    }

    @Test
    void knowsTheShareOfElderlyPeopleWhereAgesAreKnown() {
        assertThat(data.territoires().get(Niveau.COMMUNE))
                .extracting(AtlasData.Territoire::code, AtlasData.Territoire::part65)
                .containsExactly(tuple("01004", 17.9), tuple("01005", null));
        assertThat(data.dimensions().get("tranche_age"))
                .extracting(Modalite::code)
                .containsExactly("65+", "0-14");
        assertThat(data.series()).containsKey(new SerieKey("part_tranche_age", "65+", Niveau.COMMUNE, "2023"));
    }

    @Test
    void datesTheOfferByTheRelease() {
        assertThat(data.series().keySet())
                .filteredOn(key -> key.indicateur().equals("nb_etablissements"))
                .extracting(SerieKey::date)
                .containsOnly("2026-01-06");
    }

    @Test
    void addsServicesUpToTheWhole() {
        Serie whole = data.series().get(new SerieKey("nb_heures", "ENS", Niveau.COMMUNE, "2025-11"));

        assertThat(whole.find("01004").numerateur()).isEqualTo(30.5);
    }

    @Test
    void mapsEachMeaningOfCoverageAndTheWhiteZonesByPeople() {
        Serie white = data.series()
                .get(new SerieKey("part_population_couverte", "zone_blanche", Niveau.COMMUNE, "2026-01-06"));

        assertThat(white.find("01005").numerateur()).isEqualTo(1000);
        assertThat(white.find("01004").numerateur()).isZero();
        assertThat(data.series().keySet())
                .filteredOn(key -> key.indicateur().equals("part_population_couverte"))
                .extracting(SerieKey::modalite)
                .containsExactlyInAnyOrder("zone_blanche", "commune_avec_membre");
        assertThat(data.dimensions().get("sens_couverture"))
                .extracting(Modalite::code)
                .containsExactly(
                        "zone_blanche",
                        "etablissement_en_cooperation",
                        "commune_avec_membre",
                        "aire_declaree",
                        "zone_autorisee");
    }

    @Test
    void readsWhatPeopleAnsweredToEachFramework() {
        Evaluation one = data.evaluations().get(0);

        assertThat(one.nom()).isEqualTo("coop:essai");
        assertThat(one.fictif()).isFalse();
        assertThat(one.find("cooperact", LocalDate.of(2025, 6, 17), "axe_2"))
                .map(Resultat::score)
                .isEmpty();
        assertThat(one.resultats()).extracting(Resultat::repondants).containsExactly(3L, 0L);
        assertThat(one.comptes())
                .containsExactly(new Compte("cooperact", LocalDate.of(2025, 6, 17), "q1", null, null, "oui", 3, 3));
    }

    @Test
    void offersNoSeriesInWhichNothingIsKnown() {
        assertThat(data.series().keySet())
                .noneMatch(key -> key.indicateur().equals("part_population_commune_avec_membre"));
    }

    @Test
    void namesCategoriesAndTheirGroups() {
        assertThat(data.dimensions().get("categorie"))
                .extracting(Modalite::code)
                .containsExactly("ENS", "ESMS", "1-4000", "500");
    }

    @Test
    void tiesEstablishmentsOfAMemberEntityTogether() {
        assertThat(data.reseaux())
                .extracting(Reseau::code, Reseau::etablissements)
                .containsExactly(tuple("coop:1", List.of("010000016", "010000024")));
    }

    @Test
    void leavesClosedEstablishmentsOut() {
        assertThat(data.etablissements()).extracting("numero").containsExactly("010000016", "010000024");
    }

    @Test
    void saysWhereTheDataComesFrom() {
        assertThat(data.origines()).extracting("date").contains("2026-01-06", "2026", "2023", "2025-11");
        assertThat(data.fictif()).isFalse();
    }

    private Commune commune(String code) {
        return data.communes().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static TestTables tables(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | libelle_territoire | population
                        commune     | 01004           | 2026      | Ambérieu           | 14000
                        commune     | 01005           | 2026      | Ambérieux          |
                        departement | 01              | 2026      | Ain                |
                        hexagone_20 | 2154_3_4        | 2026      |                    | 900
                        territoire_declare | union    | 2026      | Union              | 900
                        territoire_declare | drawn    | 2026      | Dessinée           | 900
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | niveau             | code_territoire | part
                        01004        | commune            | 01004           | 1
                        01004        | epci               | 240100883       | 1
                        01004        | departement        | 01              | 1
                        01004        | bassin_de_vie_2022 | 01004           | 1
                        01004        | pays               | P1              | 0.3
                        01004        | pays               | P2              | 0.7
                        01005        | commune            | 01005           | 1
                        01005        | departement        | 01              | 1
                        01005        | pays               | P2              | 0.4
                        01005        | hexagone_20        | 2154_3_4        | 0.9
                        01004        | hexagone_20        | 2154_3_4        | 0.2
                        01005        | territoire_declare | drawn           | 0.6
                        01005        | territoire_declare | union           | 0.6
                        01004        | territoire_declare | union           | 1
                        """)
                .with(Silver.CONTOUR, """
                        niveau  | code_territoire | millesime | srid | geometrie
                        commune | 01004           | 2024      | 2154 | POLYGON ((0 0, 1 0, 1 1, 0 0))
                        commune | 01005           | 2024      | 2154 | POLYGON ((1 0, 2 0, 1 1, 1 0))
                        commune | 01004           | 2025      | 4326 | POLYGON ((0 0, 1 0, 1 1, 0 0))
                        hexagone_20 | 2154_3_4    | 2026      | 2154 | POLYGON ((0 0, 4 0, 4 4, 0 0))
                        """)
                .with(Silver.TERRITOIRE_DECLARE, """
                        code_territoire | est_en_vigueur | type_perimetre | composants    | communes_listees | millesime | geometrie                    | surface_km2
                        drawn           | true           | polygone       | drawn         |                  |           | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 12
                        listed          | false          | communes       | listed        | 01004            | 2026      |                              |
                        union           | true           | union          | drawn, listed |                  |           |                              |
                        """)
                .with(Silver.POPULATION, """
                        code_commune | annee
                        01004        | 2023
                        """)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_categorie | code_commune | longitude | latitude | date_fermeture | source | connu_du
                        010000016        | 010000001        | 500            | 01004        | 5.3       | 45.9     |                | finess | 2026-01-06
                        010000024        | 010000001        | 500            | 01004        | 5.3       | 45.9     |                | finess | 2026-01-06
                        010000032        | 010000001        | 500            | 01004        | 5.3       | 45.9     | 2020-01-01     | finess | 2025-01-07
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | nom     | forme_juridique | date_debut | date_fin   | origine
                        coop:1           | Réseau  | gcsms           | 2020-01-01 |            | declaree
                        coop:2           | Finie   | gcsms           | 2020-01-01 | 2021-12-31 | declaree
                        coop:3           | Jumelle | gcsms           |            |            | detectee
                        """)
                .with(Silver.LIEN_TERRITOIRE, """
                        code_acteur | role_lien | niveau      | code_territoire | date_debut | date_fin
                        coop:1      | siege     | commune     | 01004           |            |
                        coop:1      | couvre    | departement | 01              | 2020-01-01 |
                        coop:1      | cible     | departement | 01              | 2020-01-01 | 2020-12-31
                        """)
                .with(Silver.COOPERATION_RAPPROCHEMENT, """
                        code_cooperation_declaree | code_cooperation_detectee | est_la_meme
                        coop:1                    | coop:3                    | true
                        """)
                .with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | numero_finess_et | numero_finess_ej | date_debut | resolution
                        coop:1           |                  | 010000001        | 2020-01-01 | entite_juridique
                        coop:2           | 010000016        | 010000001        | 2020-01-01 | etablissement
                        coop:3           | 010000016        | 010000001        | 2020-01-01 | etablissement
                        """)
                .with(Silver.ACTIVITE, """
                        code_acteur | mois
                        finess:1    | 2025-11-01
                        """)
                .with(Gold.OFFRE_PAR_TERRITOIRE, """
                        niveau   | code_territoire | perimetre | niveau_categorie | code_regroupement | libelle_regroupement | nb_etablissements | nb_gestionnaires
                        national | FR              | tous      | ensemble         | ENS               | Ensemble             | 4                 | 1
                        national | FR              | esms      | ensemble         | ENS               | Ensemble             | 4                 | 1
                        national | FR              | tous      | categorie        | 500               | EHPAD                | 4                 | 1
                        national | FR              | tous      | agregat_1        | 4000              | Médico-social        | 4                 | 1
                        national | FR              | esms      | agregat_1        | 4000              | Médico-social        | 4                 | 1
                        """)
                .with(Gold.COUVERTURE_PAR_TERRITOIRE, """
                        niveau      | code_territoire | perimetre | niveau_categorie | code_regroupement | forme_juridique | date_observation | nb_etablissements | nb_etablissements_en_cooperation | nb_cooperations
                        departement | 01              | tous      | ensemble         | ENS               | toutes          | 2026-01-06       | 4                 | 1                                | 1
                        departement | 01              | esms      | ensemble         | ENS               | toutes          | 2026-01-06       | 4                 | 1                                | 1
                        departement | 01              | tous      | categorie        | 500               | toutes          | 2026-01-06       | 4                 | 1                                | 1
                        departement | 01              | tous      | agregat_1        | 4000              | toutes          | 2026-01-06       | 4                 | 1                                | 1
                        departement | 01              | esms      | agregat_1        | 4000              | toutes          | 2026-01-06       | 4                 | 1                                | 1
                        departement | 01              | tous      | ensemble         | ENS               | gcsms           | 2026-01-06       | 4                 | 3                                | 1
                        """)
                .with(Gold.POPULATION_PAR_AGE, """
                        niveau   | code_territoire | annee | tranche_age | age_min | nb_personnes_age | population | part_population | part_estimee
                        national | FR              | 2023  | 0-14        | 0       | 3000             | 14000      | 0.2142857142857 | 1.0
                        national | FR              | 2023  | 65+         | 65      | 2500             | 14000      | 0.1785714285714 | 1.0
                        commune  | 01004           | 2023  | 65+         | 65      | 2500             | 14000      | 0.1785714285714 | 1.0
                        """)
                .with(Gold.COUVERTURE_PAR_SENS, """
                        niveau  | code_territoire | sens_couverture     | unite_couverture | type_selection | code_selection | date_observation | numerateur_couverture | denominateur_couverture
                        commune | 01004           | commune_avec_membre | population       | toutes         | toutes         | 2026-01-06       | 14000                 | 14000
                        commune | 01004           | zone_blanche        | population       | toutes         | toutes         | 2026-01-06       | 0                     | 14000
                        commune | 01005           | zone_blanche        | population       | toutes         | toutes         | 2026-01-06       | 1000                  | 1000
                        commune | 01005           | aire_declaree       | population       | toutes         | toutes         | 2026-01-06       |                       | 1000
                        commune | 01005           | zone_blanche        | places           | toutes         | toutes         | 2026-01-06       | 7                     | 7
                        commune | 01005           | zone_blanche        | population       | public         | personnes_agees | 2026-01-06      | 5                     | 7
                        """)
                .with(Gold.EVALUATION_PAR_AXE, """
                        code_cooperation | code_referentiel | date_session | code_axe | rang_axe | score_axe | nb_repondants | nb_reponses | nb_non_concernes | nb_prioritaires
                        coop:essai       | cooperact        | 2025-06-17   | axe_2    | 2        |           | 0             | 0           | 1                | 0
                        coop:essai       | cooperact        | 2025-06-17   | axe_1    | 1        | 0.5       | 3             | 5           | 0                | 0
                        """)
                .with(Gold.EVALUATION_PAR_ITEM, """
                        code_cooperation | code_referentiel | date_session | code_item | code_reponse | nb_repondants | nb_reponses
                        coop:essai       | cooperact        | 2025-06-17   | q1        | oui          | 3             | 3
                        """)
                .with(Gold.ACTIVITE_PAR_TERRITOIRE, """
                        niveau  | code_territoire | service        | mois       | nb_heures
                        commune | 01004           | aide_domicile  | 2025-11-01 | 10
                        commune | 01004           | repas_domicile | 2025-11-01 | 20.5
                        """);
    }
}
