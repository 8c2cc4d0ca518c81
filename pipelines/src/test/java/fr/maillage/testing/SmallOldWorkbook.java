package fr.maillage.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFFormulaEvaluator;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** An old binary workbook written as text: cells separated by {@code |}, numbers as numbers, {@code =1+1} as a formula, a row of one dash empty. */
public final class SmallOldWorkbook {

    private final HSSFWorkbook workbook = new HSSFWorkbook();
    private final HSSFFormulaEvaluator evaluator = new HSSFFormulaEvaluator(workbook);

    public SmallOldWorkbook sheet(String name, String text) {
        HSSFSheet sheet = workbook.createSheet(name);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals("-")) {
                fill(sheet.createRow(i), lines.get(i).split("\\|", -1));
            }
        }
        return this;
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        workbook.close();
        return bytes.toByteArray();
    }

    private void fill(HSSFRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip();
            if (cell.matches("[1-9][0-9]*")) {
                row.createCell(i).setCellValue(Double.parseDouble(cell));
            } else if (cell.startsWith("=")) {
                row.createCell(i).setCellFormula(cell.substring(1));
                evaluator.evaluateFormulaCell(row.getCell(i));
            } else if (!cell.isEmpty()) {
                row.createCell(i).setCellValue(cell);
            }
        }
    }
}
