package fr.maillage.source.finess;

import static fr.maillage.schemas.Columns.DERIVES;
import static fr.maillage.schemas.Columns.PMEJ;
import static fr.maillage.schemas.Columns.PMEJ_ACTIVITES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.plus.ActivitesGenerees;
import fr.maillage.testing.plus.Recensement;
import fr.maillage.testing.plus.StructuresGenerees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generator writes, the reader reads: every path of the census as often as the census says. */
class FinessPlusGenereTest {

    private static final Recensement CENSUS = Recensement.FRANCE.sur(50);
    private static final String GENERATED_AT = "2026-07-31T02:07:30Z";

    @TempDir
    private Path folder;

    @Test
    void readsAsManyStructuresAsWereWritten() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        StructuresGenerees.write(CENSUS, GENERATED_AT, document);
        TableContract table = Bronze.FINESS_PLUS_STRUCTURE;
        List<SourceRecord> records =
                Landed.of(folder, "structures.json", document.toByteArray()).records(FinessPlus.STRUCTURES, table);

        assertThat(records)
                .hasSize(CENSUS.entites() + CENSUS.gco() + CENSUS.gcc() + 1)
                .allMatch(r -> r.values() != null);
        assertThat(derives(records, table)).isZero();
        assertThat(count(records, table, PMEJ, "ege")).isEqualTo(CENSUS.etablissements());
        assertThat(count(records, table, PMEJ, "ege.adresse")).isEqualTo(CENSUS.adressesEtablissements());
        assertThat(count(records, table, PMEJ, "ege.evenement")).isEqualTo(CENSUS.evenementsEtablissements());
        assertThat(count(records, table, PMEJ, "evenement")).isEqualTo(CENSUS.evenementsEntites());
        assertThat(count(records, table, PMEJ, "ege.roleege")).isEqualTo(CENSUS.relations());
        assertThat(count(records, table, "gcc", "pmejdugcc")).isEqualTo(CENSUS.membresGcc());
    }

    @Test
    void readsAsManyActivitiesAsWereWritten() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        ActivitesGenerees.write(CENSUS, GENERATED_AT, document);
        TableContract table = Bronze.FINESS_PLUS_ACTIVITE;
        List<SourceRecord> records =
                Landed.of(folder, "activites.json", document.toByteArray()).records(FinessPlus.ACTIVITES, table);

        assertThat(records).hasSize(CENSUS.entitesActives() + 1).allMatch(record -> record.values() != null);
        assertThat(derives(records, table)).isZero();
        assertThat(count(records, table, PMEJ_ACTIVITES, "ege")).isEqualTo(CENSUS.etablissementsActifs());
        assertThat(count(records, table, PMEJ_ACTIVITES, "activitesautorisees")).isEqualTo(CENSUS.activites());
        assertThat(count(records, table, PMEJ_ACTIVITES, "ege.activitesexercees"))
                .isEqualTo(CENSUS.activites());
        assertThat(count(records, table, PMEJ_ACTIVITES, "activitesautorisees.capacite"))
                .isEqualTo(CENSUS.capacitesAutorisees());
        assertThat(count(records, table, PMEJ_ACTIVITES, "ege.activitesexercees.capacite"))
                .isEqualTo(CENSUS.capacitesAutorisees() + CENSUS.capacitesInstallees());
        assertThat(count(records, table, PMEJ_ACTIVITES, "ege.activitesexercees.evenement"))
                .isEqualTo(CENSUS.evenementsExercees());
        assertThat(count(records, table, PMEJ_ACTIVITES, "activitesautorisees.zoneintervention"))
                .isEqualTo(CENSUS.zones());
        assertThat(count(records, table, PMEJ_ACTIVITES, "activitesautorisees.zoneintervention.communezi"))
                .isEqualTo(CENSUS.communes());
    }

    private static long derives(List<SourceRecord> records, TableContract table) {
        return records.stream()
                .filter(record -> Landed.value(record, table, DERIVES) != null)
                .count();
    }

    /** How many objects stand at a path below a column, over all records. */
    private static long count(List<SourceRecord> records, TableContract table, String column, String path) {
        Field field = table.find(column).orElseThrow();
        return records.stream()
                .mapToLong(record -> count(field, Landed.value(record, table, column), List.of(path.split("\\."))))
                .sum();
    }

    private static long count(Field field, Object value, List<String> path) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Object[][] list) {
            long sum = 0;
            for (Object[] object : list) {
                sum += path.isEmpty() ? 1 : inside(field, object, path);
            }
            return sum;
        }
        return path.isEmpty() ? 1 : inside(field, (Object[]) value, path);
    }

    private static long inside(Field field, Object[] object, List<String> path) {
        List<String> names = field.fields().stream().map(Field::name).toList();
        int at = names.indexOf(path.get(0));
        return count(field.fields().get(at), object[at], path.subList(1, path.size()));
    }
}
