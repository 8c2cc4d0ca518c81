package fr.maillage.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is known of a landed file: where it came from and what was read in it. Written beside the file as JSON.
 *
 * @param nom name the file had when it came
 * @param chemin the name with the folders given on the command line, {@code /} between them
 * @param fichier name of the copy in the landing folder, in all but odd cases the same
 * @param rang order of landing, from 1
 * @param chargeLe when it landed, UTC
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Fiche(
        String nom,
        String chemin,
        String fichier,
        String sha256,
        long taille,
        long rang,
        Instant chargeLe,
        List<Piece> pieces) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * One readable part of the file: the whole of it, or a member of the archive.
     *
     * @param membre name of the member; empty when the file is no archive
     * @param millesime day the data speaks of
     * @param preuve how that day is known
     * @param lignes records read, by bronze table
     * @param illisibles records that could not be read
     * @param colonnes which field a column is, as a person said; null or empty when nobody did
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Piece(
            String membre,
            String format,
            LocalDate millesime,
            String preuve,
            Map<String, Long> lignes,
            long illisibles,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String colonnes) {

        public Piece(
                String membre,
                String format,
                LocalDate millesime,
                String preuve,
                Map<String, Long> lignes,
                long illisibles) {
            this(membre, format, millesime, preuve, lignes, illisibles, null);
        }
    }

    static Fiche read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Fiche.class);
    }

    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /** The parts as files to be read, found again under the landing folder wherever it now lies. */
    List<SourceFile> files(Path folder) {
        String path = folder.resolve(fichier).toString();
        return pieces.stream()
                .map(piece -> new SourceFile(
                        path, piece.membre(), nom, sha256, piece.format(), piece.millesime(), rang, piece.colonnes()))
                .toList();
    }
}
