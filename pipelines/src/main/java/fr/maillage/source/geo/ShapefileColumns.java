package fr.maillage.source.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which columns of a shapefile's table tell the territory.
 *
 * @param niveau level of the territories; null when the column of codes is a general one
 * @param code position of the code
 * @param nom position of the name; -1 when there is none
 */
record ShapefileColumns(String niveau, int code, int nom) {

    private record Level(String niveau, List<String> codes, List<String> noms) {}

    /** Finer levels first: a layer of communes tells their département too. */
    private static final List<Level> LEVELS = List.of(
            new Level(null, List.of("insee_arm", "insee_cad", "insee_col"), List.of()),
            new Level("commune", List.of("insee_com", "depcom", "com"), List.of("nom_com", "libcom", "nom_comm")),
            new Level(
                    "epci", List.of("siren_epci", "code_siren", "code_epci", "epci"), List.of("nom_epci", "lib_epci")),
            new Level(null, List.of("insee_can", "insee_arr", "code_cant", "code_arr"), List.of()),
            new Level(
                    "departement",
                    List.of("insee_dep", "code_dept", "code_dep", "dep"),
                    List.of("nom_dep", "nom_dept", "lib_dep")),
            new Level("region", List.of("insee_reg", "code_reg", "reg"), List.of("nom_reg", "nom_region", "lib_reg")));

    private static final List<String> CODES = List.of("code", "insee", "code_insee", "codgeo");
    private static final List<String> NOMS = List.of("nom", "libgeo", "libelle", "nom_officie", "name");

    /** What the names of the columns tell; empty for territories of a level that is not known. */
    static Optional<ShapefileColumns> of(List<String> names) {
        List<String> columns =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (Level level : LEVELS) {
            int code = first(columns, level.codes);
            if (code >= 0) {
                int own = first(columns, level.noms);
                int nom = own >= 0 ? own : first(columns, NOMS);
                return Optional.of(new ShapefileColumns(level.niveau, code, nom))
                        .filter(found -> level.niveau != null);
            }
        }
        int code = first(columns, CODES);
        return code < 0 ? Optional.empty() : Optional.of(new ShapefileColumns(null, code, first(columns, NOMS)));
    }

    private static int first(List<String> columns, List<String> wanted) {
        return wanted.stream()
                .mapToInt(columns::indexOf)
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(-1);
    }
}
