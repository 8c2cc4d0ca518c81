package fr.maillage.silver.correction;

import fr.maillage.schemas.Field;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.finess.Description;
import fr.maillage.source.declaration.Lecture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a state that a person may correct: those the register publishes, without the number itself. */
final class Champs {

    static final String ETABLISSEMENT = "etablissement";
    static final String ENTITE_JURIDIQUE = "entite_juridique";

    private static final Map<String, TableContract> ETATS =
            Map.of(ETABLISSEMENT, Silver.ETABLISSEMENT, ENTITE_JURIDIQUE, Silver.ENTITE_JURIDIQUE);
    private static final Map<String, TableContract> VERSIONS =
            Map.of(ETABLISSEMENT, Silver.ETABLISSEMENT_VERSION, ENTITE_JURIDIQUE, Silver.ENTITE_JURIDIQUE_VERSION);
    /** Told by the engine, or evidence of what was published. */
    private static final List<String> INTOUCHABLES = List.of(
            "x_publie", "y_publie", "srid_publie", "x_local_publie", "y_local_publie", "connue_par", "date_maj");

    private static final Map<String, String> BOOLEENS = Map.of(
            "oui", "true", "true", "true", "1", "true", "vrai", "true", "non", "false", "false", "false", "0", "false",
            "faux", "false");

    private Champs() {}

    /** In the order of the state's contract. */
    static List<Field> of(String objet) {
        TableContract etat = ETATS.get(objet);
        return Description.described(VERSIONS.get(objet)).stream()
                .filter(field -> etat.find(field.name()).isPresent())
                .filter(field -> !etat.primaryKey().contains(field.name()))
                .filter(field -> !INTOUCHABLES.contains(field.name()))
                .toList();
    }

    static Optional<Field> find(String objet, String champ) {
        return objet == null || !ETATS.containsKey(objet)
                ? Optional.empty()
                : of(objet).stream().filter(field -> field.name().equals(champ)).findFirst();
    }

    /** Whether the text can stand in the field. */
    static boolean lisible(String objet, String champ, String typed) {
        return find(objet, champ)
                .map(field -> Lecture.texte(typed) == null
                        ? !field.constraints().required()
                        : canonique(objet, champ, typed) != null)
                .orElse(false);
    }

    /** The text as the state's value reads when cast to text; null when it cannot stand in the field or is empty. */
    static String canonique(String objet, String champ, String typed) {
        String text = Lecture.texte(typed);
        return text == null
                ? null
                : find(objet, champ).map(field -> canonique(field, text)).orElse(null);
    }

    private static String canonique(Field field, String text) {
        String value =
                switch (field.type()) {
                    case DATE ->
                        Optional.ofNullable(Lecture.date(text))
                                .map(LocalDate::toString)
                                .orElse(null);
                    case INTEGER ->
                        Optional.ofNullable(Lecture.entier(text))
                                .map(String::valueOf)
                                .orElse(null);
                    case NUMBER ->
                        Optional.ofNullable(Lecture.nombre(text))
                                .map(String::valueOf)
                                .orElse(null);
                    case BOOLEAN -> BOOLEENS.get(Lecture.code(text));
                    default -> text;
                };
        return value != null && keeps(field.constraints(), value) ? value : null;
    }

    private static boolean keeps(Field.Constraints constraints, String value) {
        return (constraints.pattern() == null || value.matches(constraints.pattern()))
                && (constraints.oneOf().isEmpty() || constraints.oneOf().contains(value));
    }
}
