package fr.maillage.source.declaration;

import fr.maillage.MaillageException;
import fr.maillage.schemas.CodeList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes the templates a person fills in: a header, commented lines that explain and show, and the closed lists beside.
 *
 * <p>A template as written is a valid upload without a line of data. It starts with a byte order mark, without which
 * spreadsheets take accents for something else.
 */
public final class Modeles {

    /** The twelve cooperations of the ANAP guide, written from it with the line of each fact. */
    private static final String CAS_ANAP = "cas_anap_2011";

    /** A census is no upload of lines but a sheet, one line per cooperation. */
    private static final String RECENSEMENT = "recensement";

    /** The frameworks: which there are, their axes, questions and answers. */
    private static final List<String> REFERENTIELS = List.of("referentiel", "axe", "item", "reponse");

    private record Kind(List<Gabarit> files, List<String> lists) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(
                    "cooperations",
                    new Kind(List.of(Gabarit.COOPERATIONS), List.of("forme_juridique", "objet_cooperation"))),
            Map.entry(CAS_ANAP, new Kind(List.of(Gabarit.COOPERATIONS, Gabarit.MEMBRES, Gabarit.FAITS), List.of())),
            Map.entry("doublons", new Kind(List.of(Gabarit.DOUBLONS), List.of())),
            Map.entry("rapprochements", new Kind(List.of(Gabarit.RAPPROCHEMENTS), List.of())),
            Map.entry("organisations", new Kind(List.of(Gabarit.ORGANISATIONS), List.of("type_organisation"))),
            Map.entry("successions", new Kind(List.of(Gabarit.SUCCESSIONS), List.of("nature_succession"))),
            Map.entry(
                    "agrements", new Kind(List.of(Gabarit.AGREMENTS), List.of("type_agrement", "motif_fin_agrement"))),
            Map.entry("affiliations", new Kind(List.of(Gabarit.AFFILIATIONS), List.of("federation"))),
            Map.entry("corrections", new Kind(List.of(Gabarit.CORRECTIONS), List.of())),
            Map.entry("contexte", new Kind(List.of(Gabarit.CONTEXTE), List.of())),
            Map.entry("divisions", new Kind(List.of(Gabarit.DIVISIONS), List.of())),
            Map.entry("liens_territoire", new Kind(List.of(Gabarit.LIENS), List.of("role_lien"))),
            Map.entry(
                    "faits_cooperation",
                    new Kind(
                            List.of(Gabarit.FAITS),
                            List.of(
                                    "rubrique_cooperation",
                                    "valeur_cooperation",
                                    "forme_juridique",
                                    "objet_cooperation"))),
            Map.entry("evaluations", new Kind(List.of(Gabarit.EVALUATIONS), REFERENTIELS)),
            Map.entry("relations", new Kind(List.of(Gabarit.RELATIONS), List.of("type_relation"))),
            Map.entry("territoires", new Kind(List.of(Gabarit.TERRITOIRES), List.of())),
            Map.entry("parutions", new Kind(List.of(Gabarit.PARUTIONS), List.of())),
            Map.entry("membres", new Kind(List.of(Gabarit.MEMBRES), List.of("role_membre"))),
            Map.entry("activite", new Kind(List.of(Gabarit.ACTIVITE, Gabarit.RELAIS), List.of("service_activite"))),
            Map.entry("projections", new Kind(List.of(Gabarit.PROJECTIONS), List.of())));

    private Modeles() {}

    /** The kinds of template there are. */
    public static List<String> kinds() {
        return Stream.concat(KINDS.keySet().stream(), Stream.of(RECENSEMENT))
                .sorted()
                .toList();
    }

    /**
     * Writes the templates of a kind into a folder, made if needed.
     *
     * @return the files written
     * @throws MaillageException when the kind is unknown, or a file would be overwritten
     */
    public static List<Path> write(String kind, Path dir) throws IOException {
        if (kind.equals(RECENSEMENT)) {
            return recensement(Files.createDirectories(dir));
        }
        Kind known = KINDS.get(kind);
        if (known == null) {
            throw new MaillageException("Cannot write a template: there is no kind '" + kind + "'. Choose one of "
                    + String.join(", ", kinds()) + ".");
        }
        Files.createDirectories(dir);
        List<Path> written = new ArrayList<>();
        for (Gabarit gabarit : known.files()) {
            String text = kind.equals(CAS_ANAP) ? casAnap(gabarit) : template(gabarit);
            written.add(write(dir.resolve(gabarit.file()), text));
        }
        for (String list : known.lists()) {
            boolean framework = REFERENTIELS.contains(list);
            written.add(replace(
                    dir.resolve(list + ".csv"),
                    framework
                            ? whole(CodeList.readFile("/schemas/referentiels/" + list + ".csv"))
                            : list(CodeList.read(list))));
        }
        return written;
    }

    private static List<Path> recensement(Path dir) throws IOException {
        return List.of(
                write(dir.resolve("recensement.csv"), ModeleRecensement.csv()),
                write(dir.resolve("recensement.xlsx"), ModeleRecensement.xlsx()));
    }

    private static String casAnap(Gabarit gabarit) throws IOException {
        try (InputStream in = Modeles.class.getResourceAsStream("/cas/anap-2011/" + gabarit.file())) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path write(Path file, String text) throws IOException {
        return write(file, marked(text));
    }

    private static Path write(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw new MaillageException(
                    "Cannot write " + file + ": it exists and may be filled in. Choose another folder.");
        }
        return Files.write(file, content);
    }

    private static Path replace(Path file, String text) throws IOException {
        return Files.write(file, marked(text));
    }

    private static byte[] marked(String text) {
        return ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
    }

    static String template(Gabarit gabarit) {
        List<String> columns = Stream.concat(gabarit.columns().stream(), gabarit.optional().stream())
                .toList();
        StringBuilder text = new StringBuilder(String.join(";", columns)).append("\r\n");
        gabarit.help()
                .forEach(
                        line -> text.append("# ").append(line.replace(';', ',')).append("\r\n"));
        gabarit.examples().forEach(line -> text.append("# ").append(line).append("\r\n"));
        return text.toString();
    }

    /** A framework with all it says, source lines included. */
    private static String whole(CodeList list) {
        return list(list, list.columns());
    }

    private static String list(CodeList list) {
        return list(
                list,
                Stream.of("rubrique", "colonne", "code", "libelle")
                        .filter(list.columns()::contains)
                        .toList());
    }

    private static String list(CodeList list, List<String> columns) {
        StringBuilder text = new StringBuilder(String.join(";", columns)).append("\r\n");
        list.rows().forEach(row -> text.append(
                        String.join(";", columns.stream().map(row::get).toList()))
                .append("\r\n"));
        return text.toString();
    }
}
