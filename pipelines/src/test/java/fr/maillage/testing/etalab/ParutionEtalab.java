package fr.maillage.testing.etalab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.output.CountingOutputStream;

/** One monthly release in the published shape: cs1100501, cs1100502 and cs1100507, written as streams. */
public final class ParutionEtalab {

    private interface Contenu {
        void write(Writer out) throws IOException;
    }

    private record Fichier(String numero, String flux, Contenu contenu) {}

    private final RegistreEtalab registre;
    private final LignesEtalab lignes;

    public ParutionEtalab(RegistreEtalab registre) {
        this.registre = registre;
        this.lignes = new LignesEtalab(registre);
    }

    /**
     * Writes the three files, side by side.
     *
     * @param suffix {@code .csv}, or {@code .csv.gz} for compressed ones
     * @return bytes of their content, before compression
     */
    public long write(Path folder, String suffix) throws IOException {
        Files.createDirectories(folder);
        return List.of(
                        new Fichier("501", "91", this::entites),
                        new Fichier("502", "92", this::etablissements),
                        new Fichier("507", "94", this::geolocalises))
                .parallelStream()
                .mapToLong(fichier -> write(folder, fichier, suffix))
                .sum();
    }

    private long write(Path folder, Fichier fichier, String suffix) {
        String day = registre.jour().format(DateTimeFormatter.BASIC_ISO_DATE);
        Path path = folder.resolve("etalab-cs1100%s-stock-%s-0336%s".formatted(fichier.numero(), day, suffix));
        try (OutputStream file = Files.newOutputStream(path);
                OutputStream packed = suffix.endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
                CountingOutputStream counted = new CountingOutputStream(packed)) {
            Writer out = new BufferedWriter(new OutputStreamWriter(counted, StandardCharsets.UTF_8), 1 << 16);
            out.write("finess;etalab;" + fichier.flux() + ";" + registre.jour() + "\n");
            fichier.contenu().write(out);
            out.flush();
            return counted.getByteCount();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private void entites(Writer out) throws IOException {
        for (EntiteEtalab entite : registre.entites()) {
            out.write(lignes.entite(entite));
        }
    }

    private void etablissements(Writer out) throws IOException {
        for (EtablissementEtalab etablissement : registre.etablissements()) {
            out.write(lignes.etablissement(etablissement));
        }
    }

    private void geolocalises(Writer out) throws IOException {
        etablissements(out);
        for (EtablissementEtalab etablissement : registre.etablissements()) {
            out.write(lignes.position(etablissement));
        }
    }
}
