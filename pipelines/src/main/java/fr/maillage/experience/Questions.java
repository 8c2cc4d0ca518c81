package fr.maillage.experience;

import fr.maillage.MaillageException;
import fr.maillage.serving.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions that the sources ask of an observatory, and which cases answer them.
 *
 * <p>The guide and the manual number theirs alike: Q-27 is both {@code A27} and {@code C27} where both are asked.
 */
public final class Questions {

    private final List<Map<String, String>> asked;
    private final List<Map<String, String>> answers = Catalogue.lines("question");

    /** Questions of both readings. */
    public Questions(Libelles libelles) {
        this.asked = libelles.list("question_experience").rows();
    }

    /** The questions of a number (Q-27, 27) or a code (A27, C27); refuses an unknown one with the nearest. */
    public List<Map<String, String>> list(String typed) {
        String wanted = typed.strip().toUpperCase(Locale.ROOT);
        String number = "Q-" + wanted.replaceFirst("^Q-?", "").replaceFirst("^(\\d)$", "0$1");
        List<Map<String, String>> found = asked.stream()
                .filter(row ->
                        row.get("code").equals(wanted) || row.get("numero").equals(number))
                .toList();
        if (found.isEmpty()) {
            throw new MaillageException("Cannot search by the question " + typed + ": nobody asks it. Try "
                    + String.join(", ", NearestNames.list(number, numbers())) + ".");
        }
        return found;
    }

    /** Why a case answers one of the questions: the line of {@code experiences/question} that says it. */
    public Optional<Map<String, String>> answer(List<Map<String, String>> questions, Cas cas) {
        List<String> codes = questions.stream().map(row -> row.get("code")).toList();
        return answers.stream()
                .filter(row -> codes.contains(row.get("code_question")))
                .filter(row -> row.get("code_experience").equals(cas.code()) || cas.porte(row.get("code_etiquette")))
                .findFirst();
    }

    /** Codes of the questions that the case answers, in their order. */
    public Stream<String> answered(Cas cas) {
        return asked.stream()
                .filter(row -> answer(List.of(row), cas).isPresent())
                .map(row -> row.get("code"));
    }

    /** All questions, in the order of their readings. */
    public List<Map<String, String>> asked() {
        return asked;
    }

    private List<String> numbers() {
        return asked.stream().map(row -> row.get("numero")).distinct().toList();
    }
}
