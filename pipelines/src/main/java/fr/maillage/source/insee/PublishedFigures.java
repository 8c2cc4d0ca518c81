package fr.maillage.source.insee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Totals that the publisher prints, by which a file that carries no date is recognised: the list is data, in
 * {@code schemas/sources/insee.yaml}.
 */
final class PublishedFigures {

    private static final String FILE = "/schemas/sources/insee.yaml";

    private PublishedFigures() {}

    /**
     * A figure that a file matches exactly.
     *
     * @param source the publication that prints it
     */
    record Figure(LocalDate vintage, String source) {}

    /** The figure of a format with this total, if one is known. */
    static Optional<Figure> find(String format, long total) {
        for (JsonNode figure : read().path("published_figures")) {
            if (figure.path("format").asText().equals(format)
                    && figure.path("total").asLong() == total) {
                return Optional.of(new Figure(
                        LocalDate.parse(figure.path("vintage").asText()),
                        figure.path("source").asText()));
            }
        }
        return Optional.empty();
    }

    private static JsonNode read() {
        try (InputStream in = PublishedFigures.class.getResourceAsStream(FILE)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
