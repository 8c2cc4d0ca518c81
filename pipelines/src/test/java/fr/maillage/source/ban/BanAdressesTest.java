package fr.maillage.source.ban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.finess.Landed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BanAdressesTest {

    private static final BanAdresses FORMAT = new BanAdresses();
    private static final String TODAY = """
            id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles
            2a004_0515_00240_bis;2A004_0515;240;bis;Cours Napoléon;20000;2A004;Ajaccio;;;1177000.5;6104000.1;8.736;41.923;entrée;;;AJACCIO;COURS NAPOLEON;commune;commune;1;2A004000AB0012|2A004000AB0013
            2a004_0515_00241;2A004_0515;241;;Cours Napoléon;20000;2A004
            """;
    private static final String OF_2020 = """
            id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie
            59001_nhsgdi_00001;;1;;Chemin Hem Lenglet;59268;59001;Abancourt;;;715617.49;7014153.94;3.21;50.23;;;ABANCOURT;CHEMIN HEM LENGLET;inconnue;inconnue
            """;
    private static final String OF_2017 = """
            id;nom_voie;id_fantoir;numero;rep;code_insee;code_post;alias;nom_ld;nom_afnor;libelle_acheminement;x;y;lon;lat;nom_commune
            ADRNIVX_0000000276535697;;A045;152;"";33199;33470;"";LE VILLAGE DES PINS;;GUJAN MESTRAS;374053.7;6399654.5;-1.11036564643895;44.6196154013104;Gujan-Mestras
            """;

    @TempDir
    private Path folder;

    @Test
    void isKnownByItsHeaderInEveryVintageAndDatedByItsNameOrFolder() throws IOException {
        assertThat(Landed.of(folder, "ban/2026-09-15/adresses-2A.csv", TODAY).recognisedBy(FORMAT))
                .contains(new Recognised("ban-adresses", LocalDate.of(2026, 9, 15), "date in the name"));
        assertThat(Landed.of(folder, "adresses-59.csv", OF_2020).recognisedBy(FORMAT))
                .contains(new Recognised("ban-adresses", null, "no date in the name"));
        assertThat(Landed.of(folder, "BAN_33_2017.csv", OF_2017).recognisedBy(FORMAT))
                .contains(new Recognised("ban-adresses", LocalDate.of(2017, 1, 1), "date in the name"));
        assertThat(Landed.of(folder, "autre.csv", "id;numero;nom_voie;lon;lat\n")
                        .recognisedBy(FORMAT))
                .isEmpty();
    }

    @Test
    void readsWhatEveryVintageCallsByAnotherName() throws IOException {
        SourceRecord old = Landed.of(folder, "BAN_33_2017.csv", OF_2017)
                .records(FORMAT, Bronze.BAN_ADRESSE)
                .get(0);

        assertThat(value(old, Columns.CODE_POSTAL)).isEqualTo("33470");
        assertThat(value(old, Columns.NOM_LD)).isEqualTo("LE VILLAGE DES PINS");
        assertThat(value(old, Columns.TYPE_POSITION)).isNull();
    }

    @Test
    void setsLinesThatAreCutAsideAndKeepsTheOthersWord() throws IOException {
        List<SourceRecord> records = Landed.of(folder, "adresses-2A.csv", TODAY).records(FORMAT, Bronze.BAN_ADRESSE);

        assertThat(records).extracting(SourceRecord::brokenRule).containsExactly(null, "largeur_de_ligne");
        assertThat(value(records.get(0), Columns.REP)).isEqualTo("bis");
        assertThat(value(records.get(0), Columns.NOM_VOIE)).isEqualTo("Cours Napoléon");
        assertThat(value(records.get(0), Columns.CAD_PARCELLES)).isEqualTo("2A004000AB0012|2A004000AB0013");
    }

    @Test
    void namesTheColumnThatIsMissing() throws IOException {
        Landed file = Landed.of(folder, "adresses-59.csv", OF_2020.replace(";nom_voie;", ";"));

        assertThat(file.recognisedBy(FORMAT)).isPresent();
        assertThatThrownBy(() -> file.records(FORMAT, Bronze.BAN_ADRESSE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("adresses-59.csv has no column nom_voie");
    }

    @Test
    void readsItCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(OF_2020.getBytes(StandardCharsets.UTF_8));
        }
        Landed file = Landed.of(folder, "adresses-59.csv.gz", bytes.toByteArray());

        assertThat(file.recognisedBy(FORMAT)).isPresent();
        assertThat(file.records(FORMAT, Bronze.BAN_ADRESSE)).hasSize(1);
    }

    private static Object value(SourceRecord record, String column) {
        return Landed.value(record, Bronze.BAN_ADRESSE, column);
    }
}
