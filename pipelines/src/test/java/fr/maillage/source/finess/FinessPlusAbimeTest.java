package fr.maillage.source.finess;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.source.finess.DocumentPlus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoilt documents: what cannot be read is set aside or refused, never passed over. */
class FinessPlusAbimeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{\"pmSmsseId\": \"4\" \"typeGco\": \"003\"}", "{\"pmSmsseId\": \"4\", }", "{\"a\": tru}"})
    void setsAsideARecordThatIsNoJsonAndReadsTheOthers(String spoilt) throws IOException {
        List<SourceRecord> records = read(folder, document(UN_GCO + "," + spoilt + "," + UN_GCO, UN_GCC));

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly(null, "json_illisible", null, null, null);
        assertThat(records.get(1).text()).isEqualTo(spoilt);
    }

    @Test
    void setsAsideWhatIsNoObjectAndWhatIsNestedTooDeep() throws IOException {
        String deep = "{\"a\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        List<SourceRecord> records = read(folder, document("12, null, \"texte]\"," + deep + "," + UN_GCO, UN_GCC));

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly("objet_attendu", "objet_attendu", "objet_attendu", "json_illisible", null, null, null);
    }

    @Test
    void setsAsideARecordLargerThanMemoryShouldHold() throws IOException {
        String huge = "{\"pmSmsseId\": \"" + "9".repeat((64 << 20) + 5) + "\"}";
        List<SourceRecord> records = read(folder, document(huge + "," + UN_GCO, UN_GCC));

        assertThat(records)
                .extracting(SourceRecord::brokenRule)
                .containsExactly("enregistrement_demesure", null, null, null);
        assertThat(records.get(0).text()).hasSize(1 << 16);
    }

    @Test
    void understandsBracketsQuotesAndEscapesInTexts() throws IOException {
        String name = "A \\\"B]}\\\\\\\\\\\" {[ \\u00e9\\n";
        List<SourceRecord> records = read(folder, document(UN_GCO, UN_GCC.replace("21-52 Côte d'Or", name)));

        assertThat(at(records.get(1), "gcc.nomgcc")).isEqualTo("A \"B]}\\\\\" {[ é\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
    void readsOtherEncodings(String encoding) throws IOException {
        String mark = encoding.equals("windows-1252") ? "" : "\ufeff";
        byte[] bytes = (mark + document(UN_GCO, UN_GCC)).getBytes(Charset.forName(encoding));
        Landed file = Landed.of(folder, "structures.json", bytes);

        assertThat(file.recognisedBy(FinessPlus.STRUCTURES)).isPresent();
        assertThat(at(file.records(FinessPlus.STRUCTURES, TABLE).get(1), "gcc.nomgcc"))
                .isEqualTo("21-52 Côte d'Or");
    }

    @Test
    void refusesADocumentThatIsCutWhereverItIs() throws IOException {
        String document = document(UN_GCO, UN_GCC);
        for (int length = document.indexOf("\"gco\""); length < document.length() - 1; length += 7) {
            Landed cut = Landed.of(folder, "cut.json", document.substring(0, length));
            assertThatThrownBy(() -> cut.records(FinessPlus.STRUCTURES, TABLE))
                    .isInstanceOf(BrokenFile.class)
                    .hasMessageContaining("cut.json");
        }
    }

    @Test
    void refusesADocumentWithoutARecord() throws IOException {
        Landed empty = Landed.of(folder, "vide.json", "{\"gco\": [], \"gcc\": [], \"pmej\": []}");

        assertThatThrownBy(() -> empty.records(FinessPlus.STRUCTURES, TABLE))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("no record");
    }

    @Test
    void neverCrashesOnFlippedBytesAndAlwaysTellsTheSame() throws IOException {
        byte[] sound = document(UN_GCO + "," + UN_GCO, UN_GCC).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(4);
        for (int round = 0; round < 300; round++) {
            byte[] flipped = sound.clone();
            for (int i = 0; i < 3; i++) {
                flipped[random.nextInt(flipped.length)] = (byte) "{}[]\",:\\x\0é".charAt(random.nextInt(11));
            }
            Landed file = Landed.of(folder, "flou.json", flipped);
            assertThat(outcome(file)).isEqualTo(outcome(file));
        }
    }

    private static String outcome(Landed file) {
        try {
            return file.records(FinessPlus.STRUCTURES, TABLE).stream()
                    .map(record -> record.line() + " " + record.brokenRule())
                    .collect(Collectors.joining("\n"));
        } catch (BrokenFile e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
