package fr.maillage.example;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What members report month by month: their activity and the people they pass on to each other. */
final class FichiersActivite {

    static final int FIRST_YEAR = 2023;
    static final int LAST_YEAR = 2025;

    /** What a category reports. */
    private record Service(String code, double hours, double swing, int peak, double august) {}

    private static final Map<String, Service> SERVICES = Map.ofEntries(
            Map.entry("354", new Service("soins_domicile", 620, 0.10, 1, 0.97)),
            Map.entry("460", new Service("aide_domicile", 900, 0.08, 1, 0.92)),
            Map.entry("209", new Service("aide_domicile", 780, 0.08, 1, 0.92)),
            Map.entry("207", new Service("accueil_jour", 260, 0.05, 11, 0.60)),
            Map.entry("500", new Service("hebergement_temporaire", 340, 0.30, 7, 1.10)),
            Map.entry("202", new Service("repit", 90, 0.35, 7, 1.10)),
            Map.entry("246", new Service("insertion_professionnelle", 480, 0.04, 5, 0.35)),
            Map.entry("183", new Service("accueil_jour", 520, 0.06, 11, 0.20)),
            Map.entry("182", new Service("equipe_mobile", 210, 0.08, 11, 0.25)),
            Map.entry("189", new Service("consultation", 150, 0.08, 11, 0.30)),
            Map.entry("190", new Service("consultation", 130, 0.08, 11, 0.45)),
            Map.entry("603", new Service("consultation", 420, 0.14, 1, 0.65)),
            Map.entry("124", new Service("consultation", 380, 0.14, 1, 0.65)),
            Map.entry("463", new Service("information_coordination", 110, 0.07, 10, 0.70)),
            Map.entry("355", new Service("equipe_mobile", 240, 0.10, 1, 0.85)),
            Map.entry("446", new Service("logement", 160, 0.04, 10, 0.80)));

    private final Random random = new Random(1945);
    private final Territoire territoire;
    private final List<Membre> reporters;
    private final Map<String, List<Commune>> around = new HashMap<>();

    private FichiersActivite(Territoire territoire, List<Membre> membres) {
        this.territoire = territoire;
        this.reporters = membres.stream()
                .filter(m -> m.etablissement() != null && m.identifiant().startsWith("finess:"))
                .filter(m -> m.identifiant().endsWith(m.etablissement().numero()))
                .filter(m -> SERVICES.containsKey(m.etablissement().categorie()))
                .toList();
    }

    static void write(Territoire territoire, List<Membre> membres, Dossier dossier) {
        FichiersActivite files = new FichiersActivite(territoire, membres);
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            dossier.write("declarations/activite-" + year + ".csv", files.activite(year));
            dossier.write("declarations/relais-" + year + ".csv", files.relais(year));
        }
    }

    private List<String> activite(int year) {
        List<String> lines = start("membre;mois;service;commune;heures;personnes;etp");
        for (Membre m : oncePerEstablishment()) {
            for (int month = 1; month <= 12; month++) {
                // One month in twenty nobody reports: unknown, not zero.
                if (isMember(m, YearMonth.of(year, month)) && random.nextInt(20) > 0) {
                    lines.addAll(activite(m, YearMonth.of(year, month)));
                }
            }
        }
        if (year == LAST_YEAR) {
            String id = reporters.get(0).identifiant();
            String commune = reporters.get(0).etablissement().commune().code();
            lines.add(id + ";2025-01;mobilite;" + commune + ";-12;4;0,1");
            lines.add(id + ";2025-02;mobilite;" + commune + ";-3,5;1;");
            lines.add(id + ";2025-03;coiffure;" + commune + ";14;6;0,1");
            lines.add(id + ";2025-04;coiffure;" + commune + ";11;5;0,1");
            lines.add(id + ";2025-13;mobilite;" + commune + ";9;3;0,1");
            lines.add(id + ";2025-05;mobilite;96999;9;3;0,1");
        }
        return lines;
    }

    private List<Membre> oncePerEstablishment() {
        List<String> seen = new ArrayList<>();
        return reporters.stream()
                .filter(m -> !seen.contains(m.identifiant()) && seen.add(m.identifiant()))
                .toList();
    }

    /** At home, also in the two nearest communes. */
    private List<String> activite(Membre m, YearMonth month) {
        Service service = SERVICES.get(m.etablissement().categorie());
        List<Commune> served = service.code.endsWith("_domicile")
                ? around.computeIfAbsent(
                        m.etablissement().commune().code(),
                        code -> nearest(m.etablissement().commune()))
                : List.of(m.etablissement().commune());
        double size = 0.6 + (m.etablissement().rang() % 9) / 9.0;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < served.size(); i++) {
            double hours =
                    service.hours * size * season(service, month) * (0.94 + 0.12 * random.nextDouble()) / (1 + 2 * i);
            lines.add(String.join(
                    ";",
                    m.identifiant(),
                    month.toString(),
                    service.code,
                    served.get(i).code(),
                    number(hours),
                    random.nextInt(30) == 0 ? "" : String.valueOf(1 + Math.round(hours / 14)),
                    number(hours / 151.67)));
        }
        return lines;
    }

    private static double season(Service service, YearMonth month) {
        double angle = 2 * Math.PI * (month.getMonthValue() - service.peak) / 12;
        double growth = 1 + 0.035 * (month.getYear() - FIRST_YEAR);
        double august = month.getMonthValue() == 8 ? service.august : 1;
        return growth * august * (1 + service.swing * StrictMath.cos(angle));
    }

    private List<Commune> nearest(Commune commune) {
        return territoire.communes().stream()
                .sorted(Comparator.comparingDouble(c -> c.bourg().distance(commune.bourg())))
                .limit(3)
                .toList();
    }

    private List<String> relais(int year) {
        List<String> lines = start("membre;sens;avec;mois;service;transmis;acceptes;services;evalues");
        for (int i = 0; i + 1 < reporters.size(); i++) {
            Membre giver = reporters.get(i);
            Membre receiver = reporters.get(i + 1);
            for (int month = 1; month <= 12; month++) {
                boolean both =
                        isMember(giver, YearMonth.of(year, month)) && isMember(receiver, YearMonth.of(year, month));
                if (giver.cooperation().equals(receiver.cooperation()) && both && random.nextInt(10) < 6) {
                    lines.addAll(relais(giver, receiver, YearMonth.of(year, month)));
                }
            }
        }
        if (year == LAST_YEAR) {
            lines.add(reporters.get(1).identifiant() + ";donne;"
                    + reporters.get(0).identifiant() + ";2025-06;autre;3;5;2;0");
        }
        return lines;
    }

    /** Told by the giver; two times in five by the receiver too, who may have counted one less. */
    private List<String> relais(Membre giver, Membre receiver, YearMonth month) {
        int made = 1 + random.nextInt(8);
        int accepted = made - random.nextInt(1 + made / 2);
        int served = accepted - random.nextInt(1 + accepted / 2);
        String service = SERVICES.get(receiver.etablissement().categorie()).code;
        String outcome = ";" + accepted + ";" + served + ";" + random.nextInt(served + 1);
        List<String> lines = new ArrayList<>();
        lines.add(giver.identifiant() + ";donne;" + receiver.identifiant() + ";" + month + ";" + service + ";" + made
                + outcome);
        if (random.nextInt(5) < 2) {
            int counted = made > accepted ? made - random.nextInt(2) : made;
            lines.add(receiver.identifiant() + ";recu;" + giver.identifiant() + ";" + month + ";" + service + ";"
                    + counted + outcome);
        }
        return lines;
    }

    private static boolean isMember(Membre m, YearMonth month) {
        return !m.du().isAfter(month.atDay(1)) && (m.au() == null || !m.au().isBefore(month.atEndOfMonth()));
    }

    private static List<String> start(String header) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + Exemple.AVERTISSEMENT);
        lines.add(header);
        return lines;
    }

    /** A decimal comma, as a spreadsheet set to French saves it. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace('.', ',');
    }
}
