package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Formats;
import fr.maillage.source.Recognised;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinessFluxTest {

    private static final String SHORT_STRUCTURES = """
            <structureet><nofinesset>010786259</nofinesset><nofinessej>620110072</nofinessej><rs>LES PRES</rs></structureet>
            <structureej><nofiness>620110072</nofiness><rs>ASSOCIATION</rs></structureej>
            """;
    private static final String EQUIPEMENT = """
            <equipementsocial>
                <nofinesset>010786259</nofinesset><de>925</de><ta>11</ta><client>700</client>
                <capinstot xsi:nil="true"/><indsupinst>N</indsupinst><capautot>0</capautot>
            </equipementsocial>
            """;

    @TempDir
    private Path folder;

    @Test
    void knowsAFileByItsRecordsHoweverManyShortStructuresComeFirst() throws IOException {
        Landed file = landed("f.xml", flux("2021-12-14", SHORT_STRUCTURES.repeat(2_000) + EQUIPEMENT));

        assertThat(file.recognisedBy(FinessFlux.EQUIPEMENTS_SOCIAUX))
                .contains(new Recognised("finess-cs1400105", LocalDate.of(2021, 12, 14), "datemaj of the header"));
        assertThat(claims(file)).containsExactly("finess-cs1400105");
        assertThat(file.records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_STRUCTURE_CITEE))
                .hasSize(4_000);
    }

    @Test
    void takesTheDayFromTheNameWhenThereIsNoHeader() throws IOException {
        Landed file = Landed.of(
                folder,
                "finess_cs1400105_stock_20201214-0346.xml.gz",
                Landed.gzip("<fluxfiness>" + EQUIPEMENT.replace(" xsi:nil=\"true\"", "") + "</fluxfiness>"));

        assertThat(file.recognisedBy(FinessFlux.EQUIPEMENTS_SOCIAUX))
                .contains(new Recognised("finess-cs1400105", LocalDate.of(2020, 12, 14), "date in the name"));
    }

    @Test
    void readsTheEncodingThatTheFileDeclares() throws IOException {
        String text = flux("2021-12-14", EQUIPEMENT.replace("<de>", "<libde>Hébergement</libde><de>"))
                .replace("UTF-8", "ISO-8859-1");
        Landed file = Landed.of(folder, "f.xml", text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL))
                .extracting(record -> Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.LIBDE))
                .containsExactly("Hébergement");
    }

    @Test
    void readsZeroAsZeroAndNilOrMissingAsNull() throws IOException {
        SourceRecord record = landed("f.xml", flux("2021-12-14", EQUIPEMENT))
                .records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL)
                .get(0);

        assertThat(Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.CAPAUTOT))
                .isEqualTo("0");
        assertThat(Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.CAPINSTOT))
                .isNull();
        assertThat(Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.DATEAUTOR))
                .isNull();
        assertThat(record.brokenRule()).isNull();
    }

    @Test
    void keepsAnElementItDoesNotKnowAndFlagsTheRecord() throws IOException {
        String more = EQUIPEMENT.replace("<de>", "<nouveau>A &amp; B</nouveau><vide/><de>");
        SourceRecord record = landed("f.xml", flux("2021-12-14", more))
                .records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL)
                .get(0);

        assertThat(record.isReadable()).isTrue();
        assertThat(record.brokenRule()).isEqualTo("element_inconnu");
        assertThat(Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.DE))
                .isEqualTo("925");
        assertThat(Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.ELEMENTS_INCONNUS))
                .isEqualTo("nouveau=A & B;vide=");
    }

    @Test
    void countsARecordOfNoKnownSectionOnce() throws IOException {
        Landed file = landed("f.xml", flux("2021-12-14", EQUIPEMENT + "<capacite><n>1</n></capacite>"));

        assertThat(file.records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL))
                .extracting(SourceRecord::brokenRule)
                .containsExactly(null, "section_inconnue");
        assertThat(file.records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_STRUCTURE_CITEE))
                .isEmpty();
    }

    @Test
    void tellsApartTheFourFilesThatAreMadeOfStructureet() throws IOException {
        String et = "<structureet><nofinesset>010000040</nofinesset>%s</structureet>";

        assertThat(claims(
                        landed("a", flux("2021-01-01", et.formatted("<nofinessej>1</nofinessej><rs>A</rs><siret/>")))))
                .containsExactly("finess-cs1400102");
        assertThat(claims(landed("b", flux("2021-01-01", et.formatted("<noconv>001</noconv>")))))
                .containsExactly("finess-cs1400107");
        assertThat(claims(landed("c", flux("2021-01-01", et.formatted("<rs>A</rs><commune>269</commune>")))))
                .containsExactly("finess-cs1400109");
        assertThat(claims(landed("d", flux("2021-01-01", et.formatted("<nofinessej>1</nofinessej><rs>A</rs>")))))
                .isEmpty();
    }

    @Test
    void readsEventsBesideAndInsideTheirAuthorisation() throws IOException {
        Landed file = landed("f.xml", flux("2021-12-14", """
                <autreactivite><noautor>7</noautor><activite>01</activite>
                    <evenement><numordre>1</numordre><nature>A</nature></evenement>
                </autreactivite>
                <evenement><noautor>8</noautor><numordre>2</numordre></evenement>
                """));

        assertThat(claims(file)).containsExactly("finess-cs1600101");
        assertThat(file.records(FinessFlux.AUTRES_ACTIVITES, Bronze.FINESS_AUTREACTIVITE))
                .hasSize(1)
                .allMatch(record -> record.brokenRule() == null);
        assertThat(file.records(FinessFlux.AUTRES_ACTIVITES, Bronze.FINESS_EVENEMENT))
                .extracting(record -> Landed.value(record, Bronze.FINESS_EVENEMENT, Columns.NOAUTOR))
                .containsExactly("7", "8");
    }

    @Test
    void readsEveryNomenclatureUnderTheNameOfItsElement() throws IOException {
        Landed file = landed("f.xml", flux("2021-12-14", """
                <nomenclclienteleavecagr><code>700</code><libelle>Personnes Agées</libelle></nomenclclienteleavecagr>
                """));

        assertThat(claims(file)).containsExactly("finess-nomenclature");
        assertThat(file.records(FinessFlux.NOMENCLATURES, Bronze.FINESS_NOMENCLATURE))
                .extracting(record -> Landed.value(record, Bronze.FINESS_NOMENCLATURE, Columns.NOMENCLATURE))
                .containsExactly("nomenclclienteleavecagr");
    }

    @Test
    void refusesAFileThatNamesAnotherFile() throws IOException {
        String text = flux("2021-12-14", EQUIPEMENT)
                .replace(
                        "<fluxfiness",
                        "<!DOCTYPE fluxfiness [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><fluxfiness");

        assertThatThrownBy(() -> landed("f.xml", text).recognisedBy(FinessFlux.EQUIPEMENTS_SOCIAUX))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("document type");
    }

    @Test
    void refusesAFileCutShortAndOneThatIsTooDeep() throws IOException {
        String text = flux("2021-12-14", EQUIPEMENT);
        Landed cut = landed("f.xml", text.substring(0, text.length() - 40));
        Landed deep = landed("g.xml", flux("2021-12-14", "<a>".repeat(50_000) + "</a>".repeat(50_000)));

        assertThatThrownBy(() -> cut.records(FinessFlux.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("not well-formed");
        assertThatThrownBy(() -> deep.recognisedBy(FinessFlux.EQUIPEMENTS_SOCIAUX))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("deep");
    }

    @Test
    void givesEachFormatItsOwnMainTable() {
        List<TableContract> mains = new ArrayList<>();
        for (RegisterFormat format : Formats.ALL) {
            if (format instanceof FinessFlux) {
                mains.add(format.tables().get(0));
            }
        }
        assertThat(mains).hasSize(11).doesNotHaveDuplicates().doesNotContain(Bronze.FINESS_STRUCTURE_CITEE);
    }

    static List<String> claims(Landed file) throws IOException {
        List<String> claims = new ArrayList<>();
        for (RegisterFormat format : Formats.ALL) {
            Optional<Recognised> recognised = file.recognisedBy(format);
            recognised.ifPresent(claim -> claims.add(claim.format()));
        }
        return claims;
    }

    private Landed landed(String name, String text) throws IOException {
        return Landed.of(folder, name, text);
    }

    private static String flux(String day, String records) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <fluxfiness xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <horodatage><emetteur>finess</emetteur><versionmessage>1</versionmessage><datemaj>%s</datemaj></horodatage>
                %s</fluxfiness>
                """.formatted(day, records);
    }
}
