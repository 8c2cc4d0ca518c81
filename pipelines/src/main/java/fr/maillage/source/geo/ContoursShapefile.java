package fr.maillage.source.geo;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.LookAhead;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Contours of territories as a shapefile: shapes (.shp), their index (.shx), their table (.dbf) and their reference system
 * (.prj) in one archive. It is known by its shapes; the other files are found by their names.
 */
public final class ContoursShapefile implements RegisterFormat {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "contours-shapefile";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Contours de territoires au format shapefile";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.CONTOUR_SHAPEFILE);
    }

    /** Whether these are the first bytes of shapes. */
    public static boolean begins(byte[] head) {
        return ShapeFile.begins(head);
    }

    @Override
    public boolean readsWith(String member, String other) {
        return ShapefileParts.belongs(member, other);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        byte[] head = probe.head();
        boolean shapes = ShapeFile.begins(head) && !ShapeFile.isIndex(head);
        if (!shapes || !ShapeFile.isOfPolygons(head, probe.name())) {
            return Optional.empty();
        }
        try (DbfTable table = new ShapefileParts(probe.file()).table()) {
            return ShapefileColumns.of(table.columns()).map(columns -> Vintages.recognised(NAME, probe));
        }
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        ShapefileParts parts = new ShapefileParts(file);
        int srid = parts.srid();
        long count = parts.count();
        ShapefileColumns columns = columns(parts, file);
        String niveau = columns.niveau() == null ? niveau(parts, columns) : columns.niveau();
        ShapeFile shapes = ShapeFile.open(file);
        try {
            return new Features(file.name(), shapes, parts.table(), columns, niveau, srid, count);
        } catch (IOException | RuntimeException e) {
            shapes.close();
            throw e;
        }
    }

    private static ShapefileColumns columns(ShapefileParts parts, SourceFile file) throws IOException {
        try (DbfTable rows = parts.table()) {
            return ShapefileColumns.of(rows.columns())
                    .orElseThrow(() -> new BrokenFile(file.name() + " has no column that tells its territories"));
        }
    }

    private static String niveau(ShapefileParts parts, ShapefileColumns columns) throws IOException {
        NiveauDesCodes codes = new NiveauDesCodes();
        try (DbfTable rows = parts.table()) {
            for (byte[] row = rows.next(); row != null; row = rows.next()) {
                codes.add(
                        Objects.toString(rows.value(row, columns.code()), "").strip(),
                        Objects.toString(rows.value(row, columns.nom()), ""));
            }
        }
        return codes.niveau();
    }

    /** Shapes and rows side by side; their number stands for the line. */
    private static final class Features extends LookAhead {

        private final String name;
        private final ShapeFile shapes;
        private final DbfTable rows;
        private final ShapefileColumns columns;
        private final String niveau;
        private final long srid;
        private final long count;
        private long number;

        Features(
                String name,
                ShapeFile shapes,
                DbfTable rows,
                ShapefileColumns columns,
                String niveau,
                long srid,
                long count) {
            this.name = name;
            this.shapes = shapes;
            this.rows = rows;
            this.columns = columns;
            this.niveau = niveau;
            this.srid = srid;
            this.count = count;
        }

        @Override
        protected SourceRecord advance() {
            byte[] shape = shapes.next();
            if ((shape == null) != (number == count)) {
                throw new BrokenFile(name + " is cut or damaged: " + count + " shapes announced, "
                        + (shape == null ? number + " found" : "more found"));
            }
            if (shape == null) {
                return null;
            }
            number++;
            return record(shape, rows.next());
        }

        private SourceRecord record(byte[] shape, byte[] row) {
            if (DbfTable.isDeleted(row)) {
                return SourceRecord.unreadable(number, "entite_effacee", rows.text(row));
            }
            try {
                return SourceRecord.of(
                        number,
                        niveau,
                        rows.value(row, columns.code()),
                        rows.value(row, columns.nom()),
                        srid,
                        ShapePolygon.wkb(shape));
            } catch (IllegalArgumentException unreadable) {
                return SourceRecord.unreadable(
                        number, "geometrie_illisible", HexFormat.of().formatHex(shape));
            }
        }

        @Override
        public void close() throws IOException {
            try (rows) {
                shapes.close();
            }
        }
    }
}
