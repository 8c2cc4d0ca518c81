package fr.maillage.silver;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.geo.PointIndex;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import fr.maillage.testing.TextTable;
import fr.maillage.warehouse.SparkSchemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

@SparkTest
class LocalisationTest {

    private static final String CONTOURS = """
            niveau  | code_territoire | millesime | srid | geometrie
            commune | 01451           | 2018      | 4326 | POLYGON ((5.1 46.1, 5.3 46.1, 5.3 46.3, 5.1 46.3, 5.1 46.1))
            commune | 01053           | 2018      | 4326 | POLYGON ((5.3 46.1, 5.5 46.1, 5.5 46.3, 5.3 46.3, 5.3 46.1))
            """;

    private static final String COMMUNES = """
            code_commune | millesime | libelle         | nom_majuscule
            01451        | 2021      | Viriat          | VIRIAT
            01053        | 2021      | Bourg-en-Bresse | BOURG EN BRESSE
            69123        | 2021      | Lyon            | LYON
            01451        | 2019      | Old name        | OLD NAME
            """;

    @Test
    void showsTheEvidenceBesideTheRetainedCommune(SparkSession spark) throws ParseException {
        assertThat(localisations(spark, """
                numero_finess_et | code_commune_publie | code_postal | ville  | x_publie | y_publie | srid_publie
                010000001        |                     | 01440       | VIRIAT | 5.2      | 46.2     | 4326
                010000002        |                     | 01440       | VIRIAT |          |          |
                010000003        |                     | 01440       | AUTRE  | 5.4      | 46.2     | 4326
                010000004        |                     |             |        |          |          |
                010000005        | 01053               | 01440       | VIRIAT | 5.2      | 46.2     | 4326
                """)).hasRows("""
                numero_finess_et | code_commune | millesime_commune | source_commune | code_commune_position | code_commune_adresse | accord     | interpretation
                010000001        | 01451        | 2021              | position       | 01451                 | 01451                | concordant | telle_quelle
                010000002        | 01451        | 2021              | adresse        |                       | 01451                | seul       | aucune
                010000003        | 01053        | 2021              | position       | 01053                 |                      | seul       | telle_quelle
                010000004        |              |                   | inconnue       |                       |                      | aucun      | aucune
                010000005        | 01053        | 2021              | publiee        | 01451                 | 01451                | discordant | telle_quelle
                """);
    }

    @Test
    void takesAPositionJustOutsideItsClaimedCommuneAsEvidenceOfIt(SparkSession spark) throws ParseException {
        Dataset<Row> localisations = localisations(spark, """
                numero_finess_et | code_commune_publie | x_publie | y_publie | srid_publie
                010000001        | 01053               | 5.299    | 46.2     | 4326
                010000002        | 01053               | 5.2      | 46.2     | 4326
                010000003        | 01053               | 5.4      | 46.2     | 4326
                """);

        assertThat(localisations.selectExpr("numero_finess_et", "accord", "round(distance_m) distance_m"))
                .hasRows("""
                numero_finess_et | accord     | distance_m
                010000001        | concordant | 77.0
                010000002        | discordant | 7718.0
                010000003        | concordant | 0.0
                """);
    }

    @Test
    void believesTheAddressWhenThePositionStandsOnTheBorderOfItsCommune(SparkSession spark) throws ParseException {
        assertThat(localisations(spark, """
                numero_finess_et | code_postal | ville           | x_publie | y_publie | srid_publie
                010000001        | 01000       | BOURG EN BRESSE | 5.299    | 46.2     | 4326
                010000002        | 01000       | BOURG EN BRESSE | 5.295    | 46.2     | 4326
                """)).hasRows("""
                numero_finess_et | code_commune_position | code_commune_adresse | code_commune | source_commune | accord
                010000001        | 01451                 | 01053                | 01053        | adresse        | concordant
                010000002        | 01451                 | 01053                | 01451        | position       | discordant
                """);
    }

    @Test
    void doesNotFollowAPositionOutOfTheClaimedDepartementAgainstTheAddress(SparkSession spark) throws ParseException {
        assertThat(localisations(spark, """
                numero_finess_et | code_postal | ville | x_publie | y_publie | srid_publie
                690000001        | 69001       | LYON  | 5.2      | 46.2     | 4326
                """)).hasRows("""
                code_commune_position | code_commune | source_commune | accord
                01451                 | 69123        | adresse        | discordant
                """);
    }

    @Test
    void keepsAPositionOutsideEveryCommuneWhenItIsNearTheRetainedOne(SparkSession spark) throws ParseException {
        assertThat(localisations(spark, """
                numero_finess_et | code_postal | ville  | x_publie | y_publie | srid_publie
                010000001        | 01440       | VIRIAT | 5.0995   | 46.2     | 4326
                010000002        | 01440       | VIRIAT | 4.0      | 46.2     | 4326
                """).selectExpr("*", "round(distance_m) metres"))
                .hasRows("""
                numero_finess_et | interpretation | srid_retenu | longitude | latitude | accord     | metres
                010000001        | telle_quelle   | 4326        | 5.0995    | 46.2     | concordant | 39.0
                010000002        | aucune         |             |           |          | seul       |
                """);
    }

    @Test
    void givesLongitudeAndLatitudeOfAProjectedPositionAndKeepsWhatWasPublished(SparkSession spark)
            throws ParseException {
        assertThat(localisations(spark, """
                numero_finess_et | x_publie | y_publie  | srid_publie
                010000001        | 870262.2 | 6571540.8 | 2154
                """).selectExpr("*", "round(longitude, 5) lon", "round(latitude, 5) lat"))
                .hasRows("""
                code_commune | x_publie | y_publie  | srid_publie | srid_retenu | lon     | lat
                01451        | 870262.2 | 6571540.8 | 2154        | 2154        | 5.20918 | 46.22229
                """);
    }

    @Test
    void decidesByBothPairsTheBanKeyAndTheClaimedCommune(SparkSession spark) throws ParseException {
        assertThat(localisations(spark, """
                numero_finess_et | code_commune_publie | x_publie  | y_publie   | srid_publie | x_local_publie | y_local_publie | source_position
                010000001        | 01451               | 5.20918   | 46.22229   | 4326        | 870262.2       | 6571540.8      | 01451_0040_00009
                010000002        | 01451               | 870262.2  | 6571540.8  |             | 5.20918        | 46.22229       | 01451_0040_00009
                010000003        | 01451               | 5.20918   | 46.22229   | 4326        | 870262.2       | 6591540.8      | 01451_0040_00009
                010000004        | 01053               | 5.20918   | 46.22229   | 4326        | 870262.2       | 6571540.8      | 2a004_0515_00240
                """)).hasRows("""
                numero_finess_et | code_commune_position | interpretation   | srid_publie | srid_retenu | longitude | code_commune_ban | preuves_position                                | contredits_position | _regles
                010000001        | 01451                 | telle_quelle     | 4326        | 4326        | 5.20918   | 01451            | etendue, seconde_paire, territoire, commune, cle_ban |                     |
                010000002        | 01451                 | paires_echangees |             | 4326        | 5.20918   | 01451            | etendue, seconde_paire, territoire, commune, cle_ban |                     | paires_echangees
                010000003        |                       | aucune           | 4326        |             |           | 01451            |                                                 | seconde_paire       | paires_discordantes
                010000004        | 01451                 | telle_quelle     | 4326        | 4326        | 5.20918   | 2A004            | etendue, seconde_paire, territoire              | commune, cle_ban    | cle_ban_discordante
                """);
    }

    @Test
    void standsOnTheMatchedAddressWhereNoPublishedPositionCanBeUsed(SparkSession spark) throws ParseException {
        Dataset<Row> localisations = new Localisation().build(tables(spark, """
                numero_finess_et | code_commune_publie | code_postal | ville  | x_publie | y_publie | srid_publie | x_local_publie | y_local_publie
                010000001        |                     | 01440       | VIRIAT |          |          |             |                |
                010000002        | 01053               |             |        | 5.2      | 46.2     | 4326        |                |
                010000003        | 01451               |             |        | 5.20918  | 46.22229 | 4326        | 870262.2       | 6591540.8
                010000004        | 01451               |             |        |          |          |             |                |
                010000005        |                     | 01440       | VIRIAT | 5.0995   | 46.2     | 4326        |                |
                """).with(Silver.APPARIEMENT_BAN, """
                numero_finess_et | est_place | score_ban | niveau_ban | cle_ban          | longitude_ban | latitude_ban
                010000001        | true      | 1.0       | numero     | 01451_0040_00009 | 5.25          | 46.15
                010000002        | true      | 1.0       | numero     | 01053_0960_00062 | 5.4           | 46.2
                010000003        | true      | 0.9       | voie       | 01451_0040_00007 | 5.2           | 46.2
                010000004        | false     | 0.6       | numero     | 01451_0040_00001 | 5.25          | 46.15
                010000005        | true      | 1.0       | numero     | 01451_0040_00009 | 5.25          | 46.15
                """));

        assertThat(localisations).hasRows("""
                numero_finess_et | code_commune | source_commune | accord     | interpretation | srid_retenu | longitude | x_publie | preuves_position                          | contredits_position | _regles
                010000001        | 01451        | ban            | concordant | ban            | 4326        | 5.25      |          | adresse_ban, territoire, commune          |                     | position_de_la_ban
                010000002        | 01053        | publiee        | discordant | telle_quelle   | 4326        | 5.2       | 5.2      | etendue, territoire                       | commune             |
                010000003        | 01451        | publiee        | concordant | ban            | 4326        | 5.2       | 5.20918  | adresse_ban, territoire, commune          | seconde_paire       | paires_discordantes, position_de_la_ban
                010000004        | 01451        | publiee        | seul       | aucune         |             |           |          |                                           |                     |
                010000005        | 01451        | adresse        | concordant | telle_quelle   | 4326        | 5.0995    | 5.0995   |                                           |                     |
                """);
        assertThat(localisations.where("numero_finess_et = '010000003'")).hasRows("""
                raison_position
                Aucune position publiée n’est utilisable ; celle de l’adresse de la BAN 01451_0040_00007 (voie, score 0.900).
                """);
    }

    @Test
    void takesPositionsOfAnotherDayThanTheEstablishmentsWithinALimit(SparkSession spark) throws ParseException {
        TestTables tables =
                tables(spark, """
                numero_finess_et | code_commune_publie | code_departement_finess | x_publie | y_publie | srid_publie | date_parution
                010000001        | 01451               | 01                      |          |          |             | 2021-01-08
                010000002        | 01451               | 01                      | 5.25     | 46.2     | 4326        | 2021-01-08
                010000003        | 01451               | 01                      |          |          |             | 2021-03-01
                010000004        | 01451               | 01                      |          |          |             | 2021-01-08
                """).with(Bronze.FINESS_GEOLOCALISATION, """
                nofinesset | coordxet | coordyet  | sourcecoordet                                  | _millesime | _source
                010000001  | 870262.2 | 6571540.8 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93 | 2021-01-11 | finess-cs1400109
                010000001  | 870262.2 | 6571000.0 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93 | 2021-01-04 | finess-cs1400109
                010000002  | 870262.2 | 6571540.8 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93 | 2021-01-11 | finess-cs1400109
                010000003  | 870262.2 | 6571540.8 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93 | 2021-01-11 | finess-cs1400109
                010000004  | 870262.2 | 6571540.8 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93 | 2021-06-30 | finess-cs1400109
                010000004  | 870262.2 | 6571540.8 | 1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93 | 2021-01-11 | finess-etalab
                """).with(Silver.PARUTION, """
                systeme     | objet         | date_parution | est_retiree
                finess-flux | etablissement | 2021-01-08    | false
                finess-flux | etablissement | 2021-06-29    | true
                """);

        assertThat(new Localisation().build(tables).selectExpr("*", "round(longitude, 5) lon"))
                .hasRows("""
                numero_finess_et | x_publie | y_publie  | srid_publie | ecart_position_jours | lon     | interpretation
                010000001        | 870262.2 | 6571540.8 | 2154        | 3                    | 5.20918 | telle_quelle
                010000002        | 5.25     | 46.2      | 4326        |                      | 5.25    | telle_quelle
                010000003        |          |           |             |                      |         | aucune
                010000004        |          |           |             |                      |         | aucune
                """);
    }

    private static Dataset<Row> localisations(SparkSession spark, String etablissements) throws ParseException {
        return new Localisation().build(tables(spark, etablissements));
    }

    private static TestTables tables(SparkSession spark, String etablissements) throws ParseException {
        String header = etablissements.lines().findFirst().orElseThrow();
        StringBuilder versions = new StringBuilder(header + " | valide_du | valide_au | connu_du | connu_au\n");
        etablissements.lines().skip(1).forEach(line -> versions.append(line)
                .append(" | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31\n"));
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT_VERSION, versions.toString())
                .with(Silver.COMMUNE, COMMUNES)
                .with(Silver.CONTOUR, CONTOURS)
                .with(Silver.INDEX_CONTOUR, index(spark));
    }

    private static Dataset<Row> index(SparkSession spark) throws ParseException {
        List<PointIndex.Territory> territories = new ArrayList<>();
        for (Row row : TextTable.table(spark, Silver.CONTOUR, CONTOURS).collectAsList()) {
            byte[] wkb = row.getAs("geometrie");
            territories.add(new PointIndex.Territory(row.getAs("code_territoire"), new WKBReader().read(wkb)));
        }
        byte[] bytes = PointIndex.build(territories).toBytes();
        Row row = RowFactory.create("commune", 2018L, 4326L, 2L, new String[] {"01053", "01451"}, bytes);
        return spark.createDataFrame(List.of(row), SparkSchemas.read(Silver.INDEX_CONTOUR));
    }
}
