package fr.maillage.atlas.habillage;

/** A text for people, in French and in English. */
public record Labels(String fr, String en) {

    /** The same words in both languages: proper names, codes, labels published in French only. */
    public static Labels same(String text) {
        return new Labels(text, text);
    }
}
