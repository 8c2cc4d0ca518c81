package fr.maillage.source.geo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Contours of territories as GeoJSON: a feature collection whose features have the properties {@code code} and
 * {@code nom}.
 */
public final class ContoursGeoJson implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "contours-geojson";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Contours de territoires au format GeoJSON";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.CONTOUR_GEOJSON);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        if (!GeoJsonFeatures.begin(probe)) {
            return Optional.empty();
        }
        try (GeoJsonCollection collection = new GeoJsonCollection(probe.file())) {
            JsonNode first = collection.next();
            boolean ours = first != null
                    && !Perimetres.areOurs(first.path("properties"))
                    && first.path("properties").hasNonNull("code")
                    && first.path("properties").has("nom");
            return ours ? Optional.of(Vintages.recognised(NAME, probe)) : Optional.empty();
        } catch (BrokenFile cut) {
            // A collection cut inside its first feature: reading it whole says where.
            return probe.text().contains("\"code\"") ? Optional.of(Vintages.recognised(NAME, probe)) : Optional.empty();
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        NiveauDesCodes codes = new NiveauDesCodes();
        String crs;
        try (GeoJsonCollection collection = new GeoJsonCollection(file)) {
            for (JsonNode feature = collection.next(); feature != null; feature = collection.next()) {
                JsonNode properties = feature.path("properties");
                codes.add(
                        properties.path("code").asText(), properties.path("nom").asText());
            }
            crs = collection.crs();
        }
        String niveau = codes.niveau();
        return new GeoJsonFeatures(new GeoJsonCollection(file), (properties, wkb) -> new Object[] {
            niveau, properties.path("code").asText(null), properties.path("nom").asText(null), crs, wkb
        });
    }
}
