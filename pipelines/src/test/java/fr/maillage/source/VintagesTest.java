package fr.maillage.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VintagesTest {

    @ParameterizedTest
    @CsvSource({
        "fhir-20210108/etab0-10000.tar.gz, 2021-01-08",
        "etalab-cs1100507-stock-20201231-0444.csv, 2020-12-31",
        "finess_cs1400102_stock_20201214-2015.xml.gz, 2020-12-14",
        "etat_2024-01-01.csv, 2024-01-01",
        "activite_31.12.2023.csv, 2023-12-31",
        "finess-structures-mensuel-202607-extrait.json, 2026-07-01",
        "geo/cog/2023/communes.csv, 2023-01-01",
        "cog/2019/communes-2018.csv, 2018-01-01",
        "donnees_communes_pop2021_geo2023.csv, 2021-01-01",
        "estim-pop-dep-sexe-1975-2020.xls, 2020-01-01",
        "epcicom2021.xlsx, 2021-01-01",
        "C:\\depot\\2022\\communes.csv, 2022-01-01",
    })
    void readsTheDayInNamesAndFolders(String path, LocalDate expected) {
        assertThat(Vintages.ofName(path)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"cs1100501.csv", "etab10001-20000.tar.gz", "communes-01-ain.geojson", "lot-20211345.csv", "table-22.csv"
    })
    void findsNoDateInOtherNumbers(String path) {
        assertThat(Vintages.ofName(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"geo, 2023-01-01", "pop, 2021-01-01"})
    void tellsTwoYearsOfOneNameApart(String word, LocalDate expected) {
        assertThat(Vintages.yearAfter("donnees_communes_pop2021_geo2023.csv", word))
                .contains(expected);
    }
}
