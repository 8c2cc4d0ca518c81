package fr.maillage.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.maillage.MaillageException;
import fr.maillage.schemas.Parametre;
import fr.maillage.schemas.Parametres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** The values of parameters a person chose: {@code parametres.yaml} of the warehouse, then the command line. */
public final class Parametrage {

    private Parametrage() {}

    /**
     * Only what differs from the defaults, by name.
     *
     * @throws MaillageException for a parameter that does not exist or a value of another type
     */
    public static Map<String, String> read(Warehouse warehouse, Map<String, String> commandLine) {
        Map<String, String> chosen = new TreeMap<>();
        if (Files.exists(warehouse.parametres())) {
            chosen.putAll(file(warehouse));
        }
        chosen.putAll(commandLine);
        Map<String, String> different = new TreeMap<>();
        chosen.forEach((name, text) -> {
            if (!check(name, text).equals(check(name, parametre(name).byDefault()))) {
                different.put(name, text.strip());
            }
        });
        return different;
    }

    private static Object check(String name, String text) {
        try {
            return parametre(name).parse(text);
        } catch (IllegalArgumentException e) {
            throw new MaillageException(
                    "Cannot use the parameters: " + e.getMessage() + ". Correct --set or parametres.yaml.", e);
        }
    }

    private static Parametre<?> parametre(String name) {
        return Parametres.ALL.stream()
                .filter(parametre -> parametre.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MaillageException(
                        "Cannot use the parameters: there is none named '" + name + "'. The names are "
                                + Parametres.ALL.stream().map(Parametre::name).toList() + "."));
    }

    private static Map<String, String> file(Warehouse warehouse) {
        Map<String, String> values = new TreeMap<>();
        try {
            JsonNode node = new YAMLMapper().readTree(Files.readString(warehouse.parametres()));
            node.fields()
                    .forEachRemaining(
                            entry -> values.put(entry.getKey(), entry.getValue().asText()));
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot read " + warehouse.parametres() + ": it is not YAML of the form name: value. Correct it.",
                    e);
        }
        return values;
    }
}
