package fr.maillage;

import fr.maillage.cli.MaillageCommand;
import fr.maillage.gold.ActiviteParTerritoire;
import fr.maillage.gold.ChampEsms;
import fr.maillage.gold.CouvertureParTerritoire;
import fr.maillage.gold.EsmsParCategorie;
import fr.maillage.gold.Gestionnaire;
import fr.maillage.gold.OffreParModalite;
import fr.maillage.gold.OffreParTerritoire;
import fr.maillage.gold.ReferenceAnap2011;
import fr.maillage.gold.RelaisParLien;
import fr.maillage.gold.changement.Changement;
import fr.maillage.silver.ActiviteAutorisee;
import fr.maillage.silver.ActiviteAutoriseeVersion;
import fr.maillage.silver.Autorisation;
import fr.maillage.silver.AutorisationEvenement;
import fr.maillage.silver.Categorie;
import fr.maillage.silver.Commune;
import fr.maillage.silver.CommuneRattachee;
import fr.maillage.silver.CommuneSuccesseur;
import fr.maillage.silver.Contour;
import fr.maillage.silver.Convention;
import fr.maillage.silver.CouvertureRegistre;
import fr.maillage.silver.Departement;
import fr.maillage.silver.DisciplineEnseignee;
import fr.maillage.silver.EntiteJuridique;
import fr.maillage.silver.EntiteJuridiqueVersion;
import fr.maillage.silver.Epci;
import fr.maillage.silver.EpciCommune;
import fr.maillage.silver.EquipementLourd;
import fr.maillage.silver.EquipementSocial;
import fr.maillage.silver.EquipementSocialVersion;
import fr.maillage.silver.Etablissement;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.silver.IndexContour;
import fr.maillage.silver.Localisation;
import fr.maillage.silver.Nomenclature;
import fr.maillage.silver.Parution;
import fr.maillage.silver.Population;
import fr.maillage.silver.Rattachement;
import fr.maillage.silver.Region;
import fr.maillage.silver.StatutJuridique;
import fr.maillage.silver.Territoire;
import fr.maillage.silver.anomalie.Anomalie;
import fr.maillage.silver.anomalie.AnomalieParution;
import fr.maillage.silver.cooperation.Activite;
import fr.maillage.silver.cooperation.Cooperation;
import fr.maillage.silver.cooperation.CooperationMembre;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.silver.cooperation.Relais;
import fr.maillage.silver.correction.Correction;
import fr.maillage.silver.doublon.DoublonProbable;
import fr.maillage.silver.place.Financement;
import fr.maillage.silver.place.Place;
import fr.maillage.silver.plus.ActiviteFiness;
import fr.maillage.silver.plus.Adresse;
import fr.maillage.silver.plus.BudgetEtablissement;
import fr.maillage.silver.plus.Capacite;
import fr.maillage.silver.plus.DeriveSchema;
import fr.maillage.silver.plus.Evenement;
import fr.maillage.silver.plus.Groupement;
import fr.maillage.silver.plus.GroupementMembre;
import fr.maillage.silver.plus.RelationEtablissement;
import fr.maillage.silver.plus.ZoneIntervention;
import fr.maillage.silver.plus.ZoneInterventionCommune;
import fr.maillage.silver.sae.GroupementHospitalier;
import fr.maillage.silver.sae.Hopital;
import fr.maillage.warehouse.Transformation;
import java.util.List;

/** The program, and the one list of all transformations. */
public final class Maillage {

    /** Every table that is computed from others; the engine finds their order itself. */
    public static final List<Transformation> TRANSFORMATIONS = List.of(
            new Activite(),
            new ActiviteAutorisee(),
            new ActiviteAutoriseeVersion(),
            new Anomalie(),
            new AnomalieParution(),
            new Autorisation(),
            new AutorisationEvenement(),
            new Categorie(),
            new Commune(),
            new CommuneRattachee(),
            new CommuneSuccesseur(),
            new Contour(),
            new Cooperation(),
            new CooperationMembre(),
            new CooperationRapprochement(),
            new Convention(),
            new CouvertureRegistre(),
            new Correction(),
            new Departement(),
            new DisciplineEnseignee(),
            new DoublonProbable(),
            new EntiteJuridique(),
            new EntiteJuridiqueVersion(),
            new Epci(),
            new EpciCommune(),
            new EquipementLourd(),
            new EquipementSocial(),
            new EquipementSocialVersion(),
            new Etablissement(),
            new EtablissementVersion(),
            new Financement(),
            new GroupementHospitalier(),
            new Hopital(),
            new IndexContour(),
            new Localisation(),
            new Nomenclature(),
            new Parution(),
            new Place(),
            new Population(),
            new Rattachement(),
            new Region(),
            new Relais(),
            new StatutJuridique(),
            new Territoire(),
            new Adresse(),
            new ActiviteFiness(),
            new BudgetEtablissement(),
            new Capacite(),
            new DeriveSchema(),
            new Evenement(),
            new Groupement(),
            new GroupementMembre(),
            new RelationEtablissement(),
            new ZoneIntervention(),
            new ZoneInterventionCommune(),
            new ActiviteParTerritoire(),
            new Changement(),
            new ChampEsms(),
            new CouvertureParTerritoire(),
            new EsmsParCategorie(),
            new Gestionnaire(),
            new OffreParModalite(),
            new OffreParTerritoire(),
            new ReferenceAnap2011(),
            new RelaisParLien());

    private Maillage() {}

    public static void main(String[] args) {
        System.exit(MaillageCommand.run(args));
    }
}
