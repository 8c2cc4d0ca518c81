package fr.maillage.source.insee;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The header of a table with one territory per row and its people by age side by side.
 *
 * @param code where the code of the territory stands; -1 nowhere
 * @param noms columns that count people by age, as published; of two that say the same the first
 * @param places where each stands
 */
record ColonnesAge(int code, int libelle, List<String> noms, List<Integer> places) {

    private static final Set<String> CODES = Set.of("codgeo", "code");
    private static final Set<String> LIBELLES = Set.of("libgeo", "libelle", "libelle.x");
    private static final int ENOUGH = 3;

    /** The columns, where there is one for the code of the territory and a few for ages. */
    static Optional<ColonnesAge> of(List<String> cells) {
        return ages(cells).filter(columns -> columns.code() >= 0);
    }

    /**
     * The same of a table that is all about ages, so that it is one even where the column of codes was left out.
     *
     * @throws BrokenFile when it was
     */
    static Optional<ColonnesAge> check(String name, List<String> cells) {
        Optional<ColonnesAge> columns = ages(cells);
        if (columns.isPresent() && columns.get().code() < 0) {
            throw new BrokenFile(name + " has people by age and no column CODGEO or code that says of which commune");
        }
        return columns;
    }

    private static Optional<ColonnesAge> ages(List<String> cells) {
        List<String> names =
                cells.stream().map(cell -> Objects.toString(cell, "").strip()).toList();
        List<String> noms = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Set<ColonneAge> said = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<ColonneAge> colonne = ColonneAge.of(names.get(i));
            if (colonne.isPresent() && said.add(colonne.get())) {
                noms.add(names.get(i));
                places.add(i);
            }
        }
        return noms.size() < ENOUGH
                ? Optional.empty()
                : Optional.of(new ColonnesAge(first(names, CODES), first(names, LIBELLES), noms, places));
    }

    /** 1 January of the newest year that a column names. */
    Optional<LocalDate> annee() {
        return noms.stream()
                .map(nom -> ColonneAge.of(nom).orElseThrow().annee())
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .map(year -> LocalDate.of(year, 1, 1));
    }

    SourceRecord record(long line, List<String> cells) {
        return SourceRecord.of(
                line,
                null,
                cell(cells, code),
                cell(cells, libelle),
                noms.toArray(String[]::new),
                places.stream().map(place -> cell(cells, place)).toArray(String[]::new));
    }

    private static String cell(List<String> cells, int place) {
        return place < 0 || place >= cells.size() ? null : cells.get(place);
    }

    private static int first(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(Header.normalised(names.get(i)))) {
                return i;
            }
        }
        return -1;
    }
}
