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
import java.util.TreeMap;
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

    private static final Map<String, Kind> KINDS = kindsByName();

    private Modeles() {}

    /** One per template; a member tells activity and relays together, and the cases of the guide are filled in. */
    private static Map<String, Kind> kindsByName() {
        Map<String, Kind> kinds = new TreeMap<>();
        for (Gabarit gabarit : Gabarit.values()) {
            kinds.put(gabarit.nom(), new Kind(List.of(gabarit), gabarit.lists()));
        }
        kinds.remove(Gabarit.RELAIS.nom());
        kinds.put(
                Gabarit.ACTIVITE.nom(), new Kind(List.of(Gabarit.ACTIVITE, Gabarit.RELAIS), Gabarit.ACTIVITE.lists()));
        kinds.put(Gabarit.EVALUATIONS.nom(), new Kind(List.of(Gabarit.EVALUATIONS), REFERENTIELS));
        kinds.put(CAS_ANAP, new Kind(List.of(Gabarit.COOPERATIONS, Gabarit.MEMBRES, Gabarit.FAITS), List.of()));
        return kinds;
    }

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
        return gabarit.text().replace("\n", "\r\n");
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
