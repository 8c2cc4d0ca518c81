package fr.maillage.source.insee;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published files are recognised for what they are, whole, and none is taken for another. */
class RealInseeFilesTest {

    @ParameterizedTest
    @CsvSource({
        "geo/cog/2019/communes-2019.csv.gz, insee-communes, 2019-01-01, 37932",
        "geo/cog/2021/communes.csv, insee-communes, 2021-01-01, 37742",
        "geo/cog/2024/communes.csv, insee-communes, 2024-01-01, 37544",
        "geo/cog/2019/departements.csv, insee-departements, 2019-01-01, 101",
        "geo/cog/2024/regions.csv, insee-regions, 2024-01-01, 18",
        "geo/cog/2019/mouvements-communes-2019.csv.gz, insee-mouvements, 2019-01-01, 13157",
        "geo/cog/2024/mouvements-communes.csv, insee-mouvements, 2024-01-01, 13284",
        "population/donnees_communes_pop2019_geo2021.csv, insee-populations, 2019-01-01, 34990",
        "population/donnees_communes_pop2020_geo2022.csv, insee-populations, 2020-01-01, 34981",
        "population/donnees_communes_pop2021_geo2023.csv, insee-populations, 2021-01-01, 34970",
        "population/donnees_communes_mayotte.csv, insee-populations, 2017-01-01, 17",
        "geo/epci-dgcl/epcicom2021.xlsx, dgcl-epci, 2021-01-01, 34961",
        "geo/epci-dgcl/epcicom2023.xlsx, dgcl-epci, 2023-01-01, 34941",
        "geo/epci-dgcl/epcicom2024.xlsx, dgcl-epci, 2024-01-01, 34931",
        "geo/cog/2024/arrondissements.csv, insee-arrondissements, 2024-01-01, 333",
        "geo/cog/2018/communes_nouvelles_2018.xls, , , 0",
        "population/demof2.csv, insee-structure-ages, 2021-01-01, 3361",
        "population/estim-pop-dep-sexe-aq-1975-2020.xls, insee-estimations-departement, 2020-01-01, 4655",
        "zonages/table_supracom_2021.csv, insee-zonages, 2021-01-01, 34965",
        "zonages/insee-appartenance-2022/table-appartenance-geo-communes-22.csv, insee-zonages, 2022-01-01, 34955",
    })
    void areRecognisedAndReadWhole(String path, String format, LocalDate vintage, int rows) throws IOException {
        check(Probes.of(RealData.path(path), path), format, vintage, rows);
    }

    @Test
    void theCommunesOf2018AreRead(@TempDir Path folder) throws IOException {
        String path = "geo/cog/2018/France2018-txt.zip";
        try (ZipFile zip = new ZipFile(RealData.path(path).toFile())) {
            byte[] text = zip.getInputStream(zip.getEntry("France2018.txt")).readAllBytes();
            Probe probe = Probes.of(Files.write(folder.resolve("member"), text), path + "/France2018.txt");
            check(probe, "insee-france", LocalDate.of(2018, 1, 1), 39_941);
        }
    }

    private static void check(Probe probe, String name, LocalDate vintage, int rows) throws IOException {
        List<RegisterFormat> ours = Formats.ALL.stream()
                .filter(format -> format.getClass().getPackageName().matches(".*\\.(insee|dgcl)"))
                .toList();
        int read = 0;
        for (RegisterFormat format : ours) {
            Optional<Recognised> recognised = format.recognise(probe);
            assertThat(recognised.isPresent())
                    .as(format.name())
                    .isEqualTo(format.name().equals(name));
            if (recognised.isPresent()) {
                assertThat(recognised.get().vintage()).isEqualTo(vintage);
                for (TableContract table : format.tables()) {
                    List<SourceRecord> records = Probes.records(format, probe, table);
                    assertThat(records).allMatch(record -> record.values() != null);
                    read += records.size();
                }
            }
        }
        assertThat(read).isEqualTo(rows);
    }
}
