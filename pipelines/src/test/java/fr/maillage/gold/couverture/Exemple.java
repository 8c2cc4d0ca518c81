package fr.maillage.gold.couverture;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.TestTables;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Four communes of two départements: three that cooperations cover in several meanings, and a white one.
 *
 * <p>coop:c1 lives and declares the whole of 01; coop:c2 is in reflection; coop:c3 lives by its dates, and FINESS+ lets the
 * entity of its member intervene in two communes; coop:c4 has ended.
 */
final class Exemple {

    static final String MEMBRES = """
            code_cooperation | code_acteur      | date_debut | numero_finess_et | numero_finess_ej | resolution       | connu_du
            coop:c1          | finess:010000010 | 2020-01-01 |                  | 010000010        | entite_juridique | 2024-06-30
            coop:c2          | finess:010000102 | 2020-01-01 | 010000102        | 010000020        | etablissement    | 2024-06-30
            coop:c2          | finess:020000104 | 2020-01-01 | 020000104        | 020000040        | etablissement    | 2024-06-30
            coop:c3          | finess:010000102 | 2020-01-01 | 010000102        | 010000020        | etablissement    | 2024-06-30
            coop:c3          | finess:010000103 | 2020-01-01 | 010000103        | 010000030        | etablissement    | 2024-06-30
            coop:c4          | finess:020000104 | 2020-01-01 | 020000104        | 020000040        | etablissement    | 2024-06-30
            """;

    static final String LIENS = """
            code_acteur      | role_lien       | niveau      | code_territoire | millesime | part_lien | origine_lien
            coop:c1          | couvre          | departement | 01              | 2024      | 1         | declare
            coop:c2          | couvre          | departement | 02              | 2024      | 1         | declare
            coop:c3          | cible           | commune     | 02001           | 2024      | 1         | declare
            finess:010000020 | intervient_dans | commune     | 01002           | 2024      | 1         | finess_plus
            finess:010000020 | intervient_dans | commune     | 01003           | 2024      | 1         | finess_plus
            """;

    static final String ETABLISSEMENTS = """
            numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | connu_du
            010000101        | 010000010        | 500            | 01001        | 2024              | 2024-06-30
            010000102        | 010000020        | 500            | 01002        | 2024              | 2024-06-30
            010000103        | 010000030        | 255            | 01001        | 2024              | 2024-06-30
            020000104        | 020000040        | 500            | 02001        | 2024              | 2024-06-30
            020000105        | 020000040        | 500            |              |                   | 2024-06-30
            """;

    private Exemple() {}

    static TestTables tables(SparkSession spark) {
        return territoires(spark)
                .with(Silver.ETABLISSEMENT, ETABLISSEMENTS)
                .with(Silver.PLACE, """
                        numero_finess_et | nb_places_installees
                        010000101        | 60
                        010000101        | 20
                        010000102        | 50
                        010000103        | 20
                        020000105        | 10
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | forme_juridique | date_debut | date_fin   | origine
                        coop:c1          | gcsms           | 2019-01-01 |            | declaree
                        coop:c2          | convention      | 2019-01-01 |            | declaree
                        coop:c3          | gie             | 2019-01-01 |            | declaree
                        coop:c4          | gie             | 2019-01-01 | 2023-12-31 | declaree
                        """)
                .with(Silver.FAIT_COOPERATION, """
                        code_fait | code_cooperation | rubrique  | code_valeur   | date_debut
                        f1        | coop:c1          | maturite  | reflexion     | 2018-01-01
                        f2        | coop:c1          | maturite  | en_place      | 2020-01-01
                        f3        | coop:c2          | maturite  | reflexion     | 2023-01-01
                        f4        | coop:c1          | categorie | parcours      |
                        f5        | coop:c2          | categorie | efficience    |
                        """)
                .with(Silver.COOPERATION_MEMBRE, MEMBRES)
                .with(Silver.LIEN_TERRITOIRE, LIENS);
    }

    static TestTables territoires(SparkSession spark) {
        return new TestTables(spark)
                .with(Parametres.TRANCHES_AGE, "0-19,20-59,60-74,75+")
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2
                        500            | 4000           | 4400
                        255            | 4000           | 4300
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire | part | nature_part
                        01001        | 2024      | commune     | 01001           | 1    | exact
                        01001        | 2024      | departement | 01              | 1    | exact
                        01001        | 2024      | national    | FR              | 1    | exact
                        01002        | 2024      | commune     | 01002           | 1    | exact
                        01002        | 2024      | departement | 01              | 1    | exact
                        01002        | 2024      | national    | FR              | 1    | exact
                        01003        | 2024      | commune     | 01003           | 1    | exact
                        01003        | 2024      | departement | 01              | 1    | exact
                        01003        | 2024      | national    | FR              | 1    | exact
                        02001        | 2024      | commune     | 02001           | 1    | exact
                        02001        | 2024      | departement | 02              | 1    | exact
                        02001        | 2024      | national    | FR              | 1    | exact
                        """)
                .with(Silver.PASSAGE_COMMUNE, """
                        type_commune | code_commune | lu_du      | lu_au      | date_debut | date_fin   | atome | part | nature_part
                        COM          | 01002        | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 01002 | 1    | exact
                        COM          | 01003        | 1943-01-01 | 9999-12-31 | 1943-01-01 | 9999-12-31 | 01003 | 1    | exact
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime | population
                        commune     | 01001           | 2024      | 1000
                        commune     | 01002           | 2024      | 500
                        commune     | 01003           | 2024      | 100
                        commune     | 02001           | 2024      | 400
                        departement | 01              | 2024      | 1600
                        departement | 02              | 2024      | 400
                        national    | FR              | 2024      | 2000
                        """)
                .with(Gold.POPULATION_PAR_AGE, """
                        niveau  | code_territoire | tranche_age | nb_personnes_age
                        commune | 01001           | 0-19        | 200
                        commune | 01001           | 20-59       | 500
                        commune | 01001           | 60-74       | 200
                        commune | 01001           | 75+         | 100
                        commune | 01002           | 0-19        | 100
                        commune | 01002           | 20-59       | 250
                        commune | 01002           | 60-74       | 100
                        commune | 01002           | 75+         | 50
                        commune | 01003           | 0-19        | 20
                        commune | 01003           | 20-59       | 50
                        commune | 01003           | 60-74       | 20
                        commune | 01003           | 75+         | 10
                        commune | 02001           | 0-19        | 80
                        commune | 02001           | 20-59       | 200
                        commune | 02001           | 60-74       | 80
                        commune | 02001           | 75+         | 40
                        """);
    }

    /** The example with the tables of its coverage. */
    static TestTables couverture(SparkSession spark) {
        return avec(
                spark, tables(spark), new EtablissementEnCooperation(), new CommuneCouverte(), new CouvertureCommune());
    }

    /** Tables with those that are computed from them, one after the other. */
    static TestTables avec(SparkSession spark, TestTables tables, Transformation... transformations) {
        for (Transformation one : transformations) {
            Dataset<Row> rows = one.build(tables);
            tables.with(one.target(), spark.createDataFrame(rows.collectAsList(), rows.schema()));
        }
        return tables;
    }
}
