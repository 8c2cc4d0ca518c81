package fr.maillage.source.finess;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.ByteLines;
import fr.maillage.source.LookAhead;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FINESS establishments as FHIR resources, one JSON object per line: an Organization, then its Location.
 *
 * <p>One bronze table holds both kinds, so that every line of the file is one row of it.
 */
public final class FinessFhir implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern RESOURCE = Pattern.compile("\"resourceType\"\\s*:\\s*\"(Organization|Location)\"");
    private static final Pattern FINESS = Pattern.compile("FINEG|finess", Pattern.CASE_INSENSITIVE);
    private static final Pattern UPDATED = Pattern.compile("\"lastUpdated\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})");
    private static final int TYPE = Bronze.FINESS_FHIR.columns().indexOf(Columns.RESOURCETYPE);

    @Override
    public String name() {
        return "finess-fhir";
    }

    @Override
    public String title() {
        return "FINESS, établissements au format FHIR (NDJSON)";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.FINESS_FHIR);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        String text = probe.text();
        if (!probe.firstLine().startsWith("{")
                || !RESOURCE.matcher(text).find()
                || !FINESS.matcher(text).find()) {
            return Optional.empty();
        }
        Optional<LocalDate> named = ReleaseDate.inName(probe.name());
        return Optional.of(
                named.isPresent()
                        ? new Recognised(name(), named.get(), "date in the name")
                        : new Recognised(name(), lastUpdate(probe.file()), "newest lastUpdated"));
    }

    private static LocalDate lastUpdate(SourceFile file) throws IOException {
        String newest = null;
        try (ByteLines lines = new ByteLines(file)) {
            while (lines.next()) {
                Matcher matcher = UPDATED.matcher(lines.text());
                if (matcher.find() && (newest == null || matcher.group(1).compareTo(newest) > 0)) {
                    newest = matcher.group(1);
                }
            }
        }
        return newest == null ? null : ReleaseDate.of(newest).orElse(null);
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return new Resources(file);
    }

    private static final class Resources extends LookAhead {

        private final SourceFile file;
        private final ByteLines lines;

        Resources(SourceFile file) throws IOException {
            this.file = file;
            this.lines = new ByteLines(file);
        }

        @Override
        protected SourceRecord advance() {
            return lines.next() ? record() : null;
        }

        private SourceRecord record() {
            try (JsonParser json = JSON.createParser(lines.bytes(), lines.offset(), lines.length())) {
                Object[] values = FhirResource.read(json);
                boolean known = "Organization".equals(values[TYPE]) || "Location".equals(values[TYPE]);
                return known
                        ? SourceRecord.of(lines.number(), values)
                        : SourceRecord.unreadable(lines.number(), "ressource_inconnue", lines.text());
            } catch (IOException e) {
                if (!lines.isComplete()) {
                    throw new BrokenFile(
                            "Cannot read " + file.name() + ": it ends in the middle of line " + lines.number()
                                    + ". Download it again.",
                            e);
                }
                return SourceRecord.unreadable(lines.number(), "json_illisible", lines.text());
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
