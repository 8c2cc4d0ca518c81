package fr.maillage.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps the plan of a version of the program: beside the program when that folder can be written, else in the warehouse.
 */
public final class PlanCache {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Program program;
    private final List<Path> folders;
    private final String digest;

    /** @param home folder of the installed program; null when it runs from elsewhere (tests) */
    public PlanCache(Program program, Warehouse warehouse, Path home) {
        this.program = program;
        this.folders = home == null ? List.of(warehouse.work()) : List.of(home, warehouse.work());
        this.digest = Hashes.of(digestOf(PlanCache.class)
                + digestOf(fr.maillage.schemas.TableContract.class)
                + String.join(",", program.tables().keySet()));
    }

    /** The plan of this very program, when it was learnt before. */
    public Optional<ProgramPlan> find() {
        for (Path folder : folders) {
            Path file = folder.resolve("plan-" + digest + ".json");
            if (Files.exists(file)) {
                try {
                    return Optional.of(JSON.readValue(file.toFile(), ProgramPlan.class));
                } catch (IOException e) {
                    // A plan cut short by a kill is learnt again.
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    /** The plan, learnt now when it was not before; only then is a session asked for. */
    public ProgramPlan get(Supplier<SparkSession> spark) {
        return find().orElseGet(() -> keep(Planner.plan(spark.get(), program, digest)));
    }

    private ProgramPlan keep(ProgramPlan plan) {
        for (Path folder : folders) {
            try {
                Files.createDirectories(folder);
                Path aside = Files.createTempFile(folder, "plan", ".tmp");
                JSON.writeValue(aside.toFile(), plan);
                Files.move(aside, folder.resolve("plan-" + digest + ".json"), StandardCopyOption.REPLACE_EXISTING);
                return plan;
            } catch (IOException e) {
                // A folder that cannot be written is no place for it: the next one is tried.
                continue;
            }
        }
        return plan;
    }

    /** Digest of the jar, or of all class files and resources, that a class was loaded from. */
    private static String digestOf(Class<?> type) {
        try {
            Path source = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            MessageDigest digest = Hashes.sha256();
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
            return Hashes.shortHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
