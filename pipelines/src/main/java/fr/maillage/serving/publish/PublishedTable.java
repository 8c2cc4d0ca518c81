package fr.maillage.serving.publish;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.ParquetScan;
import fr.maillage.serving.Sql;
import fr.maillage.warehouse.Technical;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the published database.
 *
 * @param schema {@code gold}, {@code silver} or {@code qualite}
 * @param comment what it holds, in both languages
 * @param title its title in French, empty when it has no view for people
 * @param titleEn its title in English
 * @param query what it holds, as DuckDB reads it from the warehouse
 */
record PublishedTable(
        String schema,
        String name,
        String title,
        String titleEn,
        String comment,
        List<PublishedColumn> columns,
        String query) {

    /** The columns of a contract that {@code widest} lets leave. */
    static PublishedTable of(TableContract table, ParquetScan scan, Access widest) {
        List<Field> fields = table.fields().stream()
                .filter(field -> field.access().compareTo(widest) <= 0)
                .toList();
        String columns =
                fields.stream().map(field -> Sql.identifier(field.name())).collect(Collectors.joining(", "));
        String rejected = table.layer() == Layer.GOLD ? "" : " WHERE " + Technical.REJETE + " IS NOT TRUE";
        return new PublishedTable(
                table.layer().database(),
                table.name(),
                table.title(),
                table.title(true),
                Comments.of(table),
                columns(fields),
                "SELECT " + columns + " FROM " + scan.stored(table) + rejected);
    }

    private static List<PublishedColumn> columns(List<Field> fields) {
        List<String> titles = Labels.unique(fields, false);
        List<String> titlesEn = Labels.unique(fields, true);
        return java.util.stream.IntStream.range(0, fields.size())
                .mapToObj(i -> {
                    Field field = fields.get(i);
                    return new PublishedColumn(
                            field.name(), field.type(), titles.get(i), titlesEn.get(i), Comments.of(field));
                })
                .toList();
    }

    boolean hasViews() {
        return !title.isEmpty();
    }

    /** The name in statements, in a schema that may be called otherwise while it is filled. */
    String in(String schemaName) {
        return Sql.identifier(schemaName) + "." + Sql.identifier(name);
    }
}
