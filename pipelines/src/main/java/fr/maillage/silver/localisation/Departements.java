package fr.maillage.silver.localisation;

import fr.maillage.geo.CrsParDepartement;
import java.util.List;
import java.util.Map;

/** The département an establishment claims to be in, from the best of what its record gives. */
final class Departements {

    private static final Map<String, String> FINESS =
            Map.of("9A", "971", "9B", "972", "9C", "973", "9D", "974", "9E", "975", "9F", "976", "9J", "986");
    private static final Map<String, String> POSTAL = Map.of("97133", "977", "97150", "978");

    private Departements() {}

    /** INSEE codes, mostly one; both of Corsica when a postal code does not tell which; none when nothing tells. */
    static List<String> claimed(String codeCommune, String finess, String codePostal, String numero) {
        if (codeCommune != null && codeCommune.length() == 5) {
            return List.of(CrsParDepartement.ofCommune(codeCommune));
        }
        if (codePostal != null && codePostal.matches("\\d{5}")) {
            return ofPostal(codePostal);
        }
        if (finess != null && !finess.isEmpty()) {
            return List.of(FINESS.getOrDefault(finess, finess));
        }
        return ofNumero(numero);
    }

    /** Départements whose postal codes start so; a commune near a border may have the code of the neighbour. */
    static List<String> ofPostal(String codePostal) {
        if (POSTAL.containsKey(codePostal)) {
            return List.of(POSTAL.get(codePostal));
        }
        if (codePostal.startsWith("20")) {
            return switch (codePostal.charAt(2)) {
                case '0', '1' -> List.of("2A");
                case '2', '6' -> List.of("2B");
                default -> List.of("2A", "2B");
            };
        }
        boolean overseas = codePostal.startsWith("97") || codePostal.startsWith("98");
        return List.of(codePostal.substring(0, overseas ? 3 : 2));
    }

    /** FINESS numbers start with the département; overseas with 97 and the territory as fourth character. */
    private static List<String> ofNumero(String numero) {
        if (numero == null || numero.length() < 4) {
            return List.of();
        }
        String start = numero.substring(0, 2);
        return switch (start) {
            case "97" -> List.of("97" + numero.charAt(3));
            case "98" -> List.of("976");
            default -> List.of(start);
        };
    }
}
