package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Extracts of the real FINESS nomenclatures, with the categories and legal statuses the example needs. */
final class FichiersNomenclature {

    private FichiersNomenclature() {}

    static void write(Dossier dossier) {
        dossier.write(
                "finess/nomenclatures/finess_cs1500106_stock_20260106-0417.xml",
                lines("categories.csv", "nomenclcategorieETavecagr"));
        dossier.write(
                "finess/nomenclatures/finess_cs1500107_stock_20260106-0335.xml",
                lines("statuts.csv", "nomenclstatutavecagr"));
    }

    private static List<String> lines(String resource, String element) {
        List<String> lines = new ArrayList<>(List.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<!-- " + Exemple.AVERTISSEMENT + " Codes et libelles : extrait de la nomenclature FINESS. -->",
                "<fluxfiness xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
                "    <horodatage>",
                "        <emetteur>finess</emetteur>",
                "        <destinataire>finess</destinataire>",
                "        <versionmessage>1</versionmessage>",
                "        <fluxnum>1011</fluxnum>",
                "        <datemaj>" + Exemple.SECONDE_DIFFUSION + "</datemaj>",
                "    </horodatage>"));
        for (Map<String, String> row : Ressource.rows(resource)) {
            lines.add("    <" + element + ">");
            row.forEach((name, value) -> lines.add("        " + field(name, value)));
            lines.add("    </" + element + ">");
        }
        lines.add("</fluxfiness>");
        return lines;
    }

    private static String field(String name, String value) {
        return value.isEmpty()
                ? "<" + name + " xsi:nil=\"true\"/>"
                : "<" + name + ">" + Xml.escaped(value) + "</" + name + ">";
    }
}
