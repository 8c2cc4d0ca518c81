package fr.maillage.source.drees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Formats;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Probes;
import fr.maillage.testing.RealData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x.csv        | BOR;AN;FI;RS;FI_EJ;AUTSU;AUTGEN            | URGENCES;2021;010000024;CH;010780054;1;1 | sae-urgences | 2021-12-31
            x.csv        | bor;an;fi;rs;rscom;fi_ej;stj               | ID;2022;010000024;CH;;010780054;13       | sae-id       | 2022-12-31
            x.csv        | "BOR";"AN";"FI";"RS";"FI_EJ";"PLATOT"      | "HAD";"2019";"1";"CH";"2";"45"           | sae-had      | 2019-12-31
            x.csv        | BOR;AN;FI;RS;FI_EJ;DIS                     | PSY;nc;010000495;CPA;010783009;GEN       | sae-psy      |
            GHT_2021r.csv| NOM_COURT_GHT;CODE_GHT;NOM_COMPLET_GHT;NB_ETAB | ARA-01;84101;ALLIER;20               | sae-ght      | 2021-12-31
            GHT.csv      | NOM_COURT_GHT;CODE_GHT;NOM_COMPLET_GHT;NB_ETAB | ARA-01;84101;ALLIER;20               | sae-ght      |
            x.csv        | BOR;AN;FI;RS;FI_EJ                         | DIALYSE;2021;010000024;CH;010780054      |              |
            x.csv        | AN;BOR;FI;RS                               | 2021;ID;010000024;CH                     |              |
            x.csv        | bor;an;fi;rs                               |                                          |              |
            """)
    void knowsAQuestionnaireByItsFirstColumnsAndTheYearByTheSecond(
            String name, String header, String line, String format, LocalDate vintage) throws IOException {
        Optional<Recognised> found = recognise(name, header + "\r\n" + (line == null ? "" : line + "\r\n"));

        assertThat(found.map(Recognised::format)).isEqualTo(Optional.ofNullable(format));
        assertThat(found.map(Recognised::vintage)).isEqualTo(Optional.ofNullable(vintage));
    }

    @Test
    void readsLinesOfBothEncodingsByTheNamesOfTheirColumns() throws IOException {
        byte[] latin = bytes("ID;2021;030780100;CH MOULINS-YZEURE (Allée);;030780092;13\r\n", "windows-1252");
        byte[] utf8 = bytes("ID;2021;97D000012;CHU Félix Guyon;;970408589;14\r\n", "UTF-8");
        byte[] header = bytes("bor;an;fi;rs;rscom;fi_ej;stj\r\n", "UTF-8");

        assertThat(values(Sae.IDENTIFICATION, Bronze.SAE_ID, join(header, latin, utf8), "an", "fi", "rs", "stj"))
                .containsExactly("2021 030780100 CH MOULINS-YZEURE (Allée) 13", "2021 97D000012 CHU Félix Guyon 14");
    }

    @Test
    void columnsOfOtherYearsAreKeptTogether() throws IOException {
        byte[] file = bytes("BOR;AN;FI;RS;FI_EJ;LIT;LIT_2030;VIDE;MOT\nUSLD;2030;1;CH;2;30;7;;a=b\n", "UTF-8");

        assertThat(values(Sae.USLD, Bronze.SAE_USLD, file, "lit", "jou", "autres_colonnes"))
                .containsExactly("30 null lit_2030=7;mot=a=b");
    }

    @Test
    void aLineOfAnotherWidthIsUnreadableAndAnEmptyFileBroken() throws IOException {
        Probe probe = Probes.of(folder, "x.csv", bytes("BOR;AN;FI;RS\nUSLD;2021;1\nUSLD;2021;1;CH\n", "UTF-8"));

        assertThat(Probes.records(Sae.USLD, probe, Bronze.SAE_USLD))
                .extracting(SourceRecord::brokenRule)
                .containsExactly("largeur_de_ligne", null);
        assertThatThrownBy(() -> Sae.USLD.records(
                        Probes.of(folder, "vide.csv", new byte[0]).file(), Bronze.SAE_USLD))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void knowsItsTableAgainInAnotherProcess() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
            out.writeObject(Sae.PSY);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            assertThat(in.readObject()).isSameAs(Sae.PSY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2021/ID_2021r.csv, sae-id, 2021-12-31, 3998",
        "2022/ID_2022r.csv, sae-id, 2022-12-31, 3995",
        "2021/HAD_2021a.csv, sae-had, 2021-12-31, 293",
        "2022/HAD_2022a.csv, sae-had, 2022-12-31, 293",
        "2021/MCO_2021r.csv, sae-mco, 2021-12-31, 1649",
        "2022/MCO_2022r.csv, sae-mco, 2022-12-31, 1637",
        "2021/PERINAT_2021r.csv, sae-perinat, 2021-12-31, 634",
        "2022/PERINAT_2022r.csv, sae-perinat, 2022-12-31, 631",
        "2021/PSY_2021r.csv, sae-psy, 2021-12-31, 1647",
        "2022/PSY_2022r.csv, sae-psy, 2022-12-31, 1664",
        "2021/SSR_2021r.csv, sae-ssr, 2021-12-31, 7758",
        "2022/SSR_2022r.csv, sae-ssr, 2022-12-31, 7738",
        "2021/URGENCES_2021r.csv, sae-urgences, 2021-12-31, 623",
        "2022/URGENCES_2022r.csv, sae-urgences, 2022-12-31, 624",
        "2021/USLD_2021r.csv, sae-usld, 2021-12-31, 583",
        "2022/USLD_2022r.csv, sae-usld, 2022-12-31, 577",
        "2021/GHT_2021r.csv, sae-ght, 2021-12-31, 136",
    })
    void readsEveryLineOfThePublishedFiles(String name, String format, LocalDate vintage, int records)
            throws IOException {
        Probe probe = Probes.of(RealData.path("finess/sae/" + name), name);
        Recognised found = recognise(probe).orElseThrow();
        RegisterFormat known = Formats.find(format).orElseThrow();

        assertThat(found.format()).isEqualTo(format);
        assertThat(found.vintage()).isEqualTo(vintage);
        assertThat(Probes.records(known, probe, known.tables().get(0)))
                .hasSize(records)
                .allMatch(record -> record.values() != null);
    }

    private Optional<Recognised> recognise(String name, String text) throws IOException {
        return recognise(Probes.of(folder, name, bytes(text, "UTF-8")));
    }

    private static Optional<Recognised> recognise(Probe probe) throws IOException {
        for (RegisterFormat format : Formats.ALL) {
            Optional<Recognised> found = format.recognise(probe);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<String> values(Sae sae, TableContract table, byte[] file, String... columns) throws IOException {
        return Probes.records(sae, Probes.of(folder, "x.csv", file), table).stream()
                .map(record -> String.join(
                        " ",
                        List.of(columns).stream()
                                .map(column -> String.valueOf(
                                        record.values()[table.columns().indexOf(column)]))
                                .toList()))
                .toList();
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
