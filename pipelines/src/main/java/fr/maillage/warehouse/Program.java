package fr.maillage.warehouse;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.RegisterFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine runs, without knowing any of it by name.
 *
 * @param formats file shapes that feed bronze
 * @param transformations what computes the other tables
 */
public record Program(List<RegisterFormat> formats, List<Transformation> transformations) {

    /** Every table the program makes, by id: bronze first, then in the order of the transformations. */
    public Map<String, TableContract> tables() {
        Map<String, TableContract> tables = new LinkedHashMap<>();
        formats.forEach(format -> format.tables().forEach(table -> tables.put(table.id(), table)));
        transformations.forEach(t -> tables.put(t.target().id(), t.target()));
        return tables;
    }

    Optional<Transformation> transformation(String table) {
        return transformations.stream()
                .filter(t -> t.target().id().equals(table))
                .findFirst();
    }

    /** Formats that feed a bronze table. */
    List<RegisterFormat> feeding(String table) {
        return formats.stream()
                .filter(format -> format.tables().stream().anyMatch(t -> t.id().equals(table)))
                .toList();
    }
}
