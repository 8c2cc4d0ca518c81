package fr.maillage.example;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members that report each month: establishments declared by their own FINESS number, with a service to report. */
final class Declarants {

    static final int FIRST_YEAR = 2023;
    static final int LAST_YEAR = 2025;

    private Declarants() {}

    /** In the order of their memberships; one that is in two cooperations stands twice. */
    static List<Membre> of(List<Membre> membres) {
        return membres.stream()
                .filter(m -> m.etablissement() != null)
                .filter(m ->
                        m.identifiant().equals("finess:" + m.etablissement().numero()))
                .filter(m -> Service.PAR_CATEGORIE.containsKey(m.etablissement().categorie()))
                .toList();
    }

    /** Each establishment once. */
    static List<Membre> distinct(List<Membre> declarants) {
        Set<String> seen = new HashSet<>();
        return declarants.stream().filter(m -> seen.add(m.identifiant())).toList();
    }

    static Service service(Membre declarant) {
        return Service.PAR_CATEGORIE.get(declarant.etablissement().categorie());
    }

    /** Whether it is a member all month. */
    static boolean reports(Membre m, YearMonth month) {
        return !m.du().isAfter(month.atDay(1)) && (m.au() == null || !m.au().isBefore(month.atEndOfMonth()));
    }

    static List<YearMonth> months(int year) {
        List<YearMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(YearMonth.of(year, month));
        }
        return months;
    }
}
