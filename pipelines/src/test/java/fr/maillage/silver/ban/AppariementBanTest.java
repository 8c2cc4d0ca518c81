package fr.maillage.silver.ban;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class AppariementBanTest {

    private static final String BAN = """
            id                   | numero | rep | nom_voie                  | code_postal | code_insee | nom_ld       | lon  | lat
            01053_0960_00060     | 60     |     | Avenue de Jasseron        | 01000       | 01053      |              | 5.24 | 46.21
            01053_0960_00062     | 62     |     | Avenue de Jasseron        | 01000       | 01053      |              | 5.25 | 46.21
            01053_0960_00062_bis | 62     | bis | Avenue de Jasseron        | 01000       | 01053      |              | 5.26 | 46.21
            01053_0700_00001     | 1      |     | Boulevard Saint-Nicolas   | 01000       | 01053      |              | 5.22 | 46.20
            01053_0300_00003     | 3      |     | Rue Pasteur               | 01000       | 01053      |              | 5.30 | 46.20
            01053_0301_00003     | 3      |     | Impasse Pasteur           | 01000       | 01053      |              | 5.31 | 46.20
            01451_0040_00009     | 9      |     | Rue de l’Église           | 01440       | 01451      | Les Greffets | 5.20 | 46.22
            2a004_0515_00240     | 240    |     | Cours Napoléon            | 20000       | 2A004      |              | 8.74 | 41.92
            13201_0001_00005     | 5      |     | Rue d’Aix                 | 13001       | 13201      |              | 5.37 | 43.30
            01053_sans_00001     | 1      |     | Rue sans position         | 01000       | 01053      |              |      |
            """;

    private static final String COMMUNES = """
            code_commune | millesime | libelle         | nom_majuscule
            01451        | 2021      | Viriat          | VIRIAT
            01053        | 2021      | Bourg-en-Bresse | BOURG EN BRESSE
            2A004        | 2021      | Ajaccio         | AJACCIO
            13055        | 2021      | Marseille       | MARSEILLE
            75056        | 2021      | Paris           | PARIS
            """;

    private static final String RATTACHEES = """
            code_commune_rattachee | type_commune | millesime | code_commune | libelle                     | nom_majuscule
            13201                  | ARM          | 2021      | 13055        | Marseille 1er Arrondissement | MARSEILLE 1ER ARRONDISSEMENT
            """;

    @Test
    void findsTheVeryNumberWhateverTheWayItIsWritten(SparkSession spark) {
        assertThat(matched(spark, """
                numero_finess_et | numero_voie | complement_voie | type_voie | voie            | adresse                       | code_postal | ville
                010000001        | 62          |                 | AV        | DE JASSERON     |                               | 01000       | BOURG EN BRESSE
                010000002        | 62          | B               | AVE       | DE JASSERON     |                               | 01000       | BOURG EN BRESSE
                010000003        |             |                 |           |                 | 62 BIS AV DE JASSERON         | 01012       | BOURG EN BRESSE CEDEX
                010000004        | 1           |                 | BD        | ST NICOLAS      |                               | 01000       | BOURG-EN-BRESSE
                010000005        | 240         |                 | CRS       | NAPOLEON        |                               | 20000       | AJACCIO
                010000006        | 5           |                 | R         | D AIX           |                               | 13001       | MARSEILLE
                010000007        | 62          | T               | AV        | DE JASSERON     |                               | 01000       | BOURG EN BRESSE
                """)).hasRows("""
                numero_finess_et | est_place | score_ban | niveau_ban | cle_ban              | adresse_ban               | code_commune_candidat | _regles
                010000001        | true      | 1.0       | numero     | 01053_0960_00062     | 62 Avenue de Jasseron     | 01053 |
                010000002        | true      | 1.0       | numero     | 01053_0960_00062_bis | 62 bis Avenue de Jasseron | 01053 |
                010000003        | true      | 1.0       | numero     | 01053_0960_00062_bis | 62 bis Avenue de Jasseron | 01053 |
                010000004        | true      | 1.0       | numero     | 01053_0700_00001     | 1 Boulevard Saint-Nicolas | 01053 |
                010000005        | true      | 1.0       | numero     | 2a004_0515_00240     | 240 Cours Napoléon        | 2A004 |
                010000006        | true      | 1.0       | numero     | 13201_0001_00005     | 5 Rue d’Aix               | 13055 |
                010000007        | true      | 0.95      | numero     | 01053_0960_00062     | 62 Avenue de Jasseron     | 01053 |
                """);
    }

    @Test
    void fallsBackOnTheStreetTheLocalityAndTheCommuneAndSaysSo(SparkSession spark) {
        assertThat(matched(spark, """
                numero_finess_et | numero_voie | type_voie | voie        | lieu_dit_bp         | code_postal | ville
                010000001        |             | AV        | DE JASSERON |                     | 01000       | BOURG EN BRESSE
                010000002        | 75          | AV        | DE JASSERON | BP 12               | 01000       | BOURG EN BRESSE
                010000003        |             |           |             | LES GREFFETS BP 301 | 01440       | VIRIAT
                010000004        | 4           | R         | INCONNUE    | LES GREFFETS        | 01440       | VIRIAT
                010000005        | 4           | R         | INCONNUE    |                     | 01440       | VIRIAT
                """)).hasRows("""
                numero_finess_et | est_place | score_ban | niveau_ban | cle_ban          | adresse_ban           | _regles
                010000001        | true      | 0.9       | voie       | 01053_0960_00062 | 62 Avenue de Jasseron |
                010000002        | true      | 0.85      | voie       | 01053_0960_00062 | 62 Avenue de Jasseron |
                010000003        | true      | 0.9       | lieu_dit   | 01451_0040_00009 | 9 Les Greffets        |
                010000004        | true      | 0.81      | lieu_dit   | 01451_0040_00009 | 9 Les Greffets        |
                010000005        | false     | 0.3       | commune    |                  |                       | ban_sous_le_seuil
                """);
    }

    @Test
    void placesNobodyInAnotherCommuneNorWhereTwoPlacesAreAsGood(SparkSession spark) {
        assertThat(matched(spark, """
                numero_finess_et | code_commune_publie | numero_voie | type_voie | voie        | code_postal | ville
                010000001        | 01451               | 62          | AV        | DE JASSERON | 01000       | VIRIAT
                010000002        | 01053               | 3           |           | PASTEUR     | 01000       | BOURG EN BRESSE
                010000003        | 01053               | 3           | R         | PASTEUR     | 01000       | BOURG EN BRESSE
                """)).hasRows("""
                numero_finess_et | est_place | score_ban | niveau_ban | cle_ban          | nb_candidats | _regles
                010000001        | false     | 0.5       | numero     | 01053_0960_00062 | 1            | ban_sous_le_seuil, ban_autre_commune
                010000002        | false     | 0.8       | numero     | 01053_0300_00003 | 2            | ban_ambigu
                010000003        | true      | 1.0       | numero     | 01053_0300_00003 | 2            |
                """);
    }

    @Test
    void believesTheKeyThatFinessPublishes(SparkSession spark) {
        assertThat(matched(spark, """
                numero_finess_et | code_commune_publie | numero_voie | type_voie | voie     | code_postal | ville   | source_position
                2A0000001        | 2A004               | 1           | R         | AUTRE    | 20000       | AJACCIO | 2A004_0515_00240
                2A0000002        | 2A004               | 240         | CRS       | NAPOLEON | 20000       | AJACCIO | 1,ATLASANTE,100,BAN,EPSG:2154
                """)).hasRows("""
                numero_finess_et | est_place | score_ban | niveau_ban | methode_ban | cle_ban          | _regles
                2A0000001        | true      | 1.0       | numero     | cle         | 2a004_0515_00240 |
                2A0000002        | true      | 1.0       | numero     | adresse     | 2a004_0515_00240 |
                """);
    }

    @Test
    void speaksOnlyOfCommunesThatALoadedFileHolds(SparkSession spark) {
        assertThat(matched(spark, """
                numero_finess_et | numero_voie | type_voie | voie     | code_postal | ville
                750000001        | 62          | AV        | DE PARIS | 75001       | PARIS
                """)).isEmpty();
    }

    @Test
    void takesTheNewestFileOfACommune(SparkSession spark) {
        String ban = """
                id               | numero | nom_voie    | code_postal | code_insee | lon | lat  | _millesime
                01053_0300_00003 | 3      | Rue Pasteur | 01000       | 01053      | 5.3 | 46.2 | 2024-01-01
                01053_0300_00003 | 3      | Rue Pasteur | 01000       | 01053      | 5.4 | 46.2 | 2025-01-01
                """;

        assertThat(matched(tables(spark, ban), """
                numero_finess_et | numero_voie | type_voie | voie    | code_postal | ville
                010000001        | 3           | R         | PASTEUR | 01000       | BOURG EN BRESSE
                """)).hasRows("""
                numero_finess_et | longitude_ban | nb_candidats
                010000001        | 5.4           | 1
                """);
    }

    @Test
    void placesByTheThresholdOfTheCadre(SparkSession spark) {
        assertThat(matched(tables(spark, BAN).with(Parametres.BAN_SCORE_MIN, 0.95), """
                numero_finess_et | type_voie | voie        | code_postal | ville
                010000001        | AV        | DE JASSERON | 01000       | BOURG EN BRESSE
                """))
                .hasRows("""
                est_place | score_ban | _regles
                false     | 0.9       | ban_sous_le_seuil
                """);
    }

    @Test
    void hasNoRowWithoutAReference(SparkSession spark) {
        assertThat(matched(new TestTables(spark).with(Silver.COMMUNE, COMMUNES), """
                numero_finess_et | numero_voie | type_voie | voie        | code_postal | ville
                010000001        | 62          | AV        | DE JASSERON | 01000       | BOURG EN BRESSE
                """))
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat(new AppariementBan().needs()).containsExactly(Bronze.BAN_ADRESSE);
    }

    private static Dataset<Row> matched(SparkSession spark, String etablissements) {
        return matched(tables(spark, BAN), etablissements);
    }

    private static Dataset<Row> matched(TestTables tables, String etablissements) {
        StringBuilder versions = new StringBuilder(
                etablissements.lines().findFirst().orElseThrow() + " | valide_du | valide_au | connu_du | connu_au\n");
        etablissements.lines().skip(1).forEach(line -> versions.append(line)
                .append(" | 2021-01-08 | 9999-12-31 | 2021-01-08 | 9999-12-31\n"));
        return new AppariementBan().build(tables.with(Silver.ETABLISSEMENT_VERSION, versions.toString()));
    }

    private static TestTables tables(SparkSession spark, String ban) {
        return new TestTables(spark)
                .with(Bronze.BAN_ADRESSE, ban)
                .with(Silver.COMMUNE, COMMUNES)
                .with(Silver.COMMUNE_RATTACHEE, RATTACHEES);
    }
}
