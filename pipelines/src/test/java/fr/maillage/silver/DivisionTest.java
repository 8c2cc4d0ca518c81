package fr.maillage.silver;

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

/** Divisions: those of INSEE, with the quirks of its tables, and those a person brings, with their mistakes. */
@SparkTest
class DivisionTest {

    @Test
    void readsTheZonesOfInseeAndLeavesOutWhatIsNone(SparkSession spark) {
        TestTables tables = new TestTables(spark)
                .with(Parametres.NIVEAUX, "toutes")
                .with(Silver.COMMUNE_VIE, vies())
                .with(Silver.COMMUNE, """
                        code_commune | millesime | libelle | code_departement | code_arrondissement | code_canton
                        01053        | 2023      | Bourg   | 01               | 012                 | 0101
                        01053        | 2021      | Bourg   | 01               | 012                 | 01NR
                        """)
                .with(Bronze.INSEE_ARRONDISSEMENT, """
                        arr | libelle         | _millesime
                        012 | Bourg-en-Bresse | 2024-01-01
                        """)
                .with(Bronze.INSEE_ZONE, """
                        nivgeo | codgeo | libgeo           | _millesime
                        ZE2020 | 8405   | Bourg en Bresse  | 2023-01-01
                        BV2022 | 01053  | Bourg            | 2023-01-01
                        EPCI   | 012    | Pas une division | 2023-01-01
                        """)
                .with(Bronze.INSEE_ZONAGE, """
                        codgeo | libgeo | arr | cv   | ze2020 | uu2020 | aav2020 | bv2022 | _millesime | _fichier | _ligne | _rang
                        01053  | Bourg  | 012 | 0101 | 0059   | 01502  | 118     | 01053  | 2023-01-01 | a        | 2      | 1
                               |        |     |      |        |        |         |        | 2023-01-01 | a        | 3      | 1
                        1002   | Ab.    | 11  | 101  | 8405   | 1000   | 0       | 01004  | 2023-01-01 | a        | 4      | 1
                        01053  | Bourg  | 012 | 0101 | 0059   | 01502  | 118     | 01053  | 2023-01-01 | b        | 2      | 2
                        97502  | St-P.  | ZZZZ | ZZZZ | 0000  | 97502  | 000     | ZZZZZ  | 2023-01-01 | a        | 5      | 1
                        """);

        assertThat(new Division().build(tables)).hasRows("""
                division             | code_zone | libelle_zone    | code_commune | millesime | part | origine_division | _fichier | _regles
                arrondissement       | 012       | Bourg-en-Bresse | 01053        | 2023      | 1.0  | insee            | b        |
                canton               | 0101      |                 | 01053        | 2023      | 1.0  | insee            | b        |
                zone_emploi_2020     | 0059      |                 | 01053        | 2023      | 1.0  | insee            | b        |
                unite_urbaine_2020   | 01502     |                 | 01053        | 2023      | 1.0  | insee            | b        |
                aire_attraction_2020 | 118       |                 | 01053        | 2023      | 1.0  | insee            | b        |
                bassin_de_vie_2022   | 01053     | Bourg           | 01053        | 2023      | 1.0  | insee            | b        |
                arrondissement       | 011       |                 | 01002        | 2023      | 1.0  | insee            | a        |
                canton               | 0101      |                 | 01002        | 2023      | 1.0  | insee            | a        |
                zone_emploi_2020     | 8405      | Bourg en Bresse | 01002        | 2023      | 1.0  | insee            | a        |
                bassin_de_vie_2022   | 01004     |                 | 01002        | 2023      | 1.0  | insee            | a        |
                zone_emploi_2020     | 0000      |                 | 97502        | 2023      | 1.0  | insee            | a        | commune_inconnue
                unite_urbaine_2020   | 97502     |                 | 97502        | 2023      | 1.0  | insee            | a        | commune_inconnue
                arrondissement       | 012       | Bourg-en-Bresse | 01053        | 2021      | 1.0  | insee            |          |
                region_2015          | 82        | Rhône-Alpes     | 01053        | 2023      | 1.0  | insee            |          |
                """);
        assertThat(new Division().build(tables.with(Parametres.NIVEAUX, "epci,canton")))
                .hasRows("""
                division | code_zone | code_commune | millesime
                canton   | 0101      | 01053        | 2023
                canton   | 0101      | 01002        | 2023
                """);
        assertThat(new Division().build(tables.with(Parametres.NIVEAUX, "epci,declarees")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithWhatAPersonBrings(SparkSession spark) {
        TestTables tables =
                new TestTables(spark).with(Silver.COMMUNE_VIE, vies()).with(Bronze.DECLARATION_DIVISION, """
                        division   | code_zone | libelle_zone | commune | millesime_texte | part_texte | _ligne | _rang
                        Secteur    | S1        | Nord         | 01053   | 2023            |            | 1      | 2
                        Secteur    | S1        | Nord         | 1053    | 2023            |            | 2      | 2
                        Secteur    | S1        | Nord         | 01002   | 2023            | 0,7        | 3      | 2
                        Secteur    | S2        | Sud          | 01002   | 2023            | 0,3        | 4      | 2
                        Secteur    | S1        | Nord         | 01004   | 2023            |            | 5      | 2
                        Secteur    | S2        | Sud          | 01004   | 2023            | 0,5        | 6      | 2
                        Secteur    | S1        | Nord         | 01391   | 2023            |            | 7      | 2
                        Secteur    | S1        | Nord         | 01999   | 2023            |            | 8      | 2
                        Secteur    | S1        | Nord         | 01005   | 2023            |            | 9      | 2
                        Secteur    | S1        | Nord         | 01006   | 2023            | beaucoup   | 10     | 2
                        Secteur    | S9        | Vieux        | 01006   | 2023            |            | 1      | 1
                        canton     | C1        |              | 01006   | 2023            |            | 11     | 2
                        """);

        assertThat(new Division().build(tables)).hasRows("""
                division | code_zone | libelle_zone | code_commune | part | _ligne | _regles
                secteur  | S1        | Nord         | 01053        | 1.0  | 1      |
                secteur  | S1        | Nord         | 01053        | 1.0  | 2      | doublon
                secteur  | S1        | Nord         | 01002        | 0.7  | 3      |
                secteur  | S2        | Sud          | 01002        | 0.3  | 4      |
                secteur  | S1        | Nord         | 01004        | 1.0  | 5      | parts_au_dela_de_un
                secteur  | S2        | Sud          | 01004        | 0.5  | 6      | parts_au_dela_de_un
                secteur  | S1        | Nord         | 01391        | 1.0  | 7      | commune_rattachee
                secteur  | S1        | Nord         | 01999        | 1.0  | 8      | commune_inconnue
                secteur  | S1        | Nord         | 01005        | 1.0  | 9      | commune_autre_millesime
                secteur  | S1        | Nord         | 01006        |      | 10     | part_illisible
                canton   | C1        |              | 01006        | 1.0  | 11     | division_reservee
                """);
    }

    /** In 2022, 01005 merged into 01053; its zone said so in 2021, and 01002 had a zone by 40 %. */
    @Test
    void zonesOfAnyVintageStandInTheCadreByTheInhabitantsTheyHold(SparkSession spark) {
        TestTables tables = bridge(spark, "epci,declarees");

        assertThat(new Rattachement().build(tables).where("niveau = 'secteur'")).hasRows("""
                code_commune | millesime | code_territoire | part | nature_part
                01053        | 2023      | S1              | 0.75 | pondere
                01053        | 2023      | S2              | 0.25 | pondere
                01002        | 2023      | S2              | 0.4  | pondere
                01004        | 2023      | S1              | 1.0  | exact
                """);
        Dataset<Row> rattachement = new Rattachement().build(tables);
        tables.with(Silver.RATTACHEMENT, spark.createDataFrame(rattachement.collectAsList(), rattachement.schema()));
        assertThat(new Territoire().build(tables).where("niveau = 'secteur'")).hasRows("""
                niveau  | code_territoire | libelle_territoire | code_departement | nb_communes | population | part_estimee
                secteur | S1              | Nord               | 01               | 2           | 85         | 0.8823529411764706
                secteur | S2              | Sud                | 01               | 2           | 65         | 1.0
                """);
    }

    @Test
    void onlyTheLevelsThatAreAskedForAreComputed(SparkSession spark) {
        assertThat(new Rattachement().build(bridge(spark, "")).select("niveau").distinct())
                .hasRows("""
                niveau
                commune
                departement
                region
                national
                """);
        assertThat(new Rattachement()
                        .build(bridge(spark, "toutes"))
                        .select("niveau")
                        .distinct())
                .hasRows("""
                niveau
                commune
                departement
                region
                national
                canton
                secteur
                """);
    }

    private static TestTables bridge(SparkSession spark, String niveaux) {
        return new TestTables(spark)
                .with(Parametres.NIVEAUX, niveaux)
                .with(Silver.COMMUNE_VIE, vies())
                .with(Silver.COMMUNE, """
                        code_commune | millesime | libelle | code_departement | code_region
                        01053        | 2023      | Bourg   | 01               | 84
                        01002        | 2023      | Deux    | 01               | 84
                        01004        | 2023      | Quatre  | 01               | 84
                        """)
                .with(Silver.POPULATION, """
                        code_commune | annee | millesime | population_municipale
                        01053        | 2021  | 2023      | 100
                        01002        | 2021  | 2023      | 100
                        01004        | 2021  | 2023      | 10
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        01053        | 1800-01-01 | 9999-12-31 | 01053              | 1.0  | exact
                        01002        | 1800-01-01 | 9999-12-31 | 01002              | 1.0  | exact
                        01004        | 1800-01-01 | 9999-12-31 | 01004              | 1.0  | exact
                        """)
                .with(Silver.PASSAGE_COMMUNE, """
                        code_commune | type_commune | date_debut | date_fin   | lu_du      | lu_au      | atome | part | nature_part
                        01053        | COM          | 1943-01-01 | 2022-01-01 | 1800-01-01 | 2022-01-01 | 01053 | 1.0  | exact
                        01053        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 01053 | 0.75 | pondere
                        01053        | COM          | 2022-01-01 | 9999-12-31 | 2022-01-01 | 9999-12-31 | 01005 | 0.25 | pondere
                        01005        | COM          | 1943-01-01 | 2022-01-01 | 1800-01-01 | 9999-12-31 | 01005 | 1.0  | exact
                        01002        | COM          | 1943-01-01 | 9999-12-31 | 1800-01-01 | 9999-12-31 | 01002 | 1.0  | exact
                        01004        | COM          | 1943-01-01 | 9999-12-31 | 1800-01-01 | 9999-12-31 | 01004 | 1.0  | exact
                        """)
                .with(Silver.DIVISION, """
                        division | code_zone | libelle_zone | code_commune | millesime | part | origine_division
                        secteur  | S1        | Nord         | 01053        | 2021      | 1.0  | declaree
                        secteur  | S2        | Sud          | 01005        | 2021      | 1.0  | declaree
                        secteur  | S2        | Sud          | 01002        | 2021      | 0.4  | declaree
                        secteur  | S1        | Nord         | 01004        | 2021      | 1.0  | declaree
                        secteur  | S9        | Vieux        | 01004        | 2018      | 1.0  | declaree
                        canton   | 0101      |              | 01053        | 2023      | 1.0  | insee
                        """);
    }

    private static String vies() {
        return """
                code_commune | type_commune | date_debut | date_fin
                01053        | COM          | 1943-01-01 | 9999-12-31
                01002        | COM          | 1943-01-01 | 9999-12-31
                01004        | COM          | 1943-01-01 | 9999-12-31
                01006        | COM          | 1943-01-01 | 9999-12-31
                01005        | COM          | 1943-01-01 | 2022-01-01
                01391        | COM          | 1943-01-01 | 2016-01-01
                01391        | COMD         | 2016-01-01 | 9999-12-31
                """;
    }
}
