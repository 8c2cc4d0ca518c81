package fr.maillage.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void readsUtf8AndDropsItsMark() throws IOException {
        assertReads(
                "commune;Saint-Étienne\nŒuvre",
                "\ufeffcommune;Saint-Étienne\nŒuvre".getBytes(StandardCharsets.UTF_8),
                Encodage.UTF_8);
    }

    @Test
    void readsWindows1252WhenTheBytesAreNotUtf8() throws IOException {
        assertReads("L’Hôpital à 10 €", "L’Hôpital à 10 €".getBytes(WINDOWS), Encodage.WINDOWS_1252);
    }

    @Test
    void readsEachLineInItsOwnEncodingWhenAFileMixesBoth() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Bégard\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("Bégard\n".getBytes(WINDOWS));

        assertReads("Bégard\nBégard\n", bytes.toByteArray(), Encodage.MELE);
    }

    @Test
    void readsTheUnicodeTextOfSpreadsheets() throws IOException {
        assertReads("é;b\nc", "\ufeffé;b\r\nc".getBytes(StandardCharsets.UTF_16LE), Encodage.UTF_16);
    }

    @Test
    void endsLinesWithALineFeedAlone() throws IOException {
        assertReads("a\nb\n\nc", "a\r\nb\r\r\n\r\nc".getBytes(StandardCharsets.US_ASCII), Encodage.ASCII);
    }

    @Test
    void keepsLinesLongerThanTheBufferAndTextsWithoutALastLineEnd() throws IOException {
        String longLine = "é".repeat(200_000) + "\n" + "è".repeat(70_000);

        assertReads(longLine, longLine.getBytes(StandardCharsets.UTF_8), Encodage.UTF_8);
    }

    @Test
    void losesNoByteThatWindows1252LeavesUndefined() throws IOException {
        assertReads("\u0081é", new byte[] {(byte) 0x81, (byte) 0xe9}, Encodage.WINDOWS_1252);
    }

    private static void assertReads(String expected, byte[] bytes, Encodage encodage) throws IOException {
        try (TextReader reader = Texts.reader(new ByteArrayInputStream(bytes))) {
            assertThat(IOUtils.toString(reader)).isEqualTo(expected);
            assertThat(reader.encodage()).isEqualTo(encodage);
        }
    }
}
