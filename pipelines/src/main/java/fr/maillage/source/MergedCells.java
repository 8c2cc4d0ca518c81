package fr.maillage.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;

/** The rows of a sheet of a workbook (xlsx) on which cells are merged; the library that reads cells does not tell. */
public final class MergedCells {

    /** A sheet that unpacks to more than this is no list a person filled in. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Pattern RANGE = Pattern.compile("[A-Z]+([0-9]{1,7}):[A-Z]+([0-9]{1,7})");

    private record Rows(int first, int last) {}

    private final List<Rows> ranges;

    private MergedCells(List<Rows> ranges) {
        this.ranges = ranges;
    }

    /** @param sheet place of the sheet in the workbook, from 0 */
    public static MergedCells of(SourceFile file, int sheet) throws IOException {
        String part = "xl/worksheets/sheet" + (sheet + 1) + ".xml";
        try (LocalCopy copy = file.local();
                ZipFile zip = new ZipFile(copy.path().toFile())) {
            ZipEntry entry = zip.getEntry(part);
            return new MergedCells(entry == null ? List.of() : read(bounded(zip.getInputStream(entry))));
        } catch (XMLStreamException | ZipException e) {
            throw new BrokenFile(file.name() + " cannot be read as a workbook: it is cut short or damaged", e);
        }
    }

    /** Whether a cell of the row, counted from 1, is merged with another. */
    public boolean touch(int row) {
        return ranges.stream().anyMatch(range -> row >= range.first() && row <= range.last());
    }

    private static List<Rows> read(InputStream sheet) throws XMLStreamException {
        List<Rows> ranges = new ArrayList<>();
        XMLStreamReader reader = factory().createXMLStreamReader(sheet);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("mergeCell")) {
                Matcher range = RANGE.matcher(String.valueOf(reader.getAttributeValue(null, "ref")));
                if (range.matches()) {
                    ranges.add(new Rows(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
                }
            }
        }
        return ranges;
    }

    /** Cut where the content unpacks to far more than it should, which spoils the document. */
    private static InputStream bounded(InputStream sheet) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(sheet)
                .setMaxCount(MOST_BYTES)
                .get();
    }

    /** No document types, no entities. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
