package fr.maillage.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    @TempDir
    private Path folder;

    @Test
    void tellsTheLineOnWhichEachRecordStarts() throws IOException {
        assertThat(lines("code;nom\n01004;\"Ambérieu\nen Bugey\"\n\n\n01053;Bourg\r\n"))
                .containsExactly("1 code|nom", "2 01004|Ambérieu\nen Bugey", "6 01053|Bourg");
    }

    @Test
    void keepsValuesAsTheyStand() throws IOException {
        assertThat(lines("a; b ;\"c;\"\"d\"\"\";#e\n#f;;;")).containsExactly("1 a| b |c;\"d\"|#e", "2 #f|||");
    }

    @Test
    void takesAQuoteInTheMiddleForACharacter() throws IOException {
        assertThat(lines("1;FOYER \"LES TILLEULS\";x\n2;\"LE CLOS\" DU LAC;y\n3;z;z"))
                .containsExactly("1 1|FOYER \"LES TILLEULS\"|x", "2 2|\"LE CLOS\" DU LAC|y", "3 3|z|z");
    }

    @Test
    void keepsTheRestOfAFileAfterAQuoteThatIsNeverClosed() throws IOException {
        assertThat(lines("1;\"FOYER;x\n2;a;b\n3;c;d\n")).contains("2 2|a|b", "3 3|c|d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b;c,d", "a,b,\"c;d;e;f\"", "a\tb", "a|b|c"})
    void findsTheSeparator(String firstLine) {
        String expected = firstLine.replaceAll("[^;,\t|]", "").substring(0, 1);

        assertThat(Separators.of(firstLine + "\n;;;;,,,,\t\t\t\t||||")).isEqualTo(expected.charAt(0));
    }

    private List<String> lines(String text) throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8));
        SourceFile source = new SourceFile(file.toString(), "", "a.csv", "0".repeat(64), "test", null, 1);
        List<String> lines = new ArrayList<>();
        try (CsvRecords records = CsvRecords.open(source)) {
            records.forEachRemaining(line -> lines.add(line.number() + " " + String.join("|", line.values())));
        }
        return lines;
    }
}
