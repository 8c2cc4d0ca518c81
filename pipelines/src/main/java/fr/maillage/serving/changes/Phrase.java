package fr.maillage.serving.changes;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing that happened, in a sentence.
 *
 * @param nature what it is about
 * @param jour day on which it was known
 * @param reel whether the world changed, and not only what is told of it
 * @param texte the sentence
 */
public record Phrase(String nature, LocalDate jour, boolean reel, String texte) {

    private static final String REEL = "reel";

    private static final Map<String, TableContract> VERSIONS = Map.of(
            "etablissement", Silver.ETABLISSEMENT_VERSION,
            "entite_juridique", Silver.ENTITE_JURIDIQUE_VERSION,
            "equipement_social", Silver.EQUIPEMENT_SOCIAL_VERSION);

    /** One sentence per entity, release and nature, and one for each manager that gives several establishments away. */
    public static List<Phrase> list(List<Difference> differences, Phrases phrases) {
        Map<String, List<Difference>> groups = differences.stream()
                .collect(Collectors.groupingBy(Difference::phrase, LinkedHashMap::new, Collectors.toList()));
        List<Phrase> list = new ArrayList<>(reorganisations(differences, phrases));
        groups.values().forEach(group -> list.add(of(group, phrases)));
        return list;
    }

    private static List<Phrase> reorganisations(List<Difference> differences, Phrases phrases) {
        Map<String, List<Difference>> moves = differences.stream()
                .filter(difference -> difference.nature().equals("transfert")
                        && !difference.realite().equals("correction"))
                .collect(Collectors.groupingBy(
                        difference -> String.join(
                                "|", difference.jour().toString(), difference.ancienne(), difference.nouvelle()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return moves.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> {
                    Difference first = group.get(0);
                    String text = phrases.say(
                            "reorganisation",
                            group.size(),
                            named(first.ancienne(), first.ancienLibelle(), phrases),
                            named(first.nouvelle(), first.nouveauLibelle(), phrases));
                    return new Phrase("reorganisation", first.jour(), true, text + ". " + parution(first, phrases));
                })
                .toList();
    }

    private static Phrase of(List<Difference> group, Phrases phrases) {
        Difference first = group.get(0);
        String details =
                group.stream().map(difference -> champ(difference, phrases)).collect(Collectors.joining(" ; "));
        String text = phrases.say(
                key(first),
                qui(first, phrases),
                named(first.ancienne(), first.ancienLibelle(), phrases),
                named(first.nouvelle(), first.nouveauLibelle(), phrases),
                effet(first, phrases),
                details);
        return new Phrase(
                first.nature(),
                first.jour(),
                first.realite().equals(REEL),
                text + phrases.say("realite." + first.realite()) + ". " + parution(first, phrases));
    }

    private static String key(Difference difference) {
        return difference.nature().equals("fermeture") && difference.champ().equals("presence")
                ? "fermeture.presence"
                : difference.nature();
    }

    private static String effet(Difference difference, Phrases phrases) {
        if (difference.effet() == null) {
            return "";
        }
        String key = difference.nature().equals("premiere_connaissance") ? "premiere_connaissance.effet" : "effet";
        return phrases.say(key, phrases.day(difference.effet()));
    }

    private static String parution(Difference difference, Phrases phrases) {
        return phrases.say(
                "parution", phrases.day(difference.avant()), phrases.day(difference.jour()), difference.source());
    }

    static String qui(Difference difference, Phrases phrases) {
        String unnamed = difference.objet().equals("entite_juridique") ? "sans_nom.entite_juridique" : "sans_nom";
        String name = difference.nom() == null ? phrases.say(unnamed) : difference.nom();
        return difference.equipement().isEmpty()
                ? phrases.say("qui", name, difference.numero())
                : phrases.say("qui.equipement", name, difference.numero(), difference.equipement());
    }

    /** A code with its label, where it has one. */
    static String named(String code, String label, Phrases phrases) {
        if (code == null) {
            return phrases.say("vide");
        }
        return label == null ? code : phrases.say("valeur", label, code);
    }

    private static String champ(Difference difference, Phrases phrases) {
        return phrases.say(
                "champ",
                title(difference.objet(), difference.champ(), phrases),
                named(difference.ancienne(), difference.ancienLibelle(), phrases),
                named(difference.nouvelle(), difference.nouveauLibelle(), phrases));
    }

    /** What people call the field. */
    static String title(String objet, String champ, Phrases phrases) {
        return VERSIONS.get(objet)
                .find(champ)
                .map((Field field) -> field.title(phrases.english()))
                .orElse(champ);
    }
}
