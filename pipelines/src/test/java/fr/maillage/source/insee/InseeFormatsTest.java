package fr.maillage.source.insee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Formats;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Archives;
import fr.maillage.testing.Probes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InseeFormatsTest {

    private static final String COMMUNES = """
            TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
            COM,01001,84,01,01D,012,5,ABERGEMENT,Abergement,L'Abergement,0108,
            COMD,01015,,,,,1,ARBIGNIEU,Arbignieu,"Arbignieu, le Bas",,01015
            COM,01002,84,01
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/2022/communes.csv   | TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT | insee-communes     | 2022-01-01
            communes-2019.csv     | "typecom","com","reg","dep","arr","tncc","ncc","nccenr","libelle","can","comparent" | insee-communes | 2019-01-01
            2024/departements.csv | DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE | insee-departements | 2024-01-01
            2019/x.csv            | "reg","cheflieu","tncc","ncc","nccenr","libelle" | insee-regions      | 2019-01-01
            pop2019_geo2021.csv   | REG;DEP;COM;PMUN;PCAP;PTOT | insee-populations  | 2019-01-01
            geo2022_pop2020.csv   | CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT | insee-populations | 2020-01-01
            2021/communes.csv     | REG;Région;DEP;CODARR;CODCAN;CODCOM;COM;Commune;PMUN;PCAP;PTOT | insee-populations | 2021-01-01
            2024/arrondissements  | ARR,DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE | insee-arrondissements | 2024-01-01
            zonages/2018.csv      | CODGEO,LIBGEO,DEP,REG,EPCI,NATURE_EPCI,ARR,CV | insee-zonages | 2018-01-01
            cantons_2019.csv      | CODREG;REG;CODDEP;CODCAN;CAN;NBCOM;PMUN;PCAP;PTOT | |
            """)
    void knowsAFileByItsHeaderAndTheVintageByTheName(String name, String header, String format, LocalDate vintage)
            throws IOException {
        Optional<Recognised> recognised = recognise(name, header + "\n");

        assertThat(recognised.map(Recognised::format)).isEqualTo(Optional.ofNullable(format));
        assertThat(recognised.map(Recognised::vintage)).isEqualTo(Optional.ofNullable(vintage));
    }

    @Test
    void knowsTheYearOfMayotteByThePublishedTotal() throws IOException {
        String header = "CODREG;REG;DEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT\n";

        assertThat(recognise("mayotte.csv", header + "06;;976;;;601;;256000;1;1\n06;;976;;;602;;518;1;1\n"))
                .hasValueSatisfying(found -> {
                    assertThat(found.vintage()).isEqualTo("2017-01-01");
                    assertThat(found.evidence()).contains("2017-1688");
                });
        assertThat(recognise("mayotte.csv", header + "06;;976;;;601;;256519;1;1\n"))
                .hasValueSatisfying(found -> assertThat(found.vintage()).isNull());
    }

    @Test
    void datesMovementsByTheNewestOne() throws IOException {
        String header = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,"
                + "TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP\n";
        String before = "32,2023-01-01,COM,01039,0,BEON,B,B,COM,01138,0,CULOZ,C,C\n";

        assertThat(recognise("m.csv", header + before).orElseThrow().vintage()).isEqualTo("2023-01-01");
        assertThat(recognise("m.csv", header + before.replace("2023-01-01", "2023-03-02"))
                        .orElseThrow()
                        .vintage())
                .isEqualTo("2024-01-01");
    }

    @Test
    void readsRowsByTheirHeaderAndSetsAsideThoseOfAnotherWidth() throws IOException {
        List<SourceRecord> records = Probes.records(
                new CogCommunes(), probe("communes.csv", COMMUNES, StandardCharsets.UTF_8), Bronze.INSEE_COMMUNE);

        assertThat(values(records.get(0)))
                .startsWith("COM", "01001", "84", "01", "01D")
                .endsWith((Object) "0108", (Object) null);
        assertThat(values(records.get(1))).contains("Arbignieu, le Bas", "01015");
        assertThat(records.get(1).line()).isEqualTo(3);
        assertThat(records.get(2)).isEqualTo(SourceRecord.unreadable(4, "largeur_de_ligne", "COM,01002,84,01"));
        assertThat(records).hasSize(3);
    }

    @Test
    void losesOnlyTheLineOfAForgottenQuote() throws IOException {
        String text = COMMUNES.replace("L'Abergement", "\"L'Abergement");
        List<SourceRecord> records = Probes.records(
                new CogCommunes(), probe("communes.csv", text, StandardCharsets.UTF_8), Bronze.INSEE_COMMUNE);

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly("largeur_de_ligne", null, "largeur_de_ligne");
    }

    @Test
    void readsTheLayoutOf2018InWindows1252() throws IOException {
        String text = """
                ACTUAL	CHEFLIEU	CDC	RANG	REG	DEP	COM	AR	CT	MODIF	POLE	TNCC	ARTMAJ	NCC	ARTMIN	NCCENR	ARTICLCT	NCCCT
                1	1	2	4	01	971	01	2	93	0		4	(LES)	ABYMES	(Les)	Abymes		Canton non précisé
                """;
        Probe probe = probe("France2018.txt", text, Charset.forName("windows-1252"));

        assertThat(new CogFrance().recognise(probe).orElseThrow().vintage()).isEqualTo("2018-01-01");
        assertThat(values(Probes.records(new CogFrance(), probe, Bronze.INSEE_FRANCE)
                        .get(0)))
                .contains("971", "01", "(Les)", "Canton non précisé");
    }

    @Test
    void refusesAFileWithoutAColumnItNeeds() throws IOException {
        Probe probe = probe("2021/c.csv", COMMUNES.replace("LIBELLE,", ""), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Probes.records(new CogCommunes(), probe, Bronze.INSEE_COMMUNE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("no column libelle");
    }

    @Test
    void refusesAFileThatIsCutShort() throws IOException {
        byte[] gz = Archives.gzip(
                (COMMUNES + "COM,01004,84,01,01D,012,5,A,B,C,0108,\n".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        Probe probe = new Probe(
                "2021/c.csv.gz",
                gz.length,
                COMMUNES.getBytes(StandardCharsets.UTF_8),
                Probes.file(
                        java.nio.file.Files.write(folder.resolve("cut.gz"), Arrays.copyOf(gz, gz.length / 2)),
                        "c.csv.gz"));

        assertThatThrownBy(() -> Probes.records(new CogCommunes(), probe, Bronze.INSEE_COMMUNE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("truncated");
    }

    private Optional<Recognised> recognise(String name, String text) throws IOException {
        Probe probe = probe(name, text, StandardCharsets.UTF_8);
        Optional<Recognised> found = Optional.empty();
        for (RegisterFormat format : Formats.ALL) {
            Optional<Recognised> recognised = format.recognise(probe);
            assertThat(found.isPresent() && recognised.isPresent())
                    .as("recognised twice: " + found + " and " + recognised)
                    .isFalse();
            found = found.or(() -> recognised);
        }
        return found;
    }

    private Probe probe(String name, String text, Charset charset) throws IOException {
        return Probes.of(folder, name, text.getBytes(charset));
    }

    private static Object[] values(SourceRecord record) {
        return record.values();
    }
}
