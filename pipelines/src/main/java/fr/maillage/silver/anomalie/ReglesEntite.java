package fr.maillage.silver.anomalie;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import java.util.List;

/** The rules on one legal entity that a release describes; {@link #NB_ETABLISSEMENTS_CONNUS} stands beside its fields. */
final class ReglesEntite {

    static final String NB_ETABLISSEMENTS_CONNUS = "nb_etablissements_connus";

    private ReglesEntite() {}

    static List<Regle> all() {
        return List.of(
                Regle.of(
                        "siren_absent",
                        SIREN,
                        col(Dossiers.OUVERT).and(col(SIREN).isNull())),
                Regle.of("siren_invalide", SIREN, not(NumeroSirene.isValid(col(SIREN), 9))),
                Regle.of(
                        "entite_sans_etablissement",
                        NB_ETABLISSEMENTS_CONNUS,
                        col(Dossiers.OUVERT).and(col(NB_ETABLISSEMENTS_CONNUS).isNull())),
                Regle.of(
                        "code_postal_departement",
                        CODE_POSTAL,
                        not(Departement.hasPostal(Departement.ofCommune(col(CODE_COMMUNE_PUBLIE)), col(CODE_POSTAL))),
                        CODE_COMMUNE_PUBLIE),
                Regle.of(
                        "commune_departement",
                        CODE_COMMUNE_PUBLIE,
                        not(Departement.same(
                                Departement.ofCommune(col(CODE_COMMUNE_PUBLIE)),
                                Departement.ofFiness(col(CODE_DEPARTEMENT_FINESS)))),
                        CODE_DEPARTEMENT_FINESS),
                Regle.of(
                        "inactif_sans_fermeture",
                        DATE_FERMETURE,
                        col(ETAT_OBJET).equalTo("I").and(col(DATE_FERMETURE).isNull()),
                        ETAT_OBJET));
    }
}
