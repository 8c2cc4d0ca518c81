package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinessNomenclatureTest {

    private static final String HEADER = """
            <?xml version="1.0" encoding="UTF-8"?>
            """;
    private static final String STATUTS = """
            <fluxfiness xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <horodatage><emetteur>finess</emetteur><datemaj>2023-02-02</datemaj></horodatage>
                <nomenclstatutavecagr>
                    <code>30</code>
                    <libelle>Groupement de Coopération Sociale &amp; Médico-Sociale public</libelle>
                    <datedeb>2014-02-12</datedeb>
                    <datefin xsi:nil="true"/>
                    <codeagr1>1000</codeagr1>
                </nomenclstatutavecagr>
            </fluxfiness>
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAStatusWithItsGroupsAndNilAsNull() throws IOException {
        List<SourceRecord> records = Landed.of(folder, "n.xml", HEADER + STATUTS)
                .records(FinessNomenclature.STATUTS, Bronze.FINESS_CS1500107);

        assertThat(records).hasSize(1);
        assertThat(value(records.get(0), Columns.CODE)).isEqualTo("30");
        assertThat(value(records.get(0), Columns.LIBELLE))
                .isEqualTo("Groupement de Coopération Sociale & Médico-Sociale public");
        assertThat(value(records.get(0), Columns.CODEAGR1)).isEqualTo("1000");
        assertThat(value(records.get(0), Columns.DATEFIN)).isNull();
    }

    @Test
    void tellsTheTwoNomenclaturesApartAndReadsTheDateOfTheHeader() throws IOException {
        Landed file = Landed.of(folder, "finess_cs1500107_stock_20200101.xml.gz", Landed.gzip(HEADER + STATUTS));

        assertThat(file.recognisedBy(FinessNomenclature.CATEGORIES)).isEmpty();
        assertThat(file.recognisedBy(FinessNomenclature.STATUTS))
                .contains(new Recognised("finess-cs1500107", LocalDate.of(2023, 2, 2), "datemaj of the header"));
    }

    @Test
    void refusesAFileThatNamesAnotherFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String entity = "<!DOCTYPE fluxfiness [<!ENTITY autre SYSTEM \"" + secret.toUri() + "\">]>";
        Landed file = Landed.of(folder, "n.xml", HEADER + entity + STATUTS.replace("Groupement", "&autre;"));

        assertThatThrownBy(() -> file.records(FinessNomenclature.STATUTS, Bronze.FINESS_CS1500107))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("document type")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAFileCutShort() throws IOException {
        Landed cut = Landed.of(folder, "n.xml", HEADER + STATUTS.substring(0, STATUTS.length() - 60));

        assertThatThrownBy(() -> cut.records(FinessNomenclature.STATUTS, Bronze.FINESS_CS1500107))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("not well-formed");
    }

    private static Object value(SourceRecord record, String column) {
        return Landed.value(record, Bronze.FINESS_CS1500107, column);
    }
}
