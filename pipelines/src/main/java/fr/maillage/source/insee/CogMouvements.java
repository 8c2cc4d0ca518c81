package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.Vintages;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Movements of communes since 1943, the newest first.
 *
 * <p>The vintage is the 1 January on or after the newest movement of the first lines; a movement in the middle of a year
 * is in the code of the next.
 */
public final class CogMouvements extends DelimitedFormat {

    private static final long serialVersionUID = 1L;
    private static final Pattern DAY = Pattern.compile("(?<=[,;\"])(?:19|20)\\d{2}-\\d{2}-\\d{2}(?=[,;\"])");

    public CogMouvements() {
        super(
                "insee-mouvements",
                "INSEE, code officiel géographique, mouvements de communes",
                Set.of("mod", "date_eff", "com_av", "com_ap"));
    }

    @Override
    TableContract table() {
        return Bronze.INSEE_MOUVEMENT;
    }

    @Override
    Set<String> required() {
        return Set.of("mod", "date_eff", "typecom_av", "com_av", "typecom_ap", "com_ap");
    }

    @Override
    Recognised vintage(Probe probe) {
        Optional<LocalDate> newest = DAY.matcher(probe.text())
                .results()
                .flatMap(day -> Vintages.ofName(day.group()).stream())
                .max(LocalDate::compareTo);
        return newest.map(day -> on(nextFirstDay(day), "newest movement: " + day))
                .orElseGet(() -> unknown("no movement in the first lines"));
    }

    private static LocalDate nextFirstDay(LocalDate day) {
        return Annees.firstDay(day.getDayOfYear() == 1 ? day : day.plusYears(1));
    }
}
