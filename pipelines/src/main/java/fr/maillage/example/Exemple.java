package fr.maillage.example;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The embedded example: a fictional region, its register and its cooperations, in the formats in which real ones come.
 *
 * <p>Written without network in a second or two, the same bytes every time. Two releases of the FINESS files a year
 * apart, the code officiel géographique, populations, EPCI, contours, nomenclatures, addresses of one département,
 * cooperations with their members, what the releases cover, and three years of activity and relays. The formats' real
 * defects are there in small numbers, see {@link Defaut}.
 *
 * <p>What it shows: cooperations gather around the estuary and the towns; three intercommunalities of the east have
 * none at all, and a fourth lost its only one in 2024.
 */
public final class Exemple {

    /** Stands in every file that has room for it. */
    public static final String AVERTISSEMENT =
            "Territoire fictif : lieux, organismes et chiffres sont inventés pour la démonstration.";

    public static final LocalDate PREMIERE_DIFFUSION = LocalDate.of(2025, 1, 7);
    public static final LocalDate SECONDE_DIFFUSION = LocalDate.of(2026, 1, 6);

    public static final int COMMUNES = 300;
    public static final int EPCI = 12;
    public static final int COOPERATIONS = 15;

    /** Establishments of the second release. */
    public static final int ETABLISSEMENTS = 1000;

    /** Intercommunalities without any cooperation. */
    public static final List<String> ZONES_BLANCHES =
            List.of("CC des Hautes Roches", "CC Thiran Forêt", "CC du Plateau de Hautrèse");

    private Exemple() {}

    /** Writes all files of the example under a folder. */
    public static void write(Path folder) {
        Dossier dossier = new Dossier(folder);
        Territoire territoire = Territoire.fictif();
        Registre registre = Registre.of(territoire);
        List<Membre> membres = Adhesions.of(registre);
        dossier.write("LISEZMOI.txt", Ressource.lines("LISEZMOI.txt"));
        FichiersInsee.write(territoire, dossier);
        FichierEpci.write(territoire, dossier);
        FichiersContours.write(territoire, dossier);
        FichiersNomenclature.write(dossier);
        FichiersFiness.write(registre, PREMIERE_DIFFUSION, dossier);
        FichiersFiness.write(registre, SECONDE_DIFFUSION, dossier);
        FichierBan.write(registre, dossier);
        FichiersDeclarations.write(registre, membres, dossier);
        FichiersActivite.write(territoire, membres, dossier);
        FichiersRelais.write(membres, dossier);
    }
}
