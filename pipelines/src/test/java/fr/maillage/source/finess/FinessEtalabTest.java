package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinessEtalabTest {

    private static final FinessEtalab FORMAT = FinessEtalab.STRUCTURES;
    private static final String FIRST = "finess;etalab;98;2026-03-11\n";
    private static final String NARROW =
            "structureet;010000024;010780054;CH DE FLEYRIAT;CENTRE HOSPITALIER;;;900;RTE;DE PARIS;;;451;01;AIN;01440 VIRIAT;"
                    + "0474454647;;355;Centre Hospitalier (C.H.);1102;Centres Hospitaliers;26010004500012;8610Z;03;ARS;1;EPS;"
                    + "1979-02-13;1979-02-13;2020-02-04";
    private static final String WIDE = NARROW + ";0010001A";
    private static final String POSITION =
            "geolocalisation;010000024;870215.7;6571590.5;1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93;2020-01-31";
    private static final String ENTITY =
            "structureej;010780054;CH DE BOURG;CENTRE HOSPITALIER DE BOURG;;900;RTE;DE PARIS;;;CS 90401;451;01012 BOURG CEDEX;"
                    + "01;AIN;0474454647;13;Etb.Pub.Commun.Hosp.;355;Centre Hospitalier;260100045;8610Z;1901-01-01";

    private static final String SOCIAL =
            "equipementsocial;580006104;509;Accompagnement à la vie sociale;16;Prestation en milieu ordinaire;010;Tous Types;E;"
                    + "37;;;;;;N;2014-12-31;2013-04-01;37;;;;;;N;2013-04-01;2013-04-19;2015-05-20";

    @TempDir
    private Path folder;

    @Test
    void takesTheReleaseFromTheFirstLine() throws IOException {
        assertThat(Landed.of(folder, "export.csv", FIRST + WIDE + "\n").recognisedBy(FORMAT))
                .contains(new Recognised("finess-etalab", LocalDate.of(2026, 3, 11), "first line"));
    }

    @Test
    void doesNotClaimTheOtherFilesOfTheFamily() throws IOException {
        assertThat(Landed.of(folder, "cs1100505.csv", FIRST + "structureet;010000024;010780054\n")
                        .recognisedBy(FORMAT))
                .isEmpty();
        assertThat(Landed.of(folder, "autre.csv", "a;b;c;d\n" + WIDE + "\n").recognisedBy(FORMAT))
                .isEmpty();
    }

    @Test
    void readsBothWidthsOfStructureet() throws IOException {
        List<SourceRecord> records = Landed.of(folder, "f.csv", FIRST + NARROW + "\n" + WIDE + "\r\n")
                .records(FORMAT, Bronze.FINESS_STRUCTUREET);

        assertThat(records).extracting(record -> et(record, Columns.NUMUAI)).containsExactly(null, "0010001A");
        assertThat(records).extracting(record -> et(record, Columns.COMMUNE)).containsOnly("451");
        assertThat(records).extracting(record -> et(record, Columns.COMPLRS)).containsOnlyNulls();
    }

    @Test
    void givesEachSectionToItsTable() throws IOException {
        Landed file = Landed.of(folder, "f.csv", FIRST + NARROW + "\n" + POSITION + "\n");

        assertThat(file.records(FORMAT, Bronze.FINESS_STRUCTUREET)).hasSize(1);
        assertThat(file.records(FORMAT, Bronze.FINESS_STRUCTUREEJ)).isEmpty();
        SourceRecord position =
                file.records(FORMAT, Bronze.FINESS_GEOLOCALISATION).get(0);
        assertThat(position.line()).isEqualTo(3);
        assertThat(Landed.value(position, Bronze.FINESS_GEOLOCALISATION, Columns.COORDXET))
                .isEqualTo("870215.7");
        assertThat(Landed.value(position, Bronze.FINESS_GEOLOCALISATION, Columns.SOURCECOORDET))
                .isEqualTo("1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93");
    }

    @Test
    void readsLegalEntities() throws IOException {
        SourceRecord entity = Landed.of(folder, "f.csv", FIRST + ENTITY + "\n")
                .records(FORMAT, Bronze.FINESS_STRUCTUREEJ)
                .get(0);

        assertThat(Landed.value(entity, Bronze.FINESS_STRUCTUREEJ, Columns.STATUTJURIDIQUE))
                .isEqualTo("13");
        assertThat(Landed.value(entity, Bronze.FINESS_STRUCTUREEJ, Columns.DATECREA))
                .isEqualTo("1901-01-01");
    }

    @Test
    void readsUtf8AndWindows1252InOneFile() throws IOException {
        byte[] utf8 = (FIRST + WIDE.replace("CH DE FLEYRIAT", "FOYER L’ÉTÉ") + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] windows =
                (WIDE.replace("CH DE FLEYRIAT", "FOYER L’ÉTÉ") + "\n").getBytes(Charset.forName("windows-1252"));
        byte[] both = new byte[utf8.length + windows.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(windows, 0, both, utf8.length, windows.length);

        assertThat(Landed.of(folder, "f.csv", both).records(FORMAT, Bronze.FINESS_STRUCTUREET))
                .hasSize(2)
                .extracting(record -> et(record, Columns.RS))
                .containsOnly("FOYER L’ÉTÉ");
    }

    @Test
    void toleratesOneSemicolonTooManyAtTheEnd() throws IOException {
        List<SourceRecord> records = Landed.of(folder, "f.csv", FIRST + NARROW + ";\n" + WIDE + ";\n")
                .records(FORMAT, Bronze.FINESS_STRUCTUREET);

        assertThat(records).extracting(SourceRecord::brokenRule).containsOnlyNulls();
        assertThat(records).extracting(record -> et(record, Columns.NUMUAI)).containsExactly(null, "0010001A");
    }

    @Test
    void keepsQuotesAsPublishedAndLetsThemHoldASemicolonOnlyWhenNeeded() throws IOException {
        List<SourceRecord> records = Landed.of(
                        folder,
                        "f.csv",
                        FIRST
                                + WIDE.replace("CH DE FLEYRIAT", "MAS \"\"LES LILAS\"\"") + "\n"
                                + WIDE.replace("CH DE FLEYRIAT", "FAM \"\"\"\"A") + "\n"
                                + WIDE.replace("CH DE FLEYRIAT", "\"A; B\"") + "\n")
                .records(FORMAT, Bronze.FINESS_STRUCTUREET);

        assertThat(records)
                .extracting(record -> et(record, Columns.RS))
                .containsExactly("MAS \"\"LES LILAS\"\"", "FAM \"\"\"\"A", "\"A; B\"");
    }

    @Test
    void setsAsideRowsOfAnotherWidthAndOfUnknownSections() throws IOException {
        List<SourceRecord> records = Landed.of(
                        folder,
                        "f.csv",
                        FIRST + "structureet;010000024;x\nactivite;1;2\n" + WIDE + ";3;4\n" + WIDE + "\n")
                .records(FORMAT, Bronze.FINESS_STRUCTUREET);

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly("largeur_de_ligne", "section_inconnue", "largeur_de_ligne", null);
    }

    @Test
    void refusesAFileCutInTheMiddleOfALine() throws IOException {
        Landed cut = Landed.of(folder, "f.csv", FIRST + WIDE + "\n" + WIDE.substring(0, 80));

        assertThatThrownBy(() -> cut.records(FORMAT, Bronze.FINESS_STRUCTUREET))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("in the middle of line 3");
    }

    @Test
    void readsSocialEquipmentAndCountsTheShortLinesBesideIt() throws IOException {
        Landed file = Landed.of(
                folder,
                "f.csv",
                FIRST + "structureet;010786259;620110072\n".repeat(3_000) + SOCIAL + "\n" + SOCIAL + ";\n");

        assertThat(FinessFluxTest.claims(file)).containsExactly("finess-etalab-equipementsocial");
        assertThat(file.records(FinessEtalab.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_STRUCTURE_CITEE))
                .hasSize(3_000)
                .extracting(record -> Landed.value(record, Bronze.FINESS_STRUCTURE_CITEE, Columns.NOFINESSEJ))
                .containsOnly("620110072");
        List<SourceRecord> equipements = file.records(FinessEtalab.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL);
        assertThat(equipements).hasSize(2).extracting(SourceRecord::brokenRule).containsOnlyNulls();
        assertThat(equipements)
                .extracting(record -> Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.CAPINSTOT))
                .containsOnly("37");
        assertThat(equipements)
                .extracting(record -> Landed.value(record, Bronze.FINESS_EQUIPEMENTSOCIAL, Columns.DATEMAJINST))
                .containsOnly("2015-05-20");
    }

    @Test
    void knowsCareActivitiesByWidthAndNumbersWhateverTheWordOfTheirSection() throws IOException {
        String soin = "010780054;CH;02;Chirurgie;00;Pas de modalité;01;Hospitalisation complète;442226732;2000-12-12;"
                + "010000024;CH DE FLEYRIAT;22158;;00-00-000;00-00-000;;;2001-08-03;2029-02-04";

        for (String word : List.of("activiteoffresoin;", "activitesoin;", "")) {
            Landed file = Landed.of(folder, "f.csv", FIRST + "structureej;010780054;CH\n" + word + soin + "\n");
            assertThat(FinessFluxTest.claims(file)).containsExactly("finess-etalab-activiteoffresoin");
            assertThat(file.records(FinessEtalab.ACTIVITES_DE_SOINS, Bronze.FINESS_ACTIVITEOFFRESOIN))
                    .extracting(record -> Landed.value(record, Bronze.FINESS_ACTIVITEOFFRESOIN, Columns.DATEFIN))
                    .containsExactly("2029-02-04");
            assertThat(file.records(FinessEtalab.ACTIVITES_DE_SOINS, Bronze.FINESS_STRUCTURE_CITEE))
                    .extracting(record -> Landed.value(record, Bronze.FINESS_STRUCTURE_CITEE, Columns.NOFINESS))
                    .containsExactly("010780054");
        }
    }

    @Test
    void setsAsideALineOfEquipmentOfAnotherWidth() throws IOException {
        assertThat(Landed.of(folder, "f.csv", FIRST + SOCIAL + "\n" + SOCIAL + ";1;2\nx\n")
                        .records(FinessEtalab.EQUIPEMENTS_SOCIAUX, Bronze.FINESS_EQUIPEMENTSOCIAL))
                .extracting(SourceRecord::brokenRule)
                .containsExactly(null, "largeur_de_ligne", "largeur_de_ligne");
    }

    private static Object et(SourceRecord record, String column) {
        return Landed.value(record, Bronze.FINESS_STRUCTUREET, column);
    }
}
