package fr.maillage.cli.doctor;

/**
 * One thing that was checked.
 *
 * @param what what was looked at
 * @param found what was found, and for what is not as it should be, what to do
 */
public record Diagnosis(Level level, Label what, String found) {

    /** How grave it is. */
    public enum Level {
        GOOD("✓"),
        /** An optional part is missing; what needs it cannot be done. */
        OPTIONAL("–"),
        BAD("✗");

        private final String mark;

        Level(String mark) {
            this.mark = mark;
        }
    }

    /** A name in both languages. */
    record Label(String french, String english) {}

    static Diagnosis good(String french, String english, String found) {
        return new Diagnosis(Level.GOOD, new Label(french, english), found);
    }

    static Diagnosis optional(String french, String english, String found) {
        return new Diagnosis(Level.OPTIONAL, new Label(french, english), found);
    }

    static Diagnosis bad(String french, String english, String found) {
        return new Diagnosis(Level.BAD, new Label(french, english), found);
    }

    public boolean isBad() {
        return level == Level.BAD;
    }

    public String line(boolean inEnglish) {
        return level.mark + " " + (inEnglish ? what.english() : what.french()) + ": " + found;
    }
}
