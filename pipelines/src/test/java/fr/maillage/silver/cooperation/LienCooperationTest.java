package fr.maillage.silver.cooperation;

import static fr.maillage.testing.DatasetAssert.assertThat;

import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.testing.TestTables;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class LienCooperationTest {

    @Test
    void anEstablishmentIsWhoManagesIt(SparkSession spark) {
        TestTables tables = registre(spark).with(Silver.RELATION_ACTEUR, """
                code_acteur          | code_acteur_autre | type_relation         | est_orientee | date_debut
                finess:030000012     | siret:12345678200015 | professionnel_partage | false     | 2010-01-01
                siren:775555555      | ext:ars           | financement           | true         |
                finess:030780001     | rna:W031000001    | opposition            | false        |
                """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud       | code_noeud_autre | code_acteur      | code_acteur_autre    | type_lien             | est_orientee | date_debut
                siren:775555555  | siren:123456782  | finess:030000012 | siret:12345678200015 | professionnel_partage | false        | 2010-01-01
                siren:775555555  | ext:ars          | siren:775555555  | ext:ars              | financement           | true         |
                """);
    }

    @Test
    void aMembershipHoldsWhileTheCooperationLives(SparkSession spark) {
        TestTables tables = registre(spark).with(Silver.COOPERATION_MEMBRE, """
                code_cooperation | code_acteur      | date_debut | date_fin
                coop:sagess      | finess:030000012 | 2008-01-01 |
                coop:sagess      | finess:030780002 | 2012-01-01 | 2013-12-31
                coop:sagess      | ext:tard         | 2021-01-01 |
                """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud       | code_noeud_autre | type_lien | date_debut | date_fin
                siren:775555555  | coop:sagess      | membre    | 2009-06-01 | 2020-12-31
                finess:030780002 | coop:sagess      | membre    | 2012-01-01 | 2013-12-31
                """);
    }

    /** By its dates it lives from June 2009; by its maturity it was only thought of until 2011. */
    @Test
    void nobodyIsAMemberOfACooperationInReflection(SparkSession spark) {
        TestTables tables = registre(spark).with(Silver.FAIT_COOPERATION, """
                        code_cooperation | rubrique | code_valeur | date_debut
                        coop:sagess      | maturite | reflexion   | 2009-01-01
                        coop:sagess      | maturite | en_place    | 2011-01-01
                        coop:sagess      | maturite | terminee    | 2015-01-01
                        """).with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | date_debut | date_fin
                        coop:sagess      | finess:030000012 | 2008-01-01 |
                        coop:sagess      | finess:030780002 | 2009-06-01 | 2010-12-31
                        """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud       | code_noeud_autre | date_debut | date_fin
                siren:775555555  | coop:sagess      | 2011-01-01 | 2014-12-31
                """);
    }

    @Test
    void aCooperationFoundAndDeclaredIsOneNodeAndSoIsItsLegalEntity(SparkSession spark) {
        TestTables tables = registre(spark).with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation  | code_acteur      | date_debut
                        coop:sagess       | finess:030780001 | 2010-01-01
                        coop:finess-030   | finess:030780001 | 2010-01-01
                        """).with(Silver.RELATION_ACTEUR, """
                        code_acteur      | code_acteur_autre | type_relation | est_orientee
                        finess:030000038 | coop:finess-030   | prestation    | true
                        """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud      | code_noeud_autre | code_acteur_autre | type_lien
                siren:775555555 | coop:sagess      | coop:sagess       | membre
                siren:775555555 | coop:sagess      | coop:finess-030   | membre
                coop:sagess     | coop:sagess      | coop:finess-030   | prestation
                """);
    }

    @Test
    void aRelayHoldsForAsManyMonthsAsTheParameterSays(SparkSession spark) {
        TestTables tables =
                registre(spark).with(Parametres.RESEAU_RELAIS_MOIS, 3L).with(Silver.RELAIS, """
                        code_acteur_donneur | code_acteur_receveur | mois       | service | declarant | nb_relais
                        finess:030000012    | finess:030780002     | 2011-11-01 | autre   | donneur   | 2
                        finess:030000012    | finess:030780002     | 2011-11-01 | autre   | receveur  | 3
                        finess:030000012    | finess:030780002     | 2012-06-01 | autre   | donneur   | 0
                        finess:030780002    | finess:030000012     | 2012-06-01 | autre   | donneur   |
                        """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud       | code_noeud_autre | type_lien | est_orientee | date_debut | date_fin   | connu_du
                siren:775555555  | finess:030780002 | relais    | true         | 2011-11-01 | 2012-01-31 | 2011-11-30
                finess:030780002 | siren:775555555  | relais    | true         | 2012-06-01 | 2012-08-31 | 2012-06-30
                """);
    }

    @Test
    void whoUsesServesOrFundsACooperationIsNoMember(SparkSession spark) {
        TestTables tables = registre(spark).with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | role              | date_debut | date_fin
                        coop:sagess      | finess:030780001 | societaire        | 2010-01-01 |
                        coop:sagess      | ext:ars          | financeur         | 2010-01-01 | 2012-12-31
                        coop:sagess      | ext:voisin       | usager_non_membre | 2010-01-01 |
                        """).with(Silver.RELATION_ACTEUR, """
                        code_acteur | code_acteur_autre | type_relation | est_orientee | date_debut
                        ext:ars     | coop:sagess       | financement   | true         | 2010-01-01
                        """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud      | code_noeud_autre | type_lien            | est_orientee | date_debut | date_fin
                siren:775555555 | coop:sagess      | membre               | false        | 2010-01-01 | 2020-12-31
                ext:ars         | coop:sagess      | financement          | true         | 2010-01-01 |
                ext:voisin      | coop:sagess      | usage_par_convention | true         | 2010-01-01 | 2020-12-31
                """);
    }

    /** COORACE guide L6827: the state's service of 2009 is DIRECCTE from 2010 on, whoever still writes the former name. */
    @Test
    void whoWasSucceededIsTheOrganisationOfTheDay(SparkSession spark) {
        TestTables tables =
                registre(spark).with(Silver.ORGANISATION_SUCCESSEUR, """
                        code_organisation | code_organisation_actuelle | date_debut | date_fin
                        ext:ddtefp        | ext:ddtefp                 |            | 2009-12-31
                        ext:ddtefp        | ext:direccte               | 2010-01-01 | 2021-03-31
                        ext:ddtefp        | ext:dreets                 | 2021-04-01 |
                        ext:direccte      | ext:direccte               | 2010-01-01 | 2021-03-31
                        ext:direccte      | ext:dreets                 | 2021-04-01 |
                        """).with(Silver.RELATION_ACTEUR, """
                        code_acteur      | code_acteur_autre | type_relation | est_orientee | date_debut | date_fin
                        ext:ddtefp       | finess:030780001  | financement   | true         | 2008-01-01 | 2012-12-31
                        finess:030780001 | ext:direccte      | convention    | false        |            | 2011-12-31
                        ext:dreets       | ext:ddtefp        | convention    | false        | 2022-01-01 |
                        """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud      | code_noeud_autre | code_acteur      | code_acteur_autre | noeud_remplace | noeud_remplace_autre | type_lien   | date_debut | date_fin
                ext:ddtefp      | siren:775555555  | ext:ddtefp       | finess:030780001  |                |                      | financement | 2008-01-01 | 2009-12-31
                ext:direccte    | siren:775555555  | ext:ddtefp       | finess:030780001  | ext:ddtefp     |                      | financement | 2010-01-01 | 2012-12-31
                siren:775555555 | ext:direccte     | finess:030780001 | ext:direccte      |                |                      | convention  |            | 2009-12-31
                siren:775555555 | ext:direccte     | finess:030780001 | ext:direccte      |                |                      | convention  | 2010-01-01 | 2011-12-31
                ext:dreets      | ext:dreets       | ext:dreets       | ext:ddtefp        |                | ext:ddtefp           | convention  | 2022-01-01 |
                """);
    }

    @Test
    void ofSeveralThatTookItsPlaceEachIsAMember(SparkSession spark) {
        TestTables tables =
                registre(spark).with(Silver.ORGANISATION_SUCCESSEUR, """
                        code_organisation | code_organisation_actuelle | date_debut | date_fin
                        siren:775555555   | siren:775555555            |            | 2014-12-31
                        siren:775555555   | ext:b                      | 2015-01-01 |
                        siren:775555555   | ext:c                      | 2015-01-01 |
                        """).with(Silver.COOPERATION_MEMBRE, """
                        code_cooperation | code_acteur      | date_debut
                        coop:sagess      | finess:030000012 | 2010-01-01
                        """);

        assertThat(new LienCooperation().build(tables)).hasRows("""
                code_noeud      | code_noeud_autre | code_acteur      | noeud_remplace  | date_debut | date_fin
                siren:775555555 | coop:sagess      | finess:030000012 |                 | 2010-01-01 | 2014-12-31
                ext:b           | coop:sagess      | finess:030000012 | siren:775555555 | 2015-01-01 | 2020-12-31
                ext:c           | coop:sagess      | finess:030000012 | siren:775555555 | 2015-01-01 | 2020-12-31
                """);
    }

    /** Two managers, one of them without a SIREN, and a group that has a legal entity and an establishment of its own. */
    private static TestTables registre(SparkSession spark) {
        return new TestTables(spark)
                .with(Silver.ETABLISSEMENT, """
                        numero_finess_et | numero_finess_ej | siret
                        030000012        | 030780001        | 77555555500012
                        030000020        | 030780002        |
                        030000038        | 030780003        |
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | siren
                        030780001        | 775555555
                        030780002        |
                        030780003        |
                        """)
                .with(Silver.ORGANISATION_IDENTIFIANT, """
                        code_organisation | espace_identifiant | identifiant
                        siren:775555555   | finess_ej          | 030780001
                        siren:775555555   | siren              | 775555555
                        finess:030780002  | finess_ej          | 030780002
                        finess:030780003  | finess_ej          | 030780003
                        """)
                .with(Silver.COOPERATION, """
                        code_cooperation | date_debut | date_fin   | origine   | numero_finess
                        coop:sagess      | 2009-06-01 | 2020-12-31 | declaree  |
                        coop:finess-030  | 2010-01-01 |            | detectee  | 030780003
                        """)
                .with(Silver.COOPERATION_RAPPROCHEMENT, """
                        code_cooperation_declaree | code_cooperation_detectee | est_la_meme
                        coop:sagess               | coop:finess-030           | true
                        """);
    }
}
