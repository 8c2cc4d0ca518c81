package fr.maillage.example;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The people that members of one cooperation pass on to each other, a file per year. */
final class FichiersRelais {

    private final Random random = new Random(1946);
    private final List<Membre> declarants;

    private FichiersRelais(List<Membre> membres) {
        this.declarants = Declarants.of(membres);
    }

    static void write(List<Membre> membres, Dossier dossier) {
        FichiersRelais files = new FichiersRelais(membres);
        for (int year = Declarants.FIRST_YEAR; year <= Declarants.LAST_YEAR; year++) {
            dossier.write("declarations/relais-" + year + ".csv", files.lines(year));
        }
    }

    private List<String> lines(int year) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + Exemple.AVERTISSEMENT);
        lines.add("membre;sens;avec;mois;service;transmis;acceptes;services;evalues");
        for (int i = 1; i < declarants.size(); i++) {
            if (declarants.get(i - 1).cooperation().equals(declarants.get(i).cooperation())) {
                lines.addAll(lines(declarants.get(i - 1), declarants.get(i), year));
            }
        }
        if (year == Declarants.LAST_YEAR) {
            // Five accepted out of three: cannot be.
            lines.add(declarants.get(1).identifiant() + ";donne;"
                    + declarants.get(0).identifiant() + ";2025-06;autre;3;5;2;0");
        }
        return lines;
    }

    private List<String> lines(Membre giver, Membre receiver, int year) {
        return Declarants.months(year).stream()
                .filter(month -> Declarants.reports(giver, month) && Declarants.reports(receiver, month))
                .filter(month -> random.nextInt(10) < 6)
                .flatMap(month -> lines(giver, receiver, month).stream())
                .toList();
    }

    /** Told by the giver; two times in five by the receiver too, who may have counted one less. */
    private List<String> lines(Membre giver, Membre receiver, YearMonth month) {
        int made = 1 + random.nextInt(8);
        int accepted = made - random.nextInt(1 + made / 2);
        int served = accepted - random.nextInt(1 + accepted / 2);
        String middle = ";" + month + ";" + Declarants.service(receiver).code() + ";";
        String outcome = ";" + accepted + ";" + served + ";" + random.nextInt(served + 1);
        List<String> lines = new ArrayList<>();
        lines.add(giver.identifiant() + ";donne;" + receiver.identifiant() + middle + made + outcome);
        if (random.nextInt(5) < 2) {
            int counted = made > accepted ? made - random.nextInt(2) : made;
            lines.add(receiver.identifiant() + ";recu;" + giver.identifiant() + middle + counted + outcome);
        }
        return lines;
    }
}
