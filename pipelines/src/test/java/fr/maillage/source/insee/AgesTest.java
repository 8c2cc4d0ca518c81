package fr.maillage.source.insee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People by age are read from every layout INSEE publishes them in. */
class AgesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "P21_POP0014, 2021, ensemble, 0, 14",
        "P09_H6074, 2009, hommes, 60, 74",
        "P21_F90P, 2021, femmes, 90,",
        "p99_pop75p, 1999, ensemble, 75,",
        "SEXE1_AGED100000, , hommes, 0, 0",
        "SEXE2_AGED100100, , femmes, 100,",
        "SEXE2_AGEPYR1018, , femmes, 18, 24",
        "SEXE1_AGEPYR1080, , hommes, 80,",
        "Nb de pers. âgées de 25 à 64 ans 2021.x, 2021, ensemble, 25, 64",
        "Nb de pers. âgées de - de 25 ans 2021, 2021, ensemble, 0, 24",
        "Nb de pers. âgées  de 75 ans ou plus 2021, 2021, ensemble, 75,",
        "Hommes|0 à 4 ans, , hommes, 0, 4",
        "Ensemble|95 ans et plus, , ensemble, 95,",
    })
    void aColumnTellsYearSexAndAges(String name, Integer year, String sexe, int from, Integer to) {
        assertThat(ColonneAge.of(name)).contains(new ColonneAge(year, sexe, from, to));
    }

    @ParameterizedTest
    @CsvSource({"P21_POP", "P21_POPH", "C21_POP15P", "P21_POP15P_CS1", "Homme_0_4", "P21_POP6450", "Ensemble|Total"})
    void otherColumnsTellNothing(String name) {
        assertThat(ColonneAge.of(name)).isEmpty();
    }

    @Test
    void theYearIsInTheNamesOfTheColumns() throws IOException {
        Probe probe = sample("base-cc-evol-struct-pop-2021.csv", "pop.csv");

        assertThat(new StructureAges().recognise(probe).orElseThrow().vintage()).isEqualTo("2021-01-01");
        List<SourceRecord> records = Probes.records(new StructureAges(), probe, Bronze.INSEE_STRUCTURE_AGE);
        assertThat(records).hasSize(2);
        assertThat(records.get(1).values()[1]).isEqualTo("2A004");
        assertThat((String[]) records.get(1).values()[3])
                .startsWith("P21_POP0014")
                .hasSize(27);
        assertThat((String[]) records.get(1).values()[4]).startsWith("11000", "12000.5");
    }

    @Test
    void theMissingColumnOfCodesIsNamed() throws IOException {
        Probe none = text("DEP;LIBELLE;P21_POP0014;P21_POP1529;P21_POP3044\n01;Ain;10;11;12\n");
        Probe few = text("DEP;LIBELLE;P21_POP0014;P21_POP1529\n01;Ain;10;11\n");

        assertThatThrownBy(() -> new StructureAges().recognise(none))
                .isInstanceOf(BrokenFile.class)
                .hasMessageEndingWith("has people by age and no column CODGEO or code that says of which commune");
        assertThat(new StructureAges().recognise(few)).isEmpty();
    }

    @Test
    void localStatisticsHaveLineEndsInTheirHeaderAndColumnsTwice() throws IOException {
        Probe probe = sample("statistiques-locales.csv", "demo.csv");

        assertThat(new StructureAges().recognise(probe).orElseThrow().vintage()).isEqualTo("2021-01-01");
        List<SourceRecord> records = Probes.records(new StructureAges(), probe, Bronze.INSEE_STRUCTURE_AGE);
        assertThat(records).hasSize(2);
        assertThat((String[]) records.get(0).values()[4]).containsExactly("7365", "4779", "2709", "1341", "766");
    }

    @Test
    void theCensusListIsDatedByItsName() throws IOException {
        RegisterFormat format = new PopulationAges();
        Probe probe = sample("BTT_TD_POP1B_2020.csv", "BTT_TD_POP1B_2020.csv");

        assertThat(format.recognise(probe).orElseThrow().vintage()).isEqualTo("2020-01-01");
        assertThat(Probes.records(format, probe, Bronze.INSEE_POPULATION_AGE)).hasSize(4);
        Probe old = text("NIVEAU;CODGEO;LIBGEO;C_SEXE;C_AGED100;NB\nCOM;01001;L'Abergement;1;000;4,02\n");
        assertThat(format.recognise(old)).isPresent();
        assertThat(Probes.records(format, old, Bronze.INSEE_POPULATION_AGE)
                        .get(0)
                        .values())
                .containsExactly("COM", "01001", "L'Abergement", "1", "000", "4,02");
    }

    @Test
    void estimatesHaveASheetPerYearAndAnotherHeaderOverseas() throws IOException {
        RegisterFormat format = new EstimationsDepartement();
        Probe probe = sample("estim-pop-dep-sexe-aq-1990-2020.xls", "estim.xls");

        assertThat(format.recognise(probe).orElseThrow().vintage()).isEqualTo("2020-01-01");
        List<SourceRecord> records = Probes.records(format, probe, Bronze.INSEE_STRUCTURE_AGE);
        assertThat(records.stream()
                        .map(record -> record.values()[0] + " " + record.values()[1] + " " + last(record))
                        .collect(Collectors.joining(", ")))
                .isEqualTo("2020 01 Femmes|Total=333610, 2020 971 Femmes|Total=205664, 1991 01 Femmes|Total=239323,"
                        + " 1991 971 Femmes|Total=181556");
        assertThat((String[]) records.get(3).values()[3]).contains("Hommes|90 ans et plus");
    }

    @Test
    void aWorkbookIsReadFromItsSheetOfCommunes() throws IOException {
        RegisterFormat format = new StructureAgesClasseur();
        Probe probe = sample("TD_POP1B_2020.xlsx", "TD_POP1B_2020.xlsx");

        assertThat(format.recognise(probe).orElseThrow().vintage()).isEqualTo("2020-01-01");
        List<SourceRecord> records = Probes.records(format, probe, Bronze.INSEE_STRUCTURE_AGE);
        assertThat(records).hasSize(2);
        assertThat((String[]) records.get(1).values()[4]).containsExactly("301", "299.5", "2", "280", "281", "7");
    }

    @Test
    void whatIsNoneOfThemIsRefused() throws IOException {
        Probe other = text("CODGEO;LIBGEO;DEP\n01001;L'Abergement;01\n");

        assertThat(new StructureAges().recognise(other)).isEmpty();
        assertThat(new PopulationAges().recognise(other)).isEmpty();
        assertThat(new EstimationsDepartement().recognise(other)).isEmpty();
        assertThatThrownBy(() -> new StructureAges().records(other.file(), Bronze.INSEE_STRUCTURE_AGE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("people by age");
        assertThatThrownBy(() -> new EstimationsDepartement().records(other.file(), Bronze.INSEE_STRUCTURE_AGE))
                .isInstanceOf(BrokenFile.class);
    }

    private static String last(SourceRecord record) {
        String[] names = (String[]) record.values()[3];
        String[] values = (String[]) record.values()[4];
        return names[names.length - 1] + "=" + values[values.length - 1];
    }

    private Probe sample(String sample, String name) throws IOException {
        byte[] content = Samples.all().stream()
                .filter(one -> one.name().equals(sample))
                .findFirst()
                .orElseThrow()
                .content();
        return Probes.of(folder, name, content);
    }

    private Probe text(String text) throws IOException {
        return Probes.of(folder, "a.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
