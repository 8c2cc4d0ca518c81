package fr.maillage.atlas.habillage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Puts a page into one file that needs no other: styles, scripts, drawing library and data. */
public final class Html {

    private Html() {}

    /**
     * The whole file.
     *
     * @param json names, indicators and sources
     * @param arcs as {@code PageMap} writes them
     * @param series as {@code PageSeries} writes them
     */
    public static String page(Habillage habillage, String title, byte[] json, byte[] arcs, byte[] series) {
        return habillage
                .page("page.html", Volet.CARTE, title)
                .replace("{{d3}}", Resources.d3())
                .replace("{{scripts}}", scripts())
                .replace("{{json}}", packed(json))
                .replace("{{arcs}}", packed(arcs))
                .replace("{{series}}", packed(series));
    }

    private static String scripts() {
        return Resources.text("js/index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(name -> Resources.text("js/" + name))
                .collect(Collectors.joining("\n"));
    }

    /** Bytes that a page unpacks: gzip, then base64. */
    public static String packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new Best(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** Pages are written once and read often. */
    private static final class Best extends GZIPOutputStream {
        private Best(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
