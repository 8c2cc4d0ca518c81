package fr.maillage.silver.perimetre;

import static fr.maillage.testing.DatasetAssert.assertThat;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.Division;
import fr.maillage.silver.Rattachement;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Perimeters of users, with the mistakes people make, down to the communes they hold. */
@SparkTest
class TerritoireDeclareTest {

    private static final String NO_LINE = "identifiant\n";

    @Test
    void saysWhatEachPerimeterIs(SparkSession spark) {
        assertThat(declared(tables(spark, """
                identifiant | nom | proprietaire | date_debut_texte | date_fin_texte | type     | millesime_texte | communes_texte | centre          | rayon_m_texte | union_de | description
                liste       | L   | ARS          | 2024-01-01       |                | communes | 2023            | 1001, 01002    |                 |               |          | projet
                cercle      | C   | ARS          | 01/01/2024       | 31/12/2025     | Rayon    |                 |                | 01002           | 3 000         |          |
                position    | P   | ARS          |                  | 2020-12-31     | rayon    |                 |                | 5,2056  46,1994 | 1000          |          |
                tout        | T   | ARS          |                  |                | union    |                 |                |                 |               | moitie cercle |
                moitie      | M   | ARS          |                  |                | union    |                 |                |                 |               | liste,cercle |
                """, NO_LINE))).hasRows("""
                code_territoire | proprietaire | date_debut | date_fin   | est_en_vigueur | type_perimetre | millesime | communes_listees | rayon_m | composants    | srid | _regles
                liste           | ARS          | 2024-01-01 |            | true           | communes       | 2023      | 01001, 01002     |         | liste         | 4326 |
                cercle          | ARS          | 2024-01-01 | 2025-12-31 | true           | rayon          |           |                  | 3000.0  | cercle        | 4326 |
                position        | ARS          |            | 2020-12-31 | false          | rayon          |           |                  | 1000.0  | position      | 4326 |
                tout            | ARS          |            |            | true           | union          |           |                  |         | cercle, liste | 4326 |
                moitie          | ARS          |            |            | true           | union          |           |                  |         | cercle, liste | 4326 |
                """);
    }

    @Test
    void aRadiusIsMeasuredOnTheEllipsoid(SparkSession spark) {
        Row circle = declared(tables(spark, """
                identifiant | type  | centre | rayon_m_texte
                cercle      | rayon | 01002  | 3000
                """, NO_LINE)).collectAsList().get(0);

        assertThat(circle.<Double>getAs("surface_km2"))
                .isCloseTo(Math.PI * 9, org.assertj.core.data.Offset.offset(0.01));
    }

    /** 01002 is ten kilometres from both; nothing is known of the journeys of 01003. */
    @Test
    void aTravelTimeHoldsTheCommunesWithinReach(SparkSession spark) {
        TestTables tables = tables(spark, """
                identifiant | type  | centre  | minutes_texte | union_de
                court       | temps | 01001   | 5             |
                long        | temps | 01001   | 30            |
                perdu       | temps | 0.5 50  | 30            |
                lent        | temps | 5.2 46.13 | 0.5           |
                union       | union |         |               | court long
                """, NO_LINE).with(Silver.COMMUNE_POINT, """
                code_commune | millesime | longitude | latitude | surface_km2 | classe_densite | terre
                01001        | 2023      | 5.14      | 46.11    | 100         | tres_faible    | metropole
                01002        | 2023      | 5.27      | 46.11    | 100         | tres_faible    | metropole
                """);

        assertThat(declared(tables)).hasRows("""
                code_territoire | millesime | minutes | communes_listees | composants  | _regles
                court           | 2023      | 5.0     | 01001            | court       |
                long            | 2023      | 30.0    | 01001, 01002     | long        |
                perdu           | 2023      | 30.0    |                  | perdu       | temps_sans_trajet
                lent            | 2023      | 0.5     |                  | lent        | temps_sans_trajet
                union           |           |         |                  | court, long |
                """);
    }

    /** By road 01002 is an hour away, though the estimate says a quarter of it; 01003 has no contour, but a road. */
    @Test
    void journeysThatWereBroughtStandBeforeTheEstimate(SparkSession spark) {
        TestTables tables =
                tables(spark, """
                identifiant | type  | centre  | minutes_texte
                commune     | temps | 01001   | 30
                position    | temps | 5.15 46.11 | 30
                """, NO_LINE).with(Silver.COMMUNE_POINT, """
                code_commune | millesime | longitude | latitude | surface_km2 | classe_densite | terre
                01001        | 2023      | 5.14      | 46.11    | 100         | tres_faible    | metropole
                01002        | 2023      | 5.27      | 46.11    | 100         | tres_faible    | metropole
                """).with(Silver.TRAJET_DECLARE, """
                code_commune_origine | code_commune_destination | minutes | methode_trajet
                01001                | 01002                    | 60      | route
                01001                | 01003                    | 25      | route
                """);

        assertThat(declared(tables)).hasRows("""
                code_territoire | communes_listees | part_route
                commune         | 01001, 01003     | 0.5
                position        | 01001, 01002     | 0.0
                """);
    }

    @Test
    void refusesWhatCannotBeAndSaysWhy(SparkSession spark) {
        assertThat(declared(tables(spark, """
                identifiant | type     | date_debut_texte | date_fin_texte | communes_texte | centre    | rayon_m_texte | minutes_texte | union_de     | _ligne
                            | communes |                  |                | 01001          |           |               |               |              | 1
                a           | communes |                  |                | 01001          |           |               |               |              | 2
                a           | communes |                  |                | 01002          |           |               |               |              | 3
                b           | secteur  |                  |                | 01001          |           |               |               |              | 4
                c           | communes | 2024-02-01       | 2024-01-01     | 01001          |           |               |               |              | 5
                d           | communes | hier             |                |                |           |               |               |              | 6
                e           | rayon    |                  |                |                | 01001     | 0             |               |              | 7
                f           | rayon    |                  |                |                | 01001     | loin          |               |              | 8
                g           | rayon    |                  |                |                | 01999     | 1000          |               |              | 9
                h           | rayon    |                  |                |                | 46.2 5.2  | 1000          |               |              | 10
                i           | rayon    |                  |                |                | 5.2 146.2 | 1000          |               |              | 11
                j           | temps    |                  |                |                | 01001     |               | -5            |              | 12
                k           | union    |                  |                |                |           |               |               |              | 13
                l           | union    |                  |                |                |           |               |               | a personne   | 14
                m           | union    |                  |                |                |           |               |               | e            | 15
                n           | union    |                  |                |                |           |               |               | a o          | 16
                o           | union    |                  |                |                |           |               |               | n            | 17
                p           | union    |                  |                |                |           |               |               | p            | 18
                """, NO_LINE))).hasRows("""
                _ligne | code_territoire | _regles
                1      |                 | identifiant_absent, millesime_suppose
                2      | a               | millesime_suppose
                3      | a               | identifiant_en_double, millesime_suppose
                4      | b               | type_inconnu
                5      | c               | dates_inversees, millesime_suppose
                6      | d               | date_illisible, communes_absentes, millesime_suppose
                7      | e               | rayon_invalide
                8      | f               | rayon_invalide
                9      | g               | centre_inconnu
                10     | h               | perimetre_hors_pays
                11     | i               | centre_inconnu
                12     | j               | minutes_invalides
                13     | k               | union_inconnue
                14     | l               | union_inconnue
                15     | m               | union_inconnue
                16     | n               | union_en_cycle
                17     | o               | union_en_cycle
                18     | p               | union_en_cycle
                """);
    }

    /** Lists lose communes, shapes lose ground; what cannot be told exactly is refused. */
    @Test
    void aDifferenceIsTheFirstWithoutTheOthers(SparkSession spark) {
        TestTables tables = withTerritories(tables(spark, """
                identifiant | nom | type       | millesime_texte | communes_texte | centre | rayon_m_texte | union_de
                liste       | L   | communes   | 2023            | 01001 01002    |        |               |
                une         | V   | communes   | 2023            | 01002          |        |               |
                autre       | A   | communes   | 2022            | 01002          |        |               |
                grand       | G   | rayon      |                 |                | 01002  | 3000          |
                petit       | P   | rayon      |                 |                | 01002  | 2000          |
                communes    | LV  | difference |                 |                |        |               | liste une
                anneau      | GP  | difference |                 |                |        |               | grand petit
                rien        | PG  | difference |                 |                |        |               | petit grand
                melee       | LG  | difference |                 |                |        |               | liste petit
                annees      | LA  | difference |                 |                |        |               | liste autre
                seule       | L1  | difference |                 |                |        |               | liste
                dedans      | U   | union      |                 |                |        |               | anneau une
                boucle      | B   | difference |                 |                |        |               | boucle une
                """, NO_LINE));

        assertThat(declared(tables).where("type_perimetre in ('difference', 'union')"))
                .hasRows("""
                code_territoire | composants | retranches | _regles
                communes        | liste      | une        |
                anneau          | grand      | petit      |
                rien            | petit      | grand      |
                melee           |            |            | difference_impossible
                annees          |            |            | difference_impossible
                seule           |            |            | union_inconnue
                dedans          |            |            | difference_impossible
                boucle          |            |            | union_en_cycle
                """);
        assertThat(new Division()
                        .build(tables)
                        .where("code_zone in ('communes', 'anneau', 'rien')")
                        .withColumn("part", round(col("part"), 2)))
                .hasRows("""
                code_zone | code_commune | part | nature_part | _regles
                communes  | 01001        | 1.0  | exact       |
                anneau    | 01002        | 0.16 | surface     | commune_coupee
                """);
    }

    @Test
    void checksDrawnPolygonsInAnySystem(SparkSession spark) {
        assertThat(declared(tables(spark, NO_LINE, """
                identifiant | crs                        | geometry | _ligne
                bon         | EPSG:2154                  | POLYGON ((861000 6561000, 862000 6561000, 862000 6562000, 861000 6562000, 861000 6561000)) | 1
                croise      | urn:ogc:def:crs:EPSG::2154 | POLYGON ((861000 6561000, 863000 6563000, 863000 6561000, 861000 6563000, 861000 6561000)) | 2
                plat        | EPSG:2154                  | POLYGON ((861000 6561000, 862000 6562000, 863000 6563000, 861000 6561000)) | 3
                vide        | EPSG:2154                  |          | 4
                hors        |                            | POLYGON ((-30 40, -29 40, -29 41, -30 40)) | 5
                perdu       | EPSG:999999                | POLYGON ((0 0, 1 0, 1 1, 0 0)) | 6
                """)).withColumn("surface_km2", round(col("surface_km2"), 1)))
                .hasRows("""
                code_territoire | type_perimetre | surface_km2 | _regles
                bon             | polygone       | 1.0         |
                croise          | polygone       | 2.0         | geometrie_reparee
                plat            | polygone       |             | geometrie_irreparable
                vide            | polygone       |             | geometrie_absente
                hors            | polygone       | 4706.4 | perimetre_hors_pays
                perdu           | polygone       |             | systeme_inconnu
                """);
    }

    @Test
    void theNewestUploadOfAnIdentifierReplacesFormerOnes(SparkSession spark) {
        assertThat(declared(tables(spark, """
                identifiant | nom    | type     | communes_texte | _rang | _fichier
                a           | Ancien | communes | 01001          | 1     | f1
                b           | Reste  | communes | 01001          | 1     | f1
                """, """
                identifiant | nom    | crs       | geometry | _rang | _fichier
                a           | Nouveau | EPSG:2154 | POLYGON ((861000 6561000, 862000 6561000, 862000 6562000, 861000 6561000)) | 2 | f2
                """))).hasRows("""
                code_territoire | libelle_territoire | type_perimetre
                a               | Nouveau            | polygone
                b               | Reste              | communes
                """);
    }

    @Test
    void withoutContoursAShapeIsOfNoUse(SparkSession spark) {
        TestTables tables = tables(spark, """
                identifiant | type  | centre     | rayon_m_texte
                cercle      | rayon | 5.2 46.2   | 3000
                """, NO_LINE).with(Silver.CONTOUR, "niveau\n");

        assertThat(declared(tables)).hasRows("""
                code_territoire | _regles
                cercle          | contours_absents
                """);
    }

    @Test
    void communesThatAPerimeterCutsCountByTheirShareAndSliversDoNot(SparkSession spark) {
        TestTables tables = withTerritories(tables(spark, """
                identifiant | nom | type     | millesime_texte | communes_texte    | centre | rayon_m_texte | union_de
                liste       | L   | communes | 2023            | 01001 01009 01005 |        |               |
                cercle      | C   | rayon    |                 |                   | 01002  | 3000          |
                union       | U   | union    |                 |                   |        |               | liste dessin cercle
                """, """
                identifiant | nom | crs       | geometry | _fichier
                dessin      | D   | EPSG:2154 | POLYGON ((865000 6560000, 880040 6560000, 880040 6569980, 865000 6569980, 865000 6560000)) | f2
                """));

        assertThat(new Division().build(tables).withColumn("part", round(col("part"), 2)))
                .hasRows("""
                division           | code_zone | libelle_zone | code_commune | millesime | part  | nature_part | origine_division | _regles
                territoire_declare | liste     | L            | 01001        | 2023      | 1.0   | exact       | territoire       |
                territoire_declare | liste     | L            | 01009        | 2023      | 1.0   | exact       | territoire       | commune_inconnue
                territoire_declare | liste     | L            | 01005        | 2023      | 1.0   | exact       | territoire       | commune_autre_millesime
                territoire_declare | cercle    | C            | 01002        | 2023      | 0.28  | surface     | territoire       | commune_coupee
                territoire_declare | dessin    | D            | 01001        | 2023      | 0.5   | surface     | territoire       | commune_coupee
                territoire_declare | dessin    | D            | 01002        | 2023      | 1.0   | exact       | territoire       | eclat_arrondi
                territoire_declare | dessin    | D            | 01003        | 2023      | 0.0   | surface     | territoire       | eclat_neglige
                territoire_declare | union     | U            | 01001        | 2023      | 1.0   | exact       | territoire       |
                territoire_declare | union     | U            | 01009        | 2023      | 1.0   | exact       | territoire       | commune_inconnue
                territoire_declare | union     | U            | 01005        | 2023      | 1.0   | exact       | territoire       | commune_autre_millesime
                territoire_declare | union     | U            | 01002        | 2023      | 1.0   | exact       | territoire       | eclat_arrondi
                territoire_declare | union     | U            | 01003        | 2023      | 0.0   | surface     | territoire       | eclat_neglige
                """);
    }

    /** Each perimeter in its own vintage, all of them at once, and communes in several of them. */
    @Test
    void perimetersOfAnyVintageMeetInTheCadre(SparkSession spark) {
        TestTables tables = withTerritories(tables(spark, """
                identifiant | type     | millesime_texte | communes_texte
                ancien      | communes | 2021            | 01005
                nouveau     | communes | 2023            | 01001 01003
                """, """
                identifiant | crs       | geometry | _fichier
                dessin      | EPSG:2154 | POLYGON ((865000 6560000, 880000 6560000, 880000 6570000, 865000 6570000, 865000 6560000)) | f2
                """));
        Dataset<Row> division = new Division().build(tables);
        tables.with(Silver.DIVISION, spark.createDataFrame(division.collectAsList(), division.schema()));

        assertThat(new Rattachement()
                        .build(tables)
                        .where("niveau = 'territoire_declare'")
                        .withColumn("part", round(col("part"), 3)))
                .hasRows("""
                code_commune | millesime | code_territoire | part | nature_part
                01003        | 2023      | ancien          | 0.25 | pondere
                01001        | 2023      | nouveau         | 1.0  | exact
                01003        | 2023      | nouveau         | 1.0  | exact
                01001        | 2023      | dessin          | 0.5  | surface
                01002        | 2023      | dessin          | 1.0  | exact
                """);
    }

    private static Dataset<Row> declared(TestTables tables) {
        return new TerritoireDeclare().build(tables);
    }

    private static TestTables withTerritories(TestTables tables) {
        Dataset<Row> rows = declared(tables);
        List<Row> good = rows.where("size(_regles) = 0 or _regles = array('millesime_suppose')")
                .collectAsList();
        return tables.with(Silver.TERRITOIRE_DECLARE, rows.sparkSession().createDataFrame(good, rows.schema()));
    }

    /** Three square communes side by side; 01005 merged into 01003 in 2022. */
    private static TestTables tables(SparkSession spark, String lines, String drawn) {
        return new TestTables(spark)
                .with(Parametres.NIVEAUX, "declarees")
                .with(Parametres.ETAT, LocalDate.of(2024, 6, 1))
                .with(Bronze.DECLARATION_TERRITOIRE, lines)
                .with(Bronze.PERIMETRE, drawn)
                .with(Silver.PARUTION, """
                        systeme | date_parution
                        finess  | 2024-05-01
                        """)
                .with(Silver.COMMUNE, """
                        code_commune | millesime | libelle | code_departement | code_region
                        01001        | 2023      | Un      | 01               | 84
                        01002        | 2023      | Deux    | 01               | 84
                        01003        | 2023      | Trois   | 01               | 84
                        """)
                .with(Silver.CONTOUR, """
                        niveau  | code_territoire | millesime | srid | x_min  | y_min   | x_max  | y_max   | geometrie
                        commune | 01001           | 2023      | 2154 | 860000 | 6560000 | 870000 | 6570000 | POLYGON ((860000 6560000, 870000 6560000, 870000 6570000, 860000 6570000, 860000 6560000))
                        commune | 01002           | 2023      | 2154 | 870000 | 6560000 | 880000 | 6570000 | POLYGON ((870000 6560000, 880000 6560000, 880000 6570000, 870000 6570000, 870000 6560000))
                        commune | 01003           | 2023      | 2154 | 880000 | 6560000 | 890000 | 6570000 | POLYGON ((880000 6560000, 890000 6560000, 890000 6570000, 880000 6570000, 880000 6560000))
                        """)
                .with(Silver.COMMUNE_VIE, """
                        code_commune | type_commune | date_debut | date_fin
                        01001        | COM          | 1943-01-01 | 9999-12-31
                        01002        | COM          | 1943-01-01 | 9999-12-31
                        01003        | COM          | 1943-01-01 | 9999-12-31
                        01005        | COM          | 1943-01-01 | 2022-01-01
                        """)
                .with(Silver.PASSAGE_COMMUNE, """
                        code_commune | type_commune | date_debut | date_fin   | lu_du      | lu_au      | atome | part | nature_part
                        01001        | COM          | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 01001 | 1.0  | exact
                        01002        | COM          | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 01002 | 1.0  | exact
                        01003        | COM          | 1943-01-01 | 2022-01-01 | 1943-01-01 | 2022-01-01 | 01003 | 1.0  | exact
                        01003        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 01003 | 0.75 | pondere
                        01003        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 01005 | 0.25 | pondere
                        01005        | COM          | 1943-01-01 | 2022-01-01 | 1943-01-01 | 9999-12-31 | 01005 | 1.0  | exact
                        """);
    }
}
