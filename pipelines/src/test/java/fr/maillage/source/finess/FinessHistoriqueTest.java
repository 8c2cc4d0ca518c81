package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinessHistoriqueTest {

    private static final FinessHistorique FORMAT = new FinessHistorique();
    private static final String TEXT = """
            nofinesset;nofinessej;rs;categetab;cog;codepostal;coordx;coordy;sourcegeocod;dateouvert;nouvelle
            2A0000014;2A0000154;CH D’AJACCIO;355;2A004;20000;1177000.5;6104000.1;1,ATLASANTE,100,BAN,EPSG:2154;1979-02-13;x
            970100012;970100004;"CHU ""NORD""\";101;97105;97100;;;;;
            010000024;010780054;TROP COURTE
            """;

    @TempDir
    private Path folder;

    @Test
    void isKnownByItsHeaderAndDatedByItsName() throws IOException {
        assertThat(Landed.of(folder, "historique/stock-20121231.csv", TEXT).recognisedBy(FORMAT))
                .contains(new Recognised("finess-historique", LocalDate.of(2012, 12, 31), "date in the name"));
        assertThat(Landed.of(folder, "autre.csv", "nofinesset;nofinessej;rs\n").recognisedBy(FORMAT))
                .isEmpty();
    }

    @Test
    void readsColumnsByNameInWindows1252AndSetsNarrowLinesAside() throws IOException {
        byte[] bytes = TEXT.getBytes(Charset.forName("windows-1252"));
        List<SourceRecord> records =
                Landed.of(folder, "stock-2012.csv", bytes).records(FORMAT, Bronze.FINESS_HISTORIQUE);

        assertThat(records).extracting(SourceRecord::brokenRule).containsExactly(null, null, "largeur_de_ligne");
        assertThat(value(records.get(0), Columns.RS)).isEqualTo("CH D’AJACCIO");
        assertThat(value(records.get(0), Columns.COG)).isEqualTo("2A004");
        assertThat(value(records.get(1), Columns.RS)).isEqualTo("CHU \"NORD\"");
        assertThat(value(records.get(1), Columns.TELEPHONE)).isNull();
    }

    private static Object value(SourceRecord record, String column) {
        return Landed.value(record, Bronze.FINESS_HISTORIQUE, column);
    }
}
