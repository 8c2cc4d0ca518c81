package fr.maillage.source;

/** How a text was found to be encoded. */
public enum Encodage {
    /** Only ASCII: every encoding agrees. */
    ASCII("ASCII"),
    UTF_8("UTF-8"),
    WINDOWS_1252("Windows-1252"),
    UTF_16("UTF-16"),
    /** Some lines in UTF-8, others in Windows-1252. */
    MELE("UTF-8 + Windows-1252");

    private final String label;

    Encodage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
