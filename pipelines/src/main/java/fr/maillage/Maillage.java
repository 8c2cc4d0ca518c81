package fr.maillage;

import fr.maillage.cli.MaillageCommand;
import fr.maillage.silver.Categorie;
import fr.maillage.silver.EntiteJuridique;
import fr.maillage.silver.EntiteJuridiqueVersion;
import fr.maillage.silver.EtablissementVersion;
import fr.maillage.silver.StatutJuridique;
import fr.maillage.warehouse.Transformation;
import java.util.List;

/** The program, and the one list of all transformations. */
public final class Maillage {

    /** Every table that is computed from others; the engine finds their order itself. */
    public static final List<Transformation> TRANSFORMATIONS = List.of(
            new Categorie(),
            new EntiteJuridique(),
            new EntiteJuridiqueVersion(),
            new EtablissementVersion(),
            new StatutJuridique());

    private Maillage() {}

    public static void main(String[] args) {
        System.exit(MaillageCommand.run(args));
    }
}
