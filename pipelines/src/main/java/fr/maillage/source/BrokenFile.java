package fr.maillage.source;

/** The file is truncated, corrupt or not what it was recognised as; says where and what was expected. */
public final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenFile(String message) {
        super(message);
    }

    public BrokenFile(String message, Throwable cause) {
        super(message, cause);
    }
}
