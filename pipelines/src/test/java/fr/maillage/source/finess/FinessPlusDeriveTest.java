package fr.maillage.source.finess;

import static fr.maillage.source.finess.DocumentPlus.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schema drift: what differs from the contract is read where it can be, and reported. */
class FinessPlusDeriveTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneGroupingInPlaceOfAList() throws IOException {
        List<SourceRecord> records = read(
                folder,
                "{\"schemaVersion\": \"v1\", \"generatedAt\": \"x\", \"gco\": " + UN_GCO
                        + ", \"gcc\": null, \"pmej\": []}");

        assertThat(at(records.get(0), "gco.pmsmsseid")).isEqualTo("403");
        assertThat(derives(records)).containsExactly("gco retype 1 {}");
    }

    @Test
    void readsTheExternalNumberOfAGroupingUnderBothNames() throws IOException {
        String renamed = UN_GCC.replace("numFinessGcc", "gccIdentifiantExterne");
        List<SourceRecord> records = read(folder, document(UN_GCO, renamed));

        assertThat(at(records.get(1), "gcc.gccidentifiantexterne")).isEqualTo("49824516535");
        assertThat(derives(records)).isEmpty();
    }

    @Test
    void readsTheNatureOfSocialActivitiesUnderBothNames() throws IOException {
        String written = activites("ASMR", "typeActiviteAMSR");
        String bySchema = activites("AMSR", "typeActiviteASMR");

        assertThat(DocumentPlus.derivesOfActivites(folder, written)).isEmpty();
        assertThat(DocumentPlus.derivesOfActivites(folder, bySchema)).isEmpty();
    }

    @Test
    void reportsWhatIsNotAsTheContractSaysAndKeepsIt() throws IOException {
        String gco = "{\"pmSmsseId\": 403, \"typeGco\": \"009\", \"pmejDuGco\": {\"pmSmsseId\": \"7\","
                + " \"typeRoleEntiteGroupe\": {\"code\": \"M\"}}, \"chef\": [1, 2]}";
        List<SourceRecord> records = read(folder, document(gco, UN_GCC));

        assertThat(derives(records))
                .containsExactly(
                        "gco.pmsmsseid retype 1 403",
                        "gco.typegco code_nouveau 1 009",
                        "gco.pmejdugco retype 1 {}",
                        "gco.pmejdugco[].typeroleentitegroupe retype 1 {\"code\": \"M\"}",
                        "gco.chef inconnu 1 [1, 2]",
                        "gco.egedugco absent 1 null");
        assertThat(at(records.get(0), "gco.pmsmsseid")).isEqualTo("403");
        Object[][] members = (Object[][]) at(records.get(0), "gco.pmejdugco");
        assertThat(members[0]).containsExactly("7", "{\"code\": \"M\"}");
    }

    @Test
    void reportsUnknownAndMissingMembersOfTheRoot() throws IOException {
        assertThat(derives(read(folder, "{\"gco\": [" + UN_GCO + "], \"gcc\": [], \"suite\": {\"page\": 2}}")))
                .containsExactly(
                        "suite inconnu 1 {\"page\":2}",
                        "generatedat absent 1 null",
                        "schemaversion absent 1 null",
                        "pmej absent 1 null");
    }
}
