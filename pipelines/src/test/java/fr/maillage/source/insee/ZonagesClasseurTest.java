package fr.maillage.source.insee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.SmallWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonagesClasseurTest {

    private final RegisterFormat format = new ZonagesClasseur();

    @TempDir
    private Path folder;

    @Test
    void readsCommunesAndZonesUnderTheirTitles() throws IOException {
        Probe probe = probe(workbook("Zones_supra_communales"));

        assertThat(format.recognise(probe).orElseThrow().vintage()).isEqualTo("2024-01-01");
        List<SourceRecord> communes = Probes.records(format, probe, Bronze.INSEE_ZONAGE);
        assertThat(communes).hasSize(2);
        assertThat(cell(communes.get(1), "codgeo")).isEqualTo("2A004");
        assertThat(cell(communes.get(1), "bv2022")).isEqualTo("2A004");
        assertThat(cell(communes.get(0), "ze2020")).isEqualTo("8405");
        List<SourceRecord> zones = Probes.records(format, probe, Bronze.INSEE_ZONE);
        assertThat(zones).hasSize(2);
        assertThat(zones.get(0).values()).startsWith("ZE2020", "8405", "Bourg en Bresse");
    }

    @Test
    void takesNoOtherWorkbookForItsOwnAndNamesTheSheetThatLacks() throws IOException {
        Probe other = probe(workbook("Autre"));

        assertThat(format.recognise(other)).isEmpty();
        assertThatThrownBy(() -> format.records(other.file(), Bronze.INSEE_ZONE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("Zones_supra_communales");
    }

    private static Object cell(SourceRecord record, String column) {
        return record.values()[Bronze.INSEE_ZONAGE.columns().indexOf(column)];
    }

    private Probe probe(byte[] bytes) throws IOException {
        return Probes.of(Files.write(folder.resolve("table.xlsx"), bytes), "table.xlsx");
    }

    static byte[] workbook(String zones) throws IOException {
        return new SmallWorkbook().sheet("COM", """
                        Table d'appartenance géographique des communes
                        Géographie au 01/01/2024
                        -
                        Code géographique | Libellé | Département | Zone d'emploi 2020 | Bassin de vie 2022
                        CODGEO | LIBGEO | DEP | ZE2020 | BV2022
                        01001 | L'Abergement-Clémenciat | 01 | 8405 | 01093
                        2A004 | Ajaccio | 2A | 9401 | 2A004
                        """).sheet(zones, """
                        Zones supra-communales
                        -
                        Niveau géographique | Code géographique | Libellé | Nombre de communes
                        NIVGEO | CODGEO | LIBGEO | NB_COM
                        ZE2020 | 8405 | Bourg en Bresse | 200
                        BV2022 | 01093 | Châtillon-sur-Chalaronne | 15
                        """).bytes();
    }
}
