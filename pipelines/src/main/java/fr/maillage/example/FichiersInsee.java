package fr.maillage.example;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The code officiel géographique and the legal populations, in the layouts of INSEE. */
final class FichiersInsee {

    private static final String REGION = Noms.majuscules(Territoire.NOM_REGION);

    private final Territoire territoire;

    private FichiersInsee(Territoire territoire) {
        this.territoire = territoire;
    }

    static void write(Territoire territoire, Dossier dossier) {
        FichiersInsee files = new FichiersInsee(territoire);
        dossier.write("cog/2025/v_commune_2025.csv", files.communes());
        dossier.write("cog/2025/v_departement_2025.csv", files.departements());
        dossier.write("cog/2025/v_region_2025.csv", files.regions());
        dossier.write(
                "population/donnees_communes_pop2023_geo2025.csv", files.populations(), "\r\n", StandardCharsets.UTF_8);
    }

    private List<String> communes() {
        List<String> lines = new ArrayList<>();
        lines.add("TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT");
        for (Commune c : territoire.communes()) {
            lines.add(String.join(
                    ",",
                    "COM",
                    c.code(),
                    Territoire.CODE_REGION,
                    c.departement(),
                    c.departement() + "D",
                    c.departement() + arrondissement(c),
                    names(c.nom()),
                    c.departement() + canton(c),
                    ""));
        }
        Commune nouvelle = territoire.commune("Trémarzin");
        lines.add(part("COMD", nouvelle.code(), "Trémarzin", nouvelle));
        lines.add(part("COMD", nouvelle.departement() + "391", "Lesvarec-le-Petit", nouvelle));
        Commune ville = territoire.commune("Port-Orlance");
        lines.add(part("ARM", "96381", "Port-Orlance 1er Arrondissement", ville));
        lines.add(part("ARM", "96382", "Port-Orlance 2e Arrondissement", ville));
        lines.add(part("ARM", "96383", "Port-Orlance 3e Arrondissement", ville));
        return lines;
    }

    private static String part(String type, String code, String nom, Commune parent) {
        boolean isDelegated = type.equals("COMD");
        String place = isDelegated ? ",," : Territoire.CODE_REGION + "," + parent.departement() + ",";
        return String.join(",", type, code, place, "", names(nom), "", parent.code());
    }

    /** TNCC,NCC,NCCENR,LIBELLE. */
    private static String names(String nom) {
        String plain = Noms.sansArticle(nom);
        return String.join(",", Noms.tncc(nom), Noms.majuscules(plain), plain, nom);
    }

    private List<String> departements() {
        List<String> lines = new ArrayList<>();
        lines.add("DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE");
        for (Map<String, String> row : Ressource.rows("departements.csv")) {
            String nom = row.get("nom");
            lines.add(String.join(
                    ",",
                    row.get("code"),
                    Territoire.CODE_REGION,
                    chefLieu(row.get("code")),
                    row.get("tncc"),
                    Noms.majuscules(nom),
                    nom,
                    nom));
        }
        return lines;
    }

    private List<String> regions() {
        return List.of(
                "REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE",
                String.join(
                        ",",
                        Territoire.CODE_REGION,
                        chefLieu("96"),
                        "2",
                        REGION,
                        Territoire.NOM_REGION,
                        Territoire.NOM_REGION));
    }

    private List<String> populations() {
        List<String> lines = new ArrayList<>();
        lines.add("REG;Région;DEP;CODARR;CODCAN;CODCOM;COM;Commune;PMUN;PCAP;PTOT");
        for (Commune c : territoire.communes()) {
            int apart = c.population() / 60;
            lines.add(String.join(
                    ";",
                    Territoire.CODE_REGION,
                    Territoire.NOM_REGION,
                    c.departement(),
                    arrondissement(c),
                    canton(c),
                    c.code().substring(2),
                    c.code(),
                    c.nom(),
                    String.valueOf(c.population()),
                    String.valueOf(apart),
                    String.valueOf(c.population() + apart)));
        }
        return lines;
    }

    private String chefLieu(String departement) {
        Epci seat = territoire.epci().stream()
                .filter(e -> e.departement().equals(departement))
                .findFirst()
                .orElseThrow();
        return territoire.commune(seat.chefLieu()).code();
    }

    private static String arrondissement(Commune commune) {
        return commune.epci().rang() < 3 ? "1" : "2";
    }

    private static String canton(Commune commune) {
        return String.format(Locale.ROOT, "%02d", 1 + commune.epci().rang());
    }
}
