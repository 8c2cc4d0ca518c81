package fr.maillage.source.finess;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.LookAhead;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of one name in an XML file, each with its children as values; an empty or nil child is null.
 *
 * <p>A file that declares a document type is refused: nothing of FINESS does, and it could name other files.
 */
final class XmlElements extends LookAhead {

    private final SourceFile file;
    private final String element;
    private final List<String> columns;
    private final InputStream in;
    private final XMLStreamReader xml;

    XmlElements(SourceFile file, String element, List<String> columns) throws IOException {
        this.file = file;
        this.element = element;
        this.columns = columns;
        this.in = file.open();
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

    @Override
    protected SourceRecord advance() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new BrokenFile("Cannot read " + file.name()
                            + ": it declares a document type, which could name other files. Remove the declaration.");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    return SourceRecord.of(xml.getLocation().getLineNumber(), children());
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private Object[] children() throws XMLStreamException {
        Object[] values = new Object[columns.size()];
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            int at = columns.indexOf(xml.getLocalName());
            String text = xml.getElementText().strip();
            if (at >= 0 && !text.isEmpty()) {
                values[at] = text;
            }
        }
        return values;
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
