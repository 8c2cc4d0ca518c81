package fr.maillage.example;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The activity that members report, a file per year. */
final class FichiersActivite {

    private final Random random = new Random(1945);
    private final Territoire territoire;
    private final List<Membre> declarants;
    private final Map<String, List<Commune>> around = new HashMap<>();

    private FichiersActivite(Territoire territoire, List<Membre> membres) {
        this.territoire = territoire;
        this.declarants = Declarants.distinct(Declarants.of(membres));
    }

    static void write(Territoire territoire, List<Membre> membres, Dossier dossier) {
        FichiersActivite files = new FichiersActivite(territoire, membres);
        for (int year = Declarants.FIRST_YEAR; year <= Declarants.LAST_YEAR; year++) {
            dossier.write("declarations/activite-" + year + ".csv", files.lines(year));
        }
    }

    private List<String> lines(int year) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + Exemple.AVERTISSEMENT);
        lines.add("membre;mois;service;commune;heures;personnes;etp");
        for (Membre declarant : declarants) {
            for (YearMonth month : Declarants.months(year)) {
                // One month in twenty nobody reports: unknown, not zero.
                if (Declarants.reports(declarant, month) && random.nextInt(20) > 0) {
                    lines.addAll(lines(declarant, month));
                }
            }
        }
        if (year == Declarants.LAST_YEAR) {
            lines.addAll(wrongLines());
        }
        return lines;
    }

    /** At home, also in the two nearest communes. */
    private List<String> lines(Membre declarant, YearMonth month) {
        Service service = Declarants.service(declarant);
        Commune own = declarant.etablissement().commune();
        List<Commune> served = service.estADomicile() ? around(own) : List.of(own);
        double size = 0.6 + (declarant.etablissement().rang() % 9) / 9.0;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < served.size(); i++) {
            double share = size * (0.94 + 0.12 * random.nextDouble()) / (1 + 2 * i);
            lines.add(line(declarant, month, service, served.get(i), service.heures(month) * share));
        }
        return lines;
    }

    private String line(Membre declarant, YearMonth month, Service service, Commune commune, double hours) {
        return String.join(
                ";",
                declarant.identifiant(),
                month.toString(),
                service.code(),
                commune.code(),
                number(hours),
                random.nextInt(30) == 0 ? "" : String.valueOf(1 + Math.round(hours / 14)),
                number(hours / 151.67));
    }

    private List<String> wrongLines() {
        String who = declarants.get(0).identifiant();
        String where = declarants.get(0).etablissement().commune().code();
        return List.of(
                who + ";2025-01;mobilite;" + where + ";-12;4;0,1",
                who + ";2025-02;mobilite;" + where + ";-3,5;1;",
                who + ";2025-03;coiffure;" + where + ";14;6;0,1",
                who + ";2025-04;coiffure;" + where + ";11;5;0,1",
                who + ";2025-13;mobilite;" + where + ";9;3;0,1",
                who + ";2025-05;mobilite;96999;9;3;0,1");
    }

    private List<Commune> around(Commune commune) {
        return around.computeIfAbsent(commune.code(), code -> territoire.communes().stream()
                .sorted(Comparator.comparingDouble(c -> c.bourg().distance(commune.bourg())))
                .limit(3)
                .toList());
    }

    /** A decimal comma, as a spreadsheet set to French saves it. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('.', ',');
    }
}
