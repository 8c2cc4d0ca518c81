package fr.maillage.quality;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The located anomalies as GeoJSON: one point each, longitude first, with the rule, its sentence and the value. */
public final class AnomaliesGeoJson {

    private AnomaliesGeoJson() {}

    /** Writes the file over what it held, whole or not at all. */
    public static void write(Warehouse warehouse, Publication publication, Path file, boolean english)
            throws SQLException, IOException {
        Whole.write(file, part -> {
            try (JsonGenerator json = new JsonFactory().createGenerator(part.toFile(), JsonEncoding.UTF8)) {
                json.writeStartObject();
                json.writeStringField("type", "FeatureCollection");
                json.writeArrayFieldStart("features");
                Anomalies.of(warehouse, publication)
                        .each("longitude IS NOT NULL AND latitude IS NOT NULL", une -> feature(json, une, english));
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static void feature(JsonGenerator json, Anomalies.Une une, boolean english) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(une.longitude());
        json.writeNumber(une.latitude());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        text(json, "numero_finess", une.numero());
        text(json, "nom", une.nom());
        text(json, "regle", une.regle());
        text(json, "gravite", une.gravite());
        text(json, "phrase", une.phrase(english));
        text(json, "champ", une.champ());
        text(json, "valeur", une.valeur());
        text(json, "preuve", une.preuve());
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
