package fr.maillage.serving.publish;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Contracts;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.Rejets;
import fr.maillage.warehouse.Publication;
import fr.maillage.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one publication gives to a database: silver and gold without what may not leave, and what there is to know about
 * their quality.
 */
record Contents(Publication publication, List<PublishedTable> tables) {

    /** @param widest tables and columns that only fewer people may see stay out */
    static Contents of(Warehouse warehouse, Publication publication, Map<String, String> fileNames, Access widest) {
        ParquetScan scan = new ParquetScan(warehouse, publication);
        List<TableContract> leaving = Contracts.ALL.stream()
                .filter(table -> publication.find(table).isPresent())
                .filter(table -> table.access().compareTo(widest) <= 0)
                .toList();
        List<PublishedTable> tables = new ArrayList<>();
        leaving.stream()
                .filter(table -> table.layer() != Layer.BRONZE && !isStructure(table))
                .forEach(table -> tables.add(PublishedTable.of(table, scan, widest)));
        Rejets rejets = new Rejets(scan, publication, fileNames, leaving);
        tables.add(QualityTables.rejet(rejets));
        tables.add(QualityTables.regle(publication, leaving));
        tables.add(QualityTables.publication(publication, leaving));
        return new Contents(publication, List.copyOf(tables));
    }

    /** A table of bytes that only our own code can read, such as a point index. */
    private static boolean isStructure(TableContract table) {
        return table.fields().stream().anyMatch(field -> field.type() == FieldType.BYTES);
    }

    /** Schemas that hold tables. */
    List<String> schemas() {
        return tables.stream().map(PublishedTable::schema).distinct().toList();
    }
}
