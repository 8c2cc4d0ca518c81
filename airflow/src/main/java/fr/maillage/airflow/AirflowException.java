package fr.maillage.airflow;

/** Airflow cannot be reached or refuses: what cannot be done, why, and what to do, in one line. */
public final class AirflowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AirflowException(String message) {
        super(message);
    }

    public AirflowException(String message, Throwable cause) {
        super(message, cause);
    }
}
