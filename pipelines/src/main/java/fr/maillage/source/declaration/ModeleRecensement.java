package fr.maillage.source.declaration;

import fr.maillage.schemas.CodeList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The template of a census, as a CSV and as a workbook whose cells offer the closed lists. */
final class ModeleRecensement {

    private static final int LINES = 500;
    private static final String LISTES = "listes";

    /** The columns whose cells hold a value of a closed list, and where the list stands. */
    private static final Map<String, List<String>> CHOIX = Map.of(
            "support_juridique", labels("forme_juridique"),
            "categorie", labels("categorie"),
            "maturite", labels("maturite"),
            "statut", labels("statut"),
            "publics", labels("public"));

    private static final List<String> HELP = List.of(
            "# Une ligne par coopération. Les lignes qui commencent par # ne sont pas lues. Ne pas fusionner de cellules.",
            "# Dates : AAAA-MM-JJ, AAAA-MM ou AAAA. Montants : 450 K€. Plusieurs valeurs d’une liste se séparent par des"
                    + " virgules. Le contact reste dans l’entrepôt et n’est jamais publié.");

    private ModeleRecensement() {}

    static String csv() {
        String header = ColonnesRecensement.champs().stream().collect(Collectors.joining(";"));
        return header + "\r\n"
                + HELP.stream().map(line -> line.replace(';', ',')).collect(Collectors.joining("\r\n")) + "\r\n";
    }

    static byte[] xlsx() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Maillage", "1.0")) {
            Worksheet census = workbook.newWorksheet("recensement");
            Worksheet lists = workbook.newWorksheet(LISTES);
            List<Map<String, String>> fields =
                    CodeList.read("colonne_recensement").rows();
            List<String> chosen = new ArrayList<>();
            for (int column = 0; column < fields.size(); column++) {
                String field = fields.get(column).get("code");
                census.value(0, column, fields.get(column).get("libelle"));
                census.width(column, 24);
                if (CHOIX.containsKey(field)) {
                    Range list = list(lists, chosen.size(), CHOIX.get(field));
                    census.range(1, column, LINES, column)
                            .validateWithList(list)
                            .allowBlank(true)
                            .showErrorMessage(false);
                    chosen.add(field);
                }
            }
            census.range(0, 0, 0, fields.size() - 1).style().bold().set();
            census.freezePane(2, 1);
        }
        return bytes.toByteArray();
    }

    private static Range list(Worksheet lists, int column, List<String> values) {
        for (int row = 0; row < values.size(); row++) {
            lists.value(row, column, values.get(row));
        }
        return lists.range(0, column, values.size() - 1, column);
    }

    private static List<String> labels(String list) {
        return list.equals("forme_juridique")
                ? CodeList.read(list).values("libelle")
                : CodeList.read("valeur_cooperation").rows().stream()
                        .filter(row -> row.get("rubrique").equals(list)
                                && row.get("colonne").equals("valeur"))
                        .map(row -> row.get("libelle"))
                        .toList();
    }
}
