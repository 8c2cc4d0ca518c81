package fr.maillage.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.quality.Regles;
import fr.maillage.schemas.Access;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.ForeignKey;
import fr.maillage.schemas.Layer;
import fr.maillage.schemas.Rule;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A small program of three tables for the tests of the engine: lines of text, services, services by town. */
final class Essai {

    static final TableContract LIGNE = contract(
            Layer.BRONZE, "essai_ligne", List.of(), List.of(), List.of(text("code", false), text("ville", false)));
    static final TableContract SERVICE = contract(
            Layer.SILVER,
            "essai_service",
            List.of("code"),
            List.of(new Rule("ville_interdite", Rule.Severity.REJECT, "Ville interdite.", "Forbidden town.")),
            List.of(text("code", true), text("ville", true)));
    static final TableContract PAR_VILLE = contract(
            Layer.GOLD, "essai_par_ville", List.of("ville"), List.of(), List.of(text("ville", true), number("nombre")));

    private Essai() {}

    static Program program() {
        return program(lignes -> lignes);
    }

    /** With services filtered by a function, to stand for changed logic. */
    static Program program(Function<Dataset<Row>, Dataset<Row>> filtre) {
        return new Program(List.of(new Format()), List.of(new ParVille(), new Service(filtre)));
    }

    /** With services in Ys alone, and their towns told only when there is one; {@code computed} hears of each computing. */
    static Program needing(Runnable computed) {
        Function<Dataset<Row>, Dataset<Row>> inYs =
                lignes -> lignes.where(col("ville").equalTo("Ys")).withColumn("ville", lit("Is"));
        return new Program(List.of(new Format()), List.of(new Needing(computed), new Service(inYs)));
    }

    private record Needing(Runnable computed) implements Transformation {
        @Override
        public TableContract target() {
            return PAR_VILLE;
        }

        @Override
        public List<TableContract> needs() {
            return List.of(SERVICE);
        }

        @Override
        public Dataset<Row> build(Tables tables) {
            computed.run();
            Dataset<Row> services = tables.read(SERVICE).select("ville").distinct();
            return tables.read(LIGNE)
                    .join(services, new String[] {"ville"}, "right")
                    .groupBy("ville")
                    .agg(count(lit(1)).as("nombre"));
        }
    }

    /** A landed file of lines {@code code;ville}. */
    static SourceFile file(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String sha = Hashes.of(text) + "0".repeat(48);
        return new SourceFile(file.toString(), "", name, sha, "essai", LocalDate.of(2024, 1, 1), 1);
    }

    private record Service(Function<Dataset<Row>, Dataset<Row>> filtre) implements Transformation {
        @Override
        public TableContract target() {
            return SERVICE;
        }

        @Override
        public Dataset<Row> build(Tables tables) {
            return filtre.apply(tables.read(LIGNE))
                    .withColumn(
                            Technical.REGLES,
                            Regles.regles(Regles.broken(
                                    "ville_interdite", col("ville").equalTo("Ys"))))
                    .select("code", "ville", Technical.FICHIER, Technical.LIGNE, Technical.REGLES);
        }
    }

    private static final class ParVille implements Transformation {
        @Override
        public TableContract target() {
            return PAR_VILLE;
        }

        @Override
        public Dataset<Row> build(Tables tables) {
            return tables.read(SERVICE).groupBy("ville").agg(count(lit(1)).as("nombre"));
        }
    }

    private static final class Format implements RegisterFormat {
        private static final long serialVersionUID = 1L;

        @Override
        public String name() {
            return "essai";
        }

        @Override
        public String title() {
            return "Lignes d'essai";
        }

        @Override
        public List<TableContract> tables() {
            return List.of(LIGNE);
        }

        @Override
        public Optional<Recognised> recognise(Probe probe) {
            return Optional.empty();
        }

        @Override
        public RecordIterator records(SourceFile file, TableContract table) throws IOException {
            Iterator<String> lines = Files.readAllLines(Path.of(file.path())).iterator();
            return new RecordIterator() {
                private long line;

                @Override
                public boolean hasNext() {
                    return lines.hasNext();
                }

                @Override
                public SourceRecord next() {
                    String text = lines.next();
                    String[] cells = text.split(";", -1);
                    line++;
                    return cells.length == 2
                            ? SourceRecord.of(line, cells[0], cells[1].isEmpty() ? null : cells[1])
                            : SourceRecord.unreadable(line, "largeur_de_ligne", text);
                }

                @Override
                public void close() {
                    // Nothing stays open.
                }
            };
        }
    }

    private static TableContract contract(
            Layer layer, String name, List<String> key, List<Rule> rules, List<Field> fields) {
        return new TableContract(
                layer,
                name,
                1,
                name,
                name,
                name,
                name,
                Access.PUBLIC,
                "",
                key,
                List.<ForeignKey>of(),
                rules,
                TableContract.MAX_REJECTED,
                fields,
                name);
    }

    private static Field text(String name, boolean required) {
        return field(name, FieldType.STRING, required);
    }

    private static Field number(String name) {
        return field(name, FieldType.INTEGER, true);
    }

    private static Field field(String name, FieldType type, boolean required) {
        Field.Constraints constraints = new Field.Constraints(required, null, null, null, List.of());
        return new Field(name, type, name, name, "", "", "", Access.PUBLIC, true, "", constraints);
    }
}
