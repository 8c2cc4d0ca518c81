package fr.maillage.atlas.habillage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts of the atlas that travel with the program. */
public final class Resources {

    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

    private Resources() {}

    /** A file of the folder {@code atlas} on the class path. */
    public static String text(String name) {
        return read("/atlas/" + name);
    }

    /** The drawing library, whole. */
    public static String d3() {
        return read(D3);
    }

    private static String read(String path) {
        try (InputStream in = Resources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The class path has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
