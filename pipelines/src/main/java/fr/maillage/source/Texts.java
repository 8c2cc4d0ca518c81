package fr.maillage.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * Text files as people and registers send them: UTF-8 where the bytes are, Windows-1252 where they are not.
 *
 * <p>Byte order marks are dropped and every line ends with a line feed alone, whatever the file's own line ends.
 */
public final class Texts {

    private Texts() {}

    /** The text of a file or archive member, decoded as it is read. */
    public static TextReader reader(SourceFile file) throws IOException {
        return reader(file.open());
    }

    public static TextReader reader(InputStream bytes) throws IOException {
        BOMInputStream content = marked(bytes);
        ByteOrderMark mark = content.getBOM();
        if (mark == null) {
            return new TextReader(content, Encodage.ASCII);
        }
        return mark.equals(ByteOrderMark.UTF_8)
                ? new TextReader(content, Encodage.UTF_8)
                : new TextReader(asUtf8(content, mark), Encodage.UTF_16);
    }

    /** The whole of a small text. */
    public static String decode(byte[] bytes) {
        try (TextReader reader = reader(new ByteArrayInputStream(bytes))) {
            return IOUtils.toString(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a text without their byte order mark; UTF-16 becomes UTF-8, anything else stays as it is. */
    public static InputStream utf8(InputStream bytes) throws IOException {
        BOMInputStream content = marked(bytes);
        ByteOrderMark mark = content.getBOM();
        return mark == null || mark.equals(ByteOrderMark.UTF_8) ? content : asUtf8(content, mark);
    }

    private static BOMInputStream marked(InputStream bytes) throws IOException {
        return BOMInputStream.builder()
                .setInputStream(bytes)
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get();
    }

    private static InputStream asUtf8(InputStream utf16, ByteOrderMark mark) throws IOException {
        return ReaderInputStream.builder()
                .setReader(new InputStreamReader(utf16, mark.getCharsetName()))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }
}
