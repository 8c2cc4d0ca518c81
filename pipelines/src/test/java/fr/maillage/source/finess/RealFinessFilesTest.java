package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.Formats;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published files of the XML flow are each recognised by one format, and every record of theirs is read once. */
class RealFinessFilesTest {

    @ParameterizedTest
    @CsvSource({
        "finess_cs1400101_stock_20201214-0333.xml.gz, finess-cs1400101, 2020-12-14, finess_structureej, 2, 0",
        "finess_cs1400101_stock_20211214-0333.xml, finess-cs1400101, 2021-12-14, finess_structureej, 3, 0",
        "finess_cs1400102_stock_20201214-0336.xml.gz, finess-cs1400102, 2020-12-14, finess_structureet, 12, 0",
        "finess_cs1400102_stock_20211214-0336.xml, finess-cs1400102, 2021-12-14, finess_structureet, 14, 0",
        "finess_cs1400103_stock_20211214-0343.xml, finess-cs1400103, 2022-08-24, finess_activiteoffresoin, 7, 4",
        "finess_cs1400104_stock_20211214-0345.xml, finess-cs1400104, 2021-12-14, finess_equipmateriellourd, 5, 3",
        "finess_cs1400105_stock_20211214-0346.xml, finess-cs1400105, 2021-12-14, finess_equipementsocial, 10, 4",
        "finess_cs1400109_stock_20211210-0438.xml.gz, finess-cs1400109, 2021-12-10, finess_geolocalisation, 2, 2",
        "finess_cs1500106_stock_20211214-0417.xml.gz, finess-cs1500106, 2021-12-14, finess_cs1500106, 293, 0",
        "finess_cs1500107_stock_20230202-0335.xml.gz, finess-cs1500107, 2023-02-02, finess_cs1500107, 69, 0",
    })
    void areReadWhole(String file, String format, LocalDate day, String main, int rows, int cited) throws IOException {
        Probe probe = Probes.of(RealData.path("finess/flux-xml/" + file), file);
        List<RegisterFormat> claims = new ArrayList<>();
        for (RegisterFormat candidate : Formats.ALL) {
            Optional<Recognised> recognised = candidate.recognise(probe);
            recognised.ifPresent(claim -> assertThat(claim.vintage()).isEqualTo(day));
            recognised.ifPresent(claim -> claims.add(candidate));
        }
        assertThat(claims).extracting(RegisterFormat::name).containsExactly(format);

        for (TableContract table : claims.get(0).tables()) {
            List<SourceRecord> records = Probes.records(claims.get(0), probe, table);
            assertThat(records).allMatch(record -> record.brokenRule() == null);
            assertThat(records).hasSize(table.name().equals(main) ? rows : cited);
        }
    }
}
