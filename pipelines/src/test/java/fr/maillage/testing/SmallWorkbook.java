package fr.maillage.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A workbook written as text: sheets with cells separated by {@code |}; a row of one dash is left out of the sheet. */
public final class SmallWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

    private final List<String> names = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    public SmallWorkbook sheet(String name, String text) {
        names.add(name);
        sheets.add(text);
        return this;
    }

    public byte[] bytes() throws IOException {
        List<Object> parts = new ArrayList<>(List.of(
                "[Content_Types].xml",
                xml("<Types xmlns='" + PACKAGE + "/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet.main+xml'/></Types>"),
                "_rels/.rels",
                xml("<Relationships xmlns='" + PACKAGE + "/relationships'><Relationship Id='rId1' Type='" + OFFICE
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>")));
        StringBuilder workbook = new StringBuilder("<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><sheets>");
        StringBuilder rels = new StringBuilder("<Relationships xmlns='" + PACKAGE + "/relationships'>");
        for (int i = 1; i <= names.size(); i++) {
            workbook.append("<sheet name='%s' sheetId='%d' r:id='rId%d'/>".formatted(names.get(i - 1), i, i));
            rels.append("<Relationship Id='rId%d' Type='%s/worksheet' Target='worksheets/sheet%d.xml'/>"
                    .formatted(i, OFFICE, i));
            parts.addAll(List.of("xl/worksheets/sheet" + i + ".xml", xml(sheet(sheets.get(i - 1)))));
        }
        parts.addAll(List.of("xl/workbook.xml", xml(workbook + "</sheets></workbook>")));
        parts.addAll(List.of("xl/_rels/workbook.xml.rels", xml(rels + "</Relationships>")));
        return Archives.zip(parts.toArray());
    }

    private static String sheet(String text) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns='" + MAIN + "'><sheetData>");
        int row = 0;
        for (String line : text.lines().toList()) {
            row++;
            if (!line.strip().equals("-")) {
                xml.append("<row r='")
                        .append(row)
                        .append("'>")
                        .append(cells(line, row))
                        .append("</row>");
            }
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String cells(String line, int row) {
        StringBuilder xml = new StringBuilder();
        List<String> cells = TextTable.cells(line);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String address = "" + (char) ('A' + i) + row;
            boolean number = cell.matches("[1-9][0-9.E]*");
            xml.append(
                    number
                            ? "<c r='%s'><v>%s</v></c>".formatted(address, cell)
                            : "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(address, cell));
        }
        return xml.toString();
    }

    private static byte[] xml(String content) {
        return ("<?xml version='1.0' encoding='UTF-8'?>" + content).getBytes(StandardCharsets.UTF_8);
    }
}
