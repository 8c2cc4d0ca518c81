package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;

/** The composition of intercommunalities as INSEE publishes it: a workbook, its header on the sixth row. */
final class FichierEpci {

    private FichierEpci() {}

    static void write(Territoire territoire, Dossier dossier) {
        List<List<String>> epci =
                sheet("Liste des EPCI à fiscalité propre au 01/01/2025", "EPCI", "LIBEPCI", "NATURE_EPCI", "NB_COM");
        for (Epci e : territoire.epci()) {
            long members = territoire.communes().stream()
                    .filter(c -> c.epci().equals(e))
                    .count();
            epci.add(List.of(e.code(), e.nom(), e.nature(), String.valueOf(members)));
        }
        List<List<String>> composition = sheet(
                "Composition communale des EPCI à fiscalité propre au 01/01/2025",
                "CODGEO",
                "LIBGEO",
                "EPCI",
                "LIBEPCI",
                "DEP",
                "REG");
        for (Commune c : territoire.communes()) {
            composition.add(List.of(
                    c.code(), c.nom(), c.epci().code(), c.epci().nom(), c.departement(), Territoire.CODE_REGION));
        }
        dossier.bytes(
                "epci/EPCI_au_01-01-2025.xlsx",
                new Classeur()
                        .sheet("EPCI", epci)
                        .sheet("Composition_communale", composition)
                        .bytes());
    }

    private static List<List<String>> sheet(String title, String... columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(title));
        rows.add(List.of(Exemple.AVERTISSEMENT));
        rows.add(List.of());
        rows.add(List.of());
        rows.add(List.of());
        rows.add(List.of(columns));
        return rows;
    }
}
