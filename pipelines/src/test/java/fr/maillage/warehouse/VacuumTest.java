package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VacuumTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatAKeptPublicationNamesAndRemovesTheRest() throws IOException {
        Warehouse warehouse = new Warehouse(folder);
        publish(warehouse, 1, "run-a/1.parquet");
        publish(warehouse, 2, "run-b/1.parquet");
        publish(warehouse, 3, "run-b/1.parquet");
        file("silver/commune/run-cut/1.parquet");
        file("silver/commune/_delta_log/00000000000000000000.json");

        Vacuum vacuum = new Vacuum(warehouse);
        Vacuum.Sweep sweep = vacuum.plan(2);
        vacuum.carryOut(sweep);

        assertThat(sweep.bytes()).isEqualTo(4);
        assertThat(folder.resolve("silver/commune/run-a")).doesNotExist();
        assertThat(folder.resolve("silver/commune/run-cut")).doesNotExist();
        assertThat(folder.resolve("silver/commune/run-b/1.parquet")).exists();
        assertThat(folder.resolve("silver/commune/_delta_log/00000000000000000000.json"))
                .exists();
        assertThat(new Publications(warehouse).list())
                .extracting(Publication::number)
                .containsExactly(2L, 3L);
    }

    @Test
    void removesNothingWhileEverythingIsKept() throws IOException {
        Warehouse warehouse = new Warehouse(folder);
        publish(warehouse, 1, "run-a/1.parquet");

        assertThat(new Vacuum(warehouse).plan(10).files()).isEmpty();
    }

    private void publish(Warehouse warehouse, long number, String file) throws IOException {
        file("silver/commune/" + file);
        Part part = new Part("", Map.of(), 1, 0, "1", "1", Map.of(), List.of(file));
        TableState state = new TableState("silver/commune", number, "", 0, List.of(part));
        new Publications(warehouse)
                .write(new Publication(number, Instant.EPOCH, "", Map.of(), Map.of("silver/commune", state)));
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "12");
    }
}
