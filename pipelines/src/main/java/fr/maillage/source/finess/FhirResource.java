package fr.maillage.source.finess;

import static fr.maillage.schemas.Columns.*;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.maillage.schemas.Bronze;
import java.io.IOException;
import java.util.List;

/** One FHIR resource on its way to a row: read token by token, without a tree. */
final class FhirResource {

    private static final List<String> COLUMNS = Bronze.FINESS_FHIR.columns();

    private final JsonParser json;
    private final Object[] values = new Object[COLUMNS.size()];

    private FhirResource(JsonParser json) {
        this.json = json;
    }

    /** The values of the resource, in the order of the contract; what is absent is null. */
    static Object[] read(JsonParser json) throws IOException {
        FhirResource resource = new FhirResource(json);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        resource.eachField(resource::member);
        if (json.nextToken() != null) {
            throw new IOException("text after the object");
        }
        return resource.values;
    }

    private void member(String field) throws IOException {
        switch (field) {
            case "id" -> set(ID);
            case "resourceType" -> set(RESOURCETYPE);
            case "active" -> set(ACTIVE);
            case "name" -> set(NAME);
            case "meta" -> eachField(key -> setIf(key.equals("lastUpdated"), LASTUPDATED));
            case "extension" -> eachElement(() -> eachField(this::extension));
            case "address" -> eachElement(this::address);
            case "identifier" -> eachElement(this::identifier);
            case "telecom" -> eachElement(this::telecom);
            case "type" -> eachElement(() -> eachField(this::types));
            case "managingOrganization" -> eachField(key -> setIf(key.equals("reference"), MANAGINGORGANIZATION));
            case "position" -> eachField(this::position);
            default -> json.skipChildren();
        }
    }

    private void extension(String field) throws IOException {
        if (field.equals("valuePeriod")) {
            eachField(key -> {
                setIf(key.equals("start"), PERIOD_START);
                setIf(key.equals("end"), PERIOD_END);
            });
        } else {
            json.skipChildren();
        }
    }

    private void address() throws IOException {
        eachField(field -> {
            switch (field) {
                case "city" -> set(CITY);
                case "postalCode" -> set(POSTALCODE);
                case "country" -> set(COUNTRY);
                case "line" -> lines();
                default -> json.skipChildren();
            }
        });
    }

    private void lines() throws IOException {
        StringBuilder lines = new StringBuilder();
        eachElement(() -> lines.append(lines.length() == 0 ? "" : "\n").append(json.getText()));
        put(LINE, lines.length() == 0 ? null : lines.toString());
    }

    private void identifier() throws IOException {
        String[] found = new String[3];
        eachField(field -> {
            switch (field) {
                case "system" -> found[0] = json.getText();
                case "value" -> found[1] = json.getText();
                case "type" -> eachField(key -> eachElementOf(key, "coding", () -> found[2] = code()));
                default -> json.skipChildren();
            }
        });
        if ("FINEG".equals(found[2])) {
            put(FINESS, found[1]);
        } else if ("http://sirene.fr".equals(found[0])) {
            put(SIRET, found[1]);
        }
    }

    private String code() throws IOException {
        String[] code = new String[1];
        eachField(field -> {
            if (field.equals("code")) {
                code[0] = json.getText();
            } else {
                json.skipChildren();
            }
        });
        return code[0];
    }

    private void telecom() throws IOException {
        String[] found = new String[2];
        eachField(field -> {
            switch (field) {
                case "system" -> found[0] = json.getText();
                case "value" -> found[1] = json.getText();
                default -> json.skipChildren();
            }
        });
        if ("phone".equals(found[0])) {
            put(PHONE, found[1]);
        }
    }

    private void types(String field) throws IOException {
        eachElementOf(field, "coding", this::coding);
    }

    private void coding() throws IOException {
        String[] found = new String[3];
        eachField(field -> {
            switch (field) {
                case "system" -> found[0] = json.getText();
                case "code" -> found[1] = json.getText();
                case "display" -> found[2] = json.getText();
                default -> json.skipChildren();
            }
        });
        String system = found[0] == null ? "" : found[0].substring(found[0].lastIndexOf('/') + 1);
        switch (system) {
            case "CAT_ETAB" -> {
                put(CAT_ETAB, found[1]);
                put(CAT_ETAB_DISPLAY, found[2]);
            }
            case "CAT_AGR_ETAB" -> {
                put(CAT_AGR_ETAB, found[1]);
                put(CAT_AGR_ETAB_DISPLAY, found[2]);
            }
            case "SPH" -> put(SPH, found[1]);
            case "TRE-R75-InseeNAFrev2Niveau5" -> put(NAF, found[1]);
            default -> {}
        }
    }

    private void position(String field) throws IOException {
        if (json.currentToken().isNumeric() && field.equals("longitude")) {
            put(POSITION_LONGITUDE, json.getDoubleValue());
        } else if (json.currentToken().isNumeric() && field.equals("latitude")) {
            put(POSITION_LATITUDE, json.getDoubleValue());
        } else {
            json.skipChildren();
        }
    }

    private void set(String column) throws IOException {
        setIf(true, column);
    }

    private void setIf(boolean wanted, String column) throws IOException {
        if (json.currentToken().isScalarValue()) {
            if (wanted && json.currentToken() != JsonToken.VALUE_NULL) {
                put(column, json.getText());
            }
        } else {
            json.skipChildren();
        }
    }

    /** The first value stays: the first address and telephone are the ones in use. */
    private void put(String column, Object value) {
        int at = COLUMNS.indexOf(column);
        if (values[at] == null) {
            values[at] = value;
        }
    }

    private interface Reader {
        void read() throws IOException;
    }

    private interface FieldReader {
        void read(String field) throws IOException;
    }

    private void eachField(FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            reader.read(field);
        }
    }

    private void eachElement(Reader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reader.read();
        }
    }

    private void eachElementOf(String field, String wanted, Reader reader) throws IOException {
        if (field.equals(wanted)) {
            eachElement(reader);
        } else {
            json.skipChildren();
        }
    }
}
