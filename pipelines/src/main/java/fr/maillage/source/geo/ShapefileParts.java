package fr.maillage.source.geo;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Texts;
import fr.maillage.source.archive.Archive;
import fr.maillage.source.archive.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of one shapefile, of one name but for the end, as members of one archive. */
final class ShapefileParts {

    private static final int LONGEST_TEXT = 1 << 16;

    private final SourceFile shp;
    private final List<String> members;

    ShapefileParts(SourceFile shp) {
        this.shp = shp;
        this.members = shp.member().isEmpty() ? List.of() : new Archive(Path.of(shp.path()), Limits.USUAL).members();
        List<String> missing = List.of(".shx", ".dbf", ".prj").stream()
                .filter(ending -> find(ending).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new BrokenFile(shp.name() + " comes without its " + String.join(", ", missing)
                    + ". Put the files of the shapefile side by side, or in one zip");
        }
    }

    /** Whether another member is part of the same shapefile. */
    static boolean belongs(String shp, String other) {
        String base = base(shp);
        return other.length() > base.length() && other.startsWith(base) && other.charAt(base.length()) == '.';
    }

    /** The rows, in the order of the shapes. */
    DbfTable table() throws IOException {
        Charset told = find(".cpg").isPresent() ? DbfEncoding.ofCodePage(text(".cpg")) : null;
        return DbfTable.open(part(".dbf"), told);
    }

    /**
     * How many shapes there are.
     *
     * @throws BrokenFile when index and table do not agree
     */
    long count() throws IOException {
        long shapes = ShapeFile.countOfIndex(part(".shx"));
        try (DbfTable table = table()) {
            if (shapes != table.count()) {
                throw new BrokenFile(shp.name() + " is damaged: its .shx points to " + shapes + " shapes, its .dbf has "
                        + table.count() + " rows");
            }
        }
        return shapes;
    }

    /** EPSG code of the coordinates. */
    int srid() throws IOException {
        String wkt = text(".prj").strip();
        return EsriProjection.srid(wkt)
                .orElseThrow(() -> new BrokenFile(part(".prj").name() + " is of a reference system that is not known: "
                        + shortened(wkt) + ". Convert the shapefile to Lambert-93 (EPSG:2154) or WGS 84 (EPSG:4326)"));
    }

    private static String shortened(String wkt) {
        return wkt.length() <= 80 ? wkt : wkt.substring(0, 80) + "…";
    }

    private String text(String ending) throws IOException {
        try (InputStream content = part(ending).open()) {
            return Texts.decode(content.readNBytes(LONGEST_TEXT));
        }
    }

    private SourceFile part(String ending) {
        String member = find(ending).orElseThrow();
        return new SourceFile(
                shp.path(), member, base(shp.name()) + ending, shp.sha256(), shp.format(), shp.millesime(), shp.rang());
    }

    private Optional<String> find(String ending) {
        int base = base(shp.member()).length();
        return members.stream()
                .filter(member -> belongs(shp.member(), member))
                .filter(member ->
                        member.substring(base).toLowerCase(Locale.ROOT).equals(ending))
                .findFirst();
    }

    private static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(0, dot) : name;
    }
}
