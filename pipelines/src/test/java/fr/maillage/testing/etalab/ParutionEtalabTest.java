package fr.maillage.testing.etalab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.finess.FinessEtalab;
import fr.maillage.testing.Probes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generator writes, the reader reads; and the register lives as fast as it says. */
class ParutionEtalabTest {

    private static final LocalDate DAY = LocalDate.of(2021, 5, 4);

    @TempDir
    private Path folder;

    @Test
    void readsAsManyLinesAsWereWritten() throws IOException {
        RegistreEtalab registre = new RegistreEtalab(2_000, DAY);
        new ParutionEtalab(registre).write(folder, ".csv.gz");

        assertThat(records("501", Bronze.FINESS_STRUCTUREEJ)).hasSize(1_000).allMatch(SourceRecord::isReadable);
        assertThat(records("502", Bronze.FINESS_STRUCTUREET)).hasSize(2_000).allMatch(SourceRecord::isReadable);
        assertThat(records("507", Bronze.FINESS_STRUCTUREET)).hasSize(2_000).allMatch(SourceRecord::isReadable);
        assertThat(records("507", Bronze.FINESS_GEOLOCALISATION)).hasSize(2_000).allMatch(SourceRecord::isReadable);
    }

    @Test
    void namesEveryEntityOnceInAllDepartements() {
        RegistreEtalab registre = new RegistreEtalab(5_000, DAY);
        registre.avance();

        assertThat(registre.etablissements())
                .extracting(EtablissementEtalab::numero)
                .doesNotHaveDuplicates();
        assertThat(registre.entites()).extracting(EntiteEtalab::numero).doesNotHaveDuplicates();
        assertThat(registre.etablissements())
                .extracting(EtablissementEtalab::numero)
                .allMatch(numero -> numero.matches("[0-9][0-9A-Z][0-9]{7}"));
        assertThat(registre.etablissements().stream()
                        .map(e -> e.numero().substring(0, 2))
                        .distinct())
                .hasSize(98);
    }

    @Test
    void changesAboutThreeInTwoHundredEstablishmentsAMonth() {
        RegistreEtalab registre = new RegistreEtalab(20_000, DAY);
        Map<String, EtablissementEtalab> before = byNumber(registre);
        registre.avance();
        Map<String, EtablissementEtalab> after = byNumber(registre);

        Map<String, EtablissementEtalab> changed = new HashMap<>(before);
        after.forEach((numero, e) -> {
            EtablissementEtalab former = before.get(numero);
            if (former != null && sameVersion(former, e)) {
                changed.remove(numero);
            } else {
                changed.put(numero, e);
            }
        });
        assertThat(changed.size()).isBetween(260, 340);
        assertThat(before.keySet()).anyMatch(numero -> !after.containsKey(numero));
    }

    @Test
    void isTheSameRegisterEachTime() throws IOException {
        for (String time : List.of("une", "autre")) {
            RegistreEtalab registre = new RegistreEtalab(500, DAY);
            registre.avance();
            new ParutionEtalab(registre).write(folder.resolve(time), ".csv");
        }
        try (var files = Files.list(folder.resolve("une"))) {
            assertThat(files.toList()).hasSize(3).allSatisfy(file -> assertThat(file)
                    .hasSameTextualContentAs(folder.resolve("autre").resolve(file.getFileName())));
        }
    }

    private static boolean sameVersion(EtablissementEtalab one, EtablissementEtalab other) {
        return one.joignable(0, DAY).equals(other.joignable(0, DAY));
    }

    private static Map<String, EtablissementEtalab> byNumber(RegistreEtalab registre) {
        return registre.etablissements().stream().collect(Collectors.toMap(EtablissementEtalab::numero, e -> e));
    }

    private List<SourceRecord> records(String numero, TableContract table) throws IOException {
        String name = "etalab-cs1100" + numero + "-stock-20210504-0336.csv.gz";
        var probe = Probes.of(folder.resolve(name), name);
        assertThat(FinessEtalab.STRUCTURES.recognise(probe))
                .map(Recognised::vintage)
                .contains(DAY);
        return Probes.records(FinessEtalab.STRUCTURES, probe, table);
    }
}
