package fr.maillage.gold.reseau;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ReseauParTerritoireTest {

    /** ANAP guide L2856-2858: from three associations to one group on a coherent territory. */
    @Test
    void anAuthorityThatFacedThreeAssociationsFacesOneGroup(SparkSession spark) {
        assertThat(reseau(allier(spark)).where("code_territoire in ('FR', '03', '03310')"))
                .hasRows("""
                niveau      | code_territoire | date_observation | nb_organisations_reseau | nb_liens_cooperation | densite_reseau | nb_interlocuteurs_sans_cooperation | nb_interlocuteurs
                national    | FR              | 2010-01-01       | 4                       | 3                    | 0.5            | 4                                  | 2
                national    | FR              | 2011-01-01       | 6                       | 4                    | 0.26666666666666666 | 4                             | 2
                national    | FR              | 2011-12-31       | 6                       | 4                    | 0.26666666666666666 | 4                             | 2
                departement | 03              | 2010-01-01       | 3                       | 3                    | 1.0            | 3                                  | 1
                departement | 03              | 2011-01-01       | 3                       | 3                    | 1.0            | 3                                  | 1
                departement | 03              | 2011-12-31       | 3                       | 3                    | 1.0            | 3                                  | 1
                commune     | 03310           | 2010-01-01       | 2                       | 1                    | 1.0            | 2                                  | 1
                commune     | 03310           | 2011-01-01       | 2                       | 1                    | 1.0            | 2                                  | 1
                commune     | 03310           | 2011-12-31       | 2                       | 1                    | 1.0            | 2                                  | 1
                """);
    }

    @Test
    void aFormThatSpeaksForNobodyLeavesThreeInterlocutors(SparkSession spark) {
        assertThat(reseau(allier(spark).with(Parametres.INTERLOCUTEUR_FORMES, "gip, gie"))
                        .where("niveau = 'departement' and date_observation = '2011-12-31'"))
                .hasRows("""
                        code_territoire | nb_interlocuteurs_sans_cooperation | nb_interlocuteurs
                        03              | 3                                  | 3
                        63              | 1                                  | 1
                        """);
    }

    @Test
    void whatNobodyToldIsNotZero(SparkSession spark) {
        assertThat(reseau(allier(spark)).where("code_territoire in ('FR', '63') and date_observation <> '2010-01-01'"))
                .hasRows("""
                        niveau      | date_observation | nb_organisations_reseau | nb_organisations_reliees | nb_liens_orientes | reciprocite | nb_composantes | part_plus_grande_composante | nb_communautes
                        national    | 2011-01-01       | 6                       | 5                        | 2                 | 1.0         | 3              | 0.5                         | 2
                        national    | 2011-12-31       | 6                       | 5                        | 2                 | 1.0         | 3              | 0.5                         | 2
                        departement | 2011-01-01       | 1                       |                          |                   |             |                |                             |
                        departement | 2011-12-31       | 1                       |                          |                   |             |                |                             |
                        """);
    }

    /** From 2011 on two of the three are one association: one interlocutor less, though its establishments stay. */
    @Test
    void managersOfWhomOneTookTheOthersPlaceAreOneInterlocutor(SparkSession spark) {
        TestTables tables = allier(spark)
                .with(Parametres.INTERLOCUTEUR_FORMES, "gip")
                .with(Silver.LIEN_COOPERATION, """
                        code_noeud       | code_noeud_autre | code_acteur      | code_acteur_autre | type_lien | est_orientee | date_debut | date_fin   | connu_du
                        finess:030780001 | finess:030780003 | finess:030780001 | finess:030780003  | relais    | true         | 2009-06-01 | 2010-12-31 | 2011-12-31
                        finess:030780002 | finess:030780003 | finess:030780001 | finess:030780003  | relais    | true         | 2011-01-01 |            | 2011-12-31
                        """)
                .with(Silver.ORGANISATION_SUCCESSEUR, """
                        code_organisation | code_organisation_actuelle | date_debut | date_fin
                        finess:030780001  | finess:030780001           |            | 2010-12-31
                        finess:030780001  | finess:030780002           | 2011-01-01 |
                        finess:030780002  | finess:030780002           |            |
                        """);

        assertThat(reseau(tables)
                        .where("code_territoire in ('FR', '03', '03310') and date_observation <> '2011-12-31'"))
                .hasRows("""
                        niveau      | date_observation | nb_organisations_reseau | nb_organisations_reliees | nb_liens_cooperation | nb_interlocuteurs_sans_cooperation | nb_interlocuteurs
                        national    | 2010-01-01       | 4                       | 2                        | 1                    | 4                                  | 4
                        national    | 2011-01-01       | 3                       | 2                        | 1                    | 3                                  | 3
                        departement | 2010-01-01       | 3                       | 2                        | 1                    | 3                                  | 3
                        departement | 2011-01-01       | 2                       | 2                        | 1                    | 2                                  | 2
                        commune     | 2010-01-01       | 2                       | 0                        | 0                    | 2                                  | 2
                        commune     | 2011-01-01       | 1                       | 0                        | 0                    | 1                                  | 1
                        """);
    }

    private static Dataset<Row> reseau(TestTables tables) {
        return new ReseauParTerritoire().build(tables.with(Gold.PRESENCE_ACTEUR, new PresenceActeur().build(tables)));
    }

    /** Three managers of Vichy and Moulins in one group, one of Clermont who told nothing, two outside the registry. */
    private static TestTables allier(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | code_categorie | code_commune | millesime_commune | connu_du
                        030000012        | 030780001        | 246            | 03310        | 2011              | 2011-12-31
                        030000020        | 030780002        | 246            | 03310        | 2011              | 2011-12-31
                        030000038        | 030780002        | 620            | 03310        | 2011              | 2011-12-31
                        030000046        | 030780003        | 246            | 03190        | 2011              | 2011-12-31
                        630000017        | 630780005        | 246            | 63113        | 2011              | 2011-12-31
                        """)
                .with(Silver.CATEGORIE, """
                        code_categorie | code_agregat_1 | code_agregat_2 | code_agregat_3
                        246            | 4000           | 4300           | 4301
                        620            | 3000           | 3200           | 3201
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | forme_juridique | date_debut | origine
                        coop:sagess      | gcsms           | 2009-06-01 | declaree
                        """)
                .with(Silver.LIEN_COOPERATION, """
                        code_noeud       | code_noeud_autre | code_acteur      | code_acteur_autre | type_lien  | est_orientee | date_debut | connu_du
                        finess:030780001 | coop:sagess      | finess:030780001 | coop:sagess       | membre     | false        | 2009-06-01 | 2011-12-31
                        finess:030780002 | coop:sagess      | finess:030000020 | coop:sagess       | membre     | false        | 2009-06-01 | 2011-12-31
                        finess:030780003 | coop:sagess      | finess:030780003 | coop:sagess       | membre     | false        | 2009-06-01 | 2011-12-31
                        ext:a            | ext:b            | ext:a            | ext:b             | relais     | true         | 2010-06-01 | 2011-12-31
                        ext:b            | ext:a            | ext:b            | ext:a             | prestation | true         | 2010-06-01 | 2011-12-31
                        """)
                .with(Silver.COMMUNE_SUCCESSEUR, """
                        code_commune | lu_du      | lu_au      | code_commune_cible | part | nature_part
                        03310        | 1943-01-01 | 9999-12-31 | 03310              | 1    | exact
                        03190        | 1943-01-01 | 9999-12-31 | 03190              | 1    | exact
                        63113        | 1943-01-01 | 9999-12-31 | 63113              | 1    | exact
                        """)
                .with(Silver.RATTACHEMENT, """
                        code_commune | millesime | niveau      | code_territoire | part | nature_part
                        03310        | 2011      | commune     | 03310           | 1    | exact
                        03310        | 2011      | departement | 03              | 1    | exact
                        03190        | 2011      | departement | 03              | 1    | exact
                        63113        | 2011      | departement | 63              | 1    | exact
                        """)
                .with(Silver.TERRITOIRE, """
                        niveau      | code_territoire | millesime
                        national    | FR              | 2011
                        departement | 03              | 2011
                        departement | 63              | 2011
                        commune     | 03310           | 2011
                        """);
    }
}
