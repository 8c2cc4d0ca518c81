package fr.maillage.silver.passage;

import fr.maillage.silver.passage.Mouvement.Code;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Movements written as text tables, and those of the real file. */
final class Mouvements {

    private Mouvements() {}

    /** Lines such as {@code 32 2017-01-01 COM 14666 Sannerville -> COMD 14666 Sannerville}; names may be left out. */
    static List<Mouvement> of(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(Mouvements::line)
                .toList();
    }

    private static Mouvement line(String line) {
        String[] sides = line.split("->");
        String[] before = sides[0].strip().split(" ", 5);
        String[] after = sides[1].strip().split(" ", 3);
        return new Mouvement(
                before[0],
                LocalDate.parse(before[1]),
                before.length < 4 ? null : new Code(before[2], before[3]),
                before.length < 5 ? null : before[4],
                new Code(after[0], after[1]),
                after.length < 3 ? null : after[2]);
    }

    /** All movements of the newest file; the test is skipped without it. */
    static List<Mouvement> real() throws IOException {
        List<Mouvement> all = new ArrayList<>(Mouvement.horsFichier());
        for (String[] cells : csv("geo/cog/2024/mouvements-communes.csv")) {
            all.add(new Mouvement(
                    cells[0],
                    LocalDate.parse(cells[1]),
                    cells[3].isEmpty() ? null : new Code(cells[2], cells[3]),
                    cells[7],
                    new Code(cells[8], cells[9]),
                    cells[13]));
        }
        return all;
    }

    /** The codes of communes that the code officiel géographique of a year prints. */
    static TreeSet<String> communes(int year) throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        for (String[] cells : csv("geo/cog/" + year + "/communes.csv")) {
            if (cells[0].equals("COM")) {
                codes.add(cells[1]);
            }
        }
        return codes;
    }

    /** Those of the boundaries of 2018. */
    static TreeSet<String> contours2018() throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        java.util.regex.Pattern code = java.util.regex.Pattern.compile("\"code\"\\s*:\\s*\"([0-9AB]{5})\"");
        try (var files = Files.walk(RealData.path("boundaries/france-geojson-2018"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("communes"))
                    .toList()) {
                code.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }

    static List<String[]> csv(String path) throws IOException {
        return Files.readAllLines(RealData.path(path)).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .map(cell -> cell.replace("\"", ""))
                        .toArray(String[]::new))
                .toList();
    }

    static TreeSet<String> living(Collection<Vie> vies, LocalDate day) {
        TreeSet<String> codes = new TreeSet<>();
        vies.stream().filter(vie -> vie.isCommune() && vie.holds(day)).forEach(vie -> codes.add(vie.code()));
        return codes;
    }
}
