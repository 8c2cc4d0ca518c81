package fr.maillage.serving.output;

import java.io.PrintWriter;

/** The ways an answer can be written to standard output. */
public enum OutputFormat {
    /** Aligned columns, for people. */
    TABLE {
        @Override
        public long write(Rows rows, PrintWriter out) {
            return new TableText(out).write(rows);
        }
    },
    /** RFC 4180 with a header, UTF-8, decimal point; null is nothing and an empty text is {@code ""}. */
    CSV {
        @Override
        public long write(Rows rows, PrintWriter out) {
            return new CsvText(out).write(rows);
        }
    },
    /** One array of objects, one object per line. */
    JSON {
        @Override
        public long write(Rows rows, PrintWriter out) {
            return new JsonText(out).write(rows);
        }
    };

    /** Writes all rows; the result is how many there were. */
    public abstract long write(Rows rows, PrintWriter out);
}
