package fr.maillage.serving.changes;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/** The sentences in which changes and lives are told, in one language; the words stand in {@code phrases_*.properties}. */
public final class Phrases {

    private final Locale locale;
    private final Properties words = new Properties();

    private Phrases(Locale locale) {
        this.locale = locale;
        String file = "phrases_" + locale.getLanguage() + ".properties";
        try (Reader in = new InputStreamReader(Phrases.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Phrases in(boolean english) {
        return new Phrases(english ? Locale.ENGLISH : Locale.FRENCH);
    }

    boolean english() {
        return locale.equals(Locale.ENGLISH);
    }

    /** The words of a key, with what stands in their braces; a null is an empty text. */
    public String say(String key, Object... values) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("There are no words for " + key);
        }
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] == null ? "" : values[i].toString();
        }
        return new MessageFormat(pattern, locale).format(texts);
    }

    /** A day in words: 1er mars 2024, 1 March 2024. */
    public String day(LocalDate day) {
        String text = day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
        return english() || day.getDayOfMonth() > 1 ? text : "1er" + text.substring(1);
    }
}
