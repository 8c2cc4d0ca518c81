package fr.maillage.source.finess;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Texts;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements below the root of a FINESS XML flow, one after the other: its memory does not grow with the file.
 *
 * <p>An element that stands inside another and has children of its own is a record too: it follows the one it stands in,
 * and takes the authorisation number from it when it gives none. A file that declares a document type is refused: nothing
 * of FINESS does, and it could name other files.
 */
final class FluxReader implements Closeable {

    private static final int DEEPEST = 8;
    private static final String LINK = "noautor";

    private final SourceFile file;
    private final Reader in;
    private final XMLStreamReader xml;
    private final Deque<FluxElement> nested = new ArrayDeque<>();
    private boolean inRoot;

    FluxReader(SourceFile file) throws IOException {
        this.file = file;
        // Decoded here: the parser trusts the declared encoding, and prints what is wrong before it throws.
        this.in = Texts.reader(file);
        try {
            this.xml = factory().createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw broken(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The next element below the root; null at the end of the file. */
    FluxElement next() {
        if (!nested.isEmpty()) {
            return nested.poll();
        }
        try {
            while (xml.hasNext()) {
                if (startsElement(xml.next())) {
                    return element(1);
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private boolean startsElement(int event) {
        if (event == XMLStreamConstants.DTD) {
            throw new BrokenFile("Cannot read " + file.name()
                    + ": it declares a document type, which could name other files. Remove the declaration.");
        }
        boolean isStart = event == XMLStreamConstants.START_ELEMENT;
        boolean isRecord = isStart && inRoot;
        inRoot |= isStart;
        return isRecord;
    }

    private FluxElement element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new BrokenFile("Cannot read " + file.name() + ": its elements stand more than " + DEEPEST
                    + " deep at line " + line() + ", those of FINESS do not. Download it again.");
        }
        String name = xml.getLocalName();
        long line = line();
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(values, element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return new FluxElement(name, line, values.isEmpty() && depth > 1 ? leaf(text) : values);
    }

    /** An element without children is a value: it is kept under the empty name until its parent takes it. */
    private static Map<String, String> leaf(StringBuilder text) {
        String value = text.toString().strip();
        Map<String, String> alone = new LinkedHashMap<>();
        alone.put("", value.isEmpty() ? null : value);
        return alone;
    }

    private void child(Map<String, String> values, FluxElement child) {
        if (child.values().containsKey("")) {
            values.put(child.name(), child.values().get(""));
            return;
        }
        if (values.get(LINK) != null) {
            child.values().putIfAbsent(LINK, values.get(LINK));
        }
        nested.add(child);
    }

    private long line() {
        return xml.getLocation().getLineNumber();
    }

    private BrokenFile broken(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new BrokenFile(
                "Cannot read " + file.name() + ": not well-formed XML at line " + line + ". Download it again.", e);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
