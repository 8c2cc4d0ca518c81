package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * FINESS files of data.gouv.fr until May 2026: sections of lines separated by semicolons, without header.
 *
 * <p>Understands cs1100501 (legal entities), cs1100502 (establishments) and cs1100507 (establishments, then their
 * positions): every line starts with the name of its section, and each section is a bronze table.
 */
public final class FinessEtalab implements RegisterFormat {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "finess-etalab";
    }

    @Override
    public String title() {
        return "FINESS, fichiers etalab (cs1100501, cs1100502, cs1100507)";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.FINESS_STRUCTUREET, Bronze.FINESS_STRUCTUREEJ, Bronze.FINESS_GEOLOCALISATION);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        String[] identity = probe.firstLine().split(";", -1);
        List<String> start = probe.text().lines().limit(2).toList();
        if (identity.length < 4
                || !identity[0].equals("finess")
                || !identity[1].equals("etalab")
                || start.size() < 2
                || EtalabSection.of(start.get(1))
                        .flatMap(s -> s.fields(start.get(1)))
                        .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Recognised(name(), ReleaseDate.of(identity[3].strip()).orElse(null), "first line"));
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return new Lines(file, table);
    }

    private static final class Lines extends LookAhead {

        private final SourceFile file;
        private final TableContract table;
        private final ByteLines lines;

        Lines(SourceFile file, TableContract table) throws IOException {
            this.file = file;
            this.table = table;
            this.lines = new ByteLines(file);
            lines.next();
        }

        @Override
        protected SourceRecord advance() {
            while (lines.next()) {
                String line = lines.text();
                Optional<EtalabSection> section = EtalabSection.of(line);
                if (section.map(EtalabSection::table)
                        .orElse(Bronze.FINESS_STRUCTUREET)
                        .equals(table)) {
                    return section.map(known -> record(known, line))
                            .orElseGet(() -> unreadable("section_inconnue", line));
                }
            }
            return null;
        }

        private SourceRecord record(EtalabSection section, String line) {
            Optional<String[]> fields = section.fields(line);
            return fields.isPresent()
                    ? SourceRecord.of(lines.number(), values(fields.get()))
                    : unreadable("largeur_de_ligne", line);
        }

        private Object[] values(String[] fields) {
            Object[] values = Arrays.copyOf(fields, table.fields().size(), Object[].class);
            for (int i = 0; i < values.length; i++) {
                if ("".equals(values[i])) {
                    values[i] = null;
                }
            }
            return values;
        }

        private SourceRecord unreadable(String rule, String line) {
            if (!lines.isComplete()) {
                throw new BrokenFile("Cannot read " + file.name() + ": it ends in the middle of line " + lines.number()
                        + ". Download it again.");
            }
            return SourceRecord.unreadable(lines.number(), rule, line);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
