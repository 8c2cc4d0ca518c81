package fr.maillage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderCsvTest {

    private static final TableContract TABLE = Silver.STATUT_JURIDIQUE;

    @TempDir
    private Path folder;

    @Test
    void findsColumnsByNameInAnyOrder() throws IOException {
        SourceRecord record = read("Inconnu;%s;%s\nx;b;a\n"
                        .formatted(column(1).toUpperCase(java.util.Locale.ROOT), column(0)))
                .get(0);

        assertThat(record.values()).startsWith("a", "b").hasSize(TABLE.fields().size());
        assertThat(record.values()[2]).isNull();
        assertThat(record.line()).isEqualTo(2);
    }

    @Test
    void setsAsideRecordsOfAnotherWidth() throws IOException {
        List<SourceRecord> records = read(column(0) + ";" + column(1) + "\na;b\nc\nd;e;f\ng;h;;\n");

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly(null, HeaderCsv.WIDTH, HeaderCsv.WIDTH, null);
        assertThat(records).extracting(SourceRecord::text).containsExactly(null, "c", "d;e;f", null);
    }

    @Test
    void refusesAFileWithoutAnyLine() {
        assertThatThrownBy(() -> read("\n\n")).isInstanceOf(BrokenFile.class).hasMessageContaining("no header");
    }

    private static String column(int position) {
        return TABLE.columns().get(position);
    }

    private List<SourceRecord> read(String text) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8));
        SourceFile source = new SourceFile(file.toString(), "", "a.csv", "0".repeat(64), "test", null, 1);
        List<SourceRecord> records = new ArrayList<>();
        try (HeaderCsv csv = HeaderCsv.records(source, TABLE)) {
            csv.forEachRemaining(records::add);
        }
        return records;
    }
}
