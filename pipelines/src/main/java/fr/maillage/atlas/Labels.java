package fr.maillage.atlas;

/** A text for people, in French and in English. */
record Labels(String fr, String en) {

    /** The same words in both languages: proper names, codes, labels published in French only. */
    static Labels same(String text) {
        return new Labels(text, text);
    }
}
