package fr.maillage;

/**
 * A refusal meant for the person who runs the program: what cannot be done, why, and what to do, in one line.
 *
 * <p>It ends a command with exit code 2 and no stack trace. Everything else that is thrown is a bug.
 */
public final class MaillageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MaillageException(String message) {
        super(message);
    }

    public MaillageException(String message, Throwable cause) {
        super(message, cause);
    }
}
