package fr.maillage.source.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.Fiche;
import fr.maillage.source.Formats;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import fr.maillage.testing.Samples;
import fr.maillage.testing.Samples.Sample;
import fr.maillage.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand damaged files over all formats: each is refused with a reason, or read with every record counted. Nothing
 * crashes, nothing hangs.
 *
 * <p>The same inputs every time: a failure names its number, by which {@link #damaged} makes it again.
 */
class FuzzTest {

    private static final int INPUTS = 10_000;
    private static final long SEED = 20_260_720;
    /** An input takes a few milliseconds; this long is for ever. */
    private static final Duration FOR_EVER = Duration.ofSeconds(30);

    private static final List<Sample> SAMPLES = Samples.all();
    private static final ExecutorService READER = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fuzz");
        thread.setDaemon(true);
        return thread;
    });

    @TempDir
    private static Path folder;

    @AfterAll
    static void stop() {
        READER.shutdownNow();
    }

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    @Test
    void everyFormatHasASample() {
        assertThat(SAMPLES.stream().map(Sample::format).distinct())
                .as("formats with a valid sample in src/test/resources/samples/<format>/")
                .containsAll(Formats.ALL.stream().map(RegisterFormat::name).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValid(Sample sample) throws IOException {
        FileReport report = ingest(write(sample.name(), sample.content()));

        assertThat(report.outcome()).as(report.reason()).isEqualTo(Outcome.READABLE);
        assertThat(report.pieces()).extracting(Fiche.Piece::format).containsExactly(sample.format());
        assertThat(report.unreadable()).isZero();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survivesDamage(Sample sample) throws IOException {
        long records = records(ingest(write(sample.name(), sample.content())));
        for (int number = 0; number < INPUTS / SAMPLES.size(); number++) {
            Damage damage = damage(number);
            Path file = write(sample.name(), damaged(sample, damage, number));
            String what = sample + ", input " + number + ", " + damage;
            FileReport report = inTime(what, () -> ingest(file));
            assertExplained(what, report);
            if (report.outcome() == Outcome.READABLE) {
                inTime(what, () -> assertEveryRecordComesOut(what, file, report));
                if (damage == Damage.LETTERS) {
                    assertThat(records(report)).as(what).isEqualTo(records);
                }
            }
        }
    }

    private static Damage damage(int number) {
        return Damage.values()[number % Damage.values().length];
    }

    private static byte[] damaged(Sample sample, Damage damage, int number) throws IOException {
        return damage.apply(new Random(SEED + 31L * sample.toString().hashCode() + number), sample.content());
    }

    private static void assertExplained(String what, FileReport report) {
        if (report.outcome() == Outcome.REFUSED || report.outcome() == Outcome.UNDATED) {
            assertThat(report.reason()).as(what).isNotBlank().doesNotContain("\n", ": null");
        }
    }

    /** What ingestion counted is what a build reads: good records as wide as their table, others with the reason. */
    private static FileReport assertEveryRecordComesOut(String what, Path file, FileReport report) throws IOException {
        for (Fiche.Piece piece : report.pieces()) {
            RegisterFormat format = Formats.find(piece.format()).orElseThrow();
            SourceFile source = new SourceFile(
                    file.toString(), piece.membre(), "essai", report.sha256(), piece.format(), piece.millesime(), 1);
            long unreadable = 0;
            for (TableContract table : format.tables()) {
                long good = 0;
                try (RecordIterator records = format.records(source, table)) {
                    while (records.hasNext()) {
                        SourceRecord record = records.next();
                        assertSound(what, record, table);
                        good += record.isReadable() ? 1 : 0;
                        unreadable += record.isReadable() ? 0 : 1;
                    }
                }
                assertThat(good)
                        .as(what + ", " + table.id())
                        .isEqualTo(piece.lignes().get(table.id()));
            }
            assertThat(unreadable).as(what).isEqualTo(piece.illisibles());
        }
        return report;
    }

    private static void assertSound(String what, SourceRecord record, TableContract table) {
        if (record.isReadable()) {
            assertThat(record.values()).as(what).hasSameSizeAs(table.fields());
        } else {
            assertThat(record.brokenRule()).as(what).isNotBlank();
            assertThat(record.text()).as(what).isNotNull();
        }
    }

    private static long records(FileReport report) {
        return report.rows() + report.unreadable();
    }

    private static FileReport inTime(String what, Callable<FileReport> work) {
        try {
            return READER.submit(work).get(FOR_EVER.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " hangs", e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + " crashes: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(what + " was interrupted", e);
        }
    }

    private static FileReport ingest(Path file) {
        return new Ingestion(Warehouse.at(folder.resolve("entrepot").toString()), Formats.ALL, IngestListener.SILENT)
                .ingest(List.of(file), new Ingestion.Options(null, true, Duration.ZERO))
                .get(0);
    }

    private static Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
