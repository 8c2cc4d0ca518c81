package fr.maillage.experience;

import fr.maillage.schemas.CodeList;
import fr.maillage.serving.NearestNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Labels of the closed lists that the cases use, in one language. */
public final class Libelles {

    private final boolean english;
    private final Map<String, CodeList> lists = new ConcurrentHashMap<>();

    public Libelles(boolean english) {
        this.english = english;
    }

    public boolean english() {
        return english;
    }

    /** One of two words of the program itself. */
    public String mot(String french, String inEnglish) {
        return english ? inEnglish : french;
    }

    /** The label of a code; nothing for no code. */
    public String of(String list, String code) {
        return code.isEmpty() ? "" : list(list).libelle(code, english);
    }

    /** Codes separated by commas, as their labels. */
    public String each(String list, String codes) {
        return Stream.of(codes.split(",")).map(code -> of(list, code)).collect(Collectors.joining(", "));
    }

    CodeList list(String name) {
        return lists.computeIfAbsent(name, CodeList::read);
    }

    /** Codes whose code, or label in either language, has every word of what was typed; an exact code alone wins. */
    Set<String> codes(String list, String typed) {
        if (list(list).codes().contains(typed)) {
            return Set.of(typed);
        }
        List<String> words = Mots.list(List.of(typed));
        return list(list).rows().stream()
                .filter(row -> words.stream().allMatch(word -> Mots.has(searched(row), word)))
                .map(row -> row.get("code"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Words of the codes and labels of a list that look like what was typed. */
    List<String> near(String list, String typed) {
        List<String> words = list(list).rows().stream()
                .flatMap(row -> Stream.of(searched(row).strip().split(" ")))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
        return NearestNames.list(typed, words);
    }

    private static String searched(Map<String, String> row) {
        return Mots.plain(row.get("code") + " " + row.get("libelle") + " " + row.get("libelle_en"));
    }
}
