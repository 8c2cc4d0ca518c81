package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time, across real processes. */
class WarehouseLockTest {

    @TempDir
    Path folder;

    /** Takes the lock of the warehouse given and holds it until its standard input ends. */
    public static final class Holder {
        public static void main(String[] args) throws IOException {
            try (WarehouseLock lock = WarehouseLock.take(new Warehouse(Path.of(args[0])), "build", Duration.ZERO)) {
                System.out.println("held " + lock);
                System.in.read();
            }
        }
    }

    @Test
    void tellsTheSecondProcessWhoHoldsIt() throws IOException, InterruptedException {
        Process holder = holder();
        try {
            assertThatThrownBy(() -> take(Duration.ZERO))
                    .isInstanceOf(MaillageException.class)
                    .hasMessageContaining("Cannot ingest: process " + holder.pid())
                    .hasMessageContaining("for build since")
                    .hasMessageContaining("--wait");
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void isFreedWhenTheHolderIsKilled() throws IOException, InterruptedException {
        holder().destroyForcibly().waitFor();

        try (WarehouseLock lock = take(Duration.ofSeconds(5))) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void waitsForTheHolderToEnd() throws IOException, InterruptedException {
        Process holder = holder();
        Thread end = new Thread(() -> {
            try {
                Thread.sleep(500);
                holder.getOutputStream().close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        end.start();
        try (WarehouseLock lock = take(Duration.ofSeconds(20))) {
            assertThat(lock).isNotNull();
        }
        end.join();
        holder.waitFor();
    }

    private WarehouseLock take(Duration patience) {
        return WarehouseLock.take(new Warehouse(folder), "ingest", patience);
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat((char) process.getInputStream().read()).isEqualTo('h');
        return process;
    }
}
