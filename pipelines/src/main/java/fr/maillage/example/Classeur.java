package fr.maillage.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of texts, as xlsx.
 *
 * <p>Written by hand because the libraries put the time of writing into it, and the example must come out the same every
 * time.
 */
final class Classeur {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    Classeur sheet(String name, List<List<String>> rows) {
        sheets.put(name, rows);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", contentTypes());
            entry(
                    zip,
                    "_rels/.rels",
                    relationships("<Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            entry(zip, "xl/workbook.xml", workbook());
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relationships(numbered("<Relationship Id=\"rId%1$d\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet%1$d.xml\"/>")));
            int number = 1;
            for (List<List<String>> rows : sheets.values()) {
                entry(zip, "xl/worksheets/sheet" + number++ + ".xml", worksheet(rows));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write((XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String contentTypes() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + numbered(
                        "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>")
                + "</Types>";
    }

    private String workbook() {
        StringBuilder list = new StringBuilder();
        int number = 1;
        for (String name : sheets.keySet()) {
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(name, number, number++));
        }
        return "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + list + "</sheets></workbook>";
    }

    private static String relationships(String list) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + list + "</Relationships>";
    }

    private String numbered(String pattern) {
        StringBuilder list = new StringBuilder();
        for (int number = 1; number <= sheets.size(); number++) {
            list.append(pattern.formatted(number));
        }
        return list.toString();
    }

    private static String worksheet(List<List<String>> rows) {
        StringBuilder data = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            data.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                data.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>".formatted('A' + c, r + 1))
                        .append(Xml.escaped(rows.get(r).get(c)))
                        .append("</t></is></c>");
            }
            data.append("</row>");
        }
        return "<worksheet xmlns=\"" + SHEETS + "\"><sheetData>" + data + "</sheetData></worksheet>";
    }
}
