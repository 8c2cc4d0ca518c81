package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written in a format is recognised as it and read back, value for value. */
class AllerRetourTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(EtalabSection.class)
    void ofAnEtalabSection(EtalabSection section) throws IOException {
        for (String word : List.of(section.name().toLowerCase(java.util.Locale.ROOT), "autremot")) {
            List<String[]> rows = FichiersEcrits.rows(section.table(), section.width(), 7);
            Landed file = Landed.of(folder, word + ".csv", FichiersEcrits.etalab(word, rows));
            boolean isStructure = FichierEtalab.STRUCTURES.tables().contains(section.table());
            if (word.equals("autremot") && isStructure) {
                assertThat(FinessFluxTest.claims(file)).isEmpty();
            } else {
                check(file, section.table(), rows);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "structureej, finess_structureej",
        "structureet, finess_structureet",
        "activiteoffresoin, finess_activiteoffresoin",
        "equipmateriellourd, finess_equipmateriellourd",
        "equipementsocial, finess_equipementsocial",
        "disciplineenseignee, finess_disciplineenseignee",
        "structureet, finess_convention",
        "geolocalisation, finess_geolocalisation",
        "autreactivite, finess_autreactivite",
        "evenement, finess_evenement",
        "activitesoumiseareco, finess_activitesoumiseareco",
        "avenant, finess_avenant",
        "nomencltypeactivite, finess_nomenclature",
        "nomenclcategorieETavecagr, finess_cs1500106",
        "nomenclstatutavecagr, finess_cs1500107",
    })
    void ofAnElementOfTheXmlFlow(String element, String name) throws IOException {
        TableContract table = Bronze.ALL.stream()
                .filter(bronze -> bronze.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String[]> rows = FichiersEcrits.rows(table, table.columns().size(), 11);
        check(Landed.of(folder, "f.xml", FichiersEcrits.flux(element, table.columns(), rows)), table, rows);
    }

    @Test
    void ofTheYearlyExportInWhateverOrderItsColumnsStand() throws IOException {
        TableContract table = Bronze.FINESS_HISTORIQUE;
        List<String[]> rows = FichiersEcrits.rows(table, table.columns().size(), 13);
        List<String> header = new ArrayList<>(table.columns());
        Collections.reverse(header);
        List<String[]> reversed = rows.stream().map(AllerRetourTest::reversed).toList();

        check(Landed.of(folder, "f-2012.csv", FichiersEcrits.underHeader(header, reversed)), table, rows);
    }

    private static void check(Landed file, TableContract table, List<String[]> rows) throws IOException {
        List<String> claims = FinessFluxTest.claims(file);
        assertThat(claims).hasSize(1);
        RegisterFormat format = fr.maillage.source.Formats.find(claims.get(0)).orElseThrow();
        List<SourceRecord> records = file.records(format, table);

        assertThat(records).extracting(SourceRecord::brokenRule).containsOnlyNulls();
        assertThat(records).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(values(records.get(i), table, rows.get(i).length)).isEqualTo(blankAsNull(rows.get(i)));
        }
    }

    /** The values read, without the name of the element, which no row gives. */
    private static List<Object> values(SourceRecord record, TableContract table, int width) {
        List<Object> values = new ArrayList<>();
        for (String column : table.columns().subList(0, width)) {
            Object value = Landed.value(record, table, column);
            values.add(column.equals(Columns.NOMENCLATURE) || "".equals(value) ? null : value);
        }
        return values;
    }

    private static List<Object> blankAsNull(String[] row) {
        return new ArrayList<>(java.util.Arrays.asList((Object[]) row));
    }

    private static String[] reversed(String[] row) {
        List<String> values = new ArrayList<>(java.util.Arrays.asList(row));
        Collections.reverse(values);
        return values.toArray(String[]::new);
    }
}
