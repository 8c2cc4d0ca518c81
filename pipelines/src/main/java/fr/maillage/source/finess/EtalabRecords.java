package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.ByteLines;
import fr.maillage.source.LookAhead;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The lines of an etalab file that belong to one bronze table; lines of no section come out with the main one. */
final class EtalabRecords extends LookAhead {

    private final SourceFile file;
    private final TableContract table;
    private final FichierEtalab fichier;
    private final TableContract main;
    private final ByteLines lines;

    EtalabRecords(SourceFile file, TableContract table, FichierEtalab fichier) throws IOException {
        this.file = file;
        this.table = table;
        this.fichier = fichier;
        this.main = fichier.tables().get(0);
        this.lines = new ByteLines(file);
        lines.next();
    }

    @Override
    protected SourceRecord advance() {
        while (lines.next()) {
            if (fichier.isOfAnother(table, lines)) {
                continue;
            }
            String line = lines.text();
            Optional<String[]> cited = fichier.cited(line);
            if (cited.isPresent()) {
                if (table.equals(Bronze.FINESS_STRUCTURE_CITEE)) {
                    return SourceRecord.of(lines.number(), values(cited.get()));
                }
            } else if (tableOf(line).equals(table)) {
                return record(line);
            }
        }
        return null;
    }

    private TableContract tableOf(String line) {
        return fichier.section(line).map(EtalabSection::table).orElse(main);
    }

    private SourceRecord record(String line) {
        Optional<EtalabSection> section = fichier.section(line);
        if (section.isEmpty()) {
            return unreadable("section_inconnue", line);
        }
        Optional<String[]> fields = section.get().fields(line);
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
