package fr.maillage.source;

/** The file is truncated, corrupt or not what it was recognised as; says in one line where, and what was expected. */
public final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenFile(String message) {
        super(oneLine(message));
    }

    public BrokenFile(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** What a message quotes of a spoilt file may hold anything. */
    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}", "?");
    }
}
