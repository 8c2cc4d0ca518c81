package fr.maillage.warehouse;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import fr.maillage.MaillageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbered publications of a warehouse: {@code publications/000042.json}.
 *
 * <p>A publication appears at once and whole: it is written aside and linked under its number, which fails if another
 * writer took the number first.
 */
public final class Publications {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path folder;

    public Publications(Warehouse warehouse) {
        this(warehouse, Cadre.BASE);
    }

    /** Those of another look at the world, laid over the base. */
    public Publications(Warehouse warehouse, Cadre cadre) {
        this.folder = warehouse.publications(cadre);
    }

    /** The newest publication of every cadre that was ever built. */
    static List<Publication> ofCadres(Warehouse warehouse) {
        Path cadres = warehouse.root().resolve("cadres");
        if (!Files.isDirectory(cadres)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(cadres)) {
            return folders.map(folder -> new Publications(folder).newest()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Publications(Path folder) {
        this.folder = folder;
    }

    /** The newest publication; {@link Publication#NONE} before the first build. */
    public Publication newest() {
        return files().stream().max(Comparator.naturalOrder()).map(this::read).orElse(Publication.NONE);
    }

    public Optional<Publication> find(long number) {
        Path file = folder.resolve(name(number));
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** All of them, oldest first. */
    public List<Publication> list() {
        return files().stream().sorted().map(this::read).toList();
    }

    /** Makes the publication visible. */
    void write(Publication publication) {
        Path aside = folder.resolve(".en-cours-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
            Files.write(aside, JSON.writeValueAsBytes(publication));
            flush(aside);
            Files.createLink(folder.resolve(name(publication.number())), aside);
        } catch (FileAlreadyExistsException e) {
            throw new MaillageException(
                    "Cannot publish number " + publication.number()
                            + ": another process published it meanwhile. Run build again.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write publication " + publication.number(), e);
        } finally {
            delete(aside);
        }
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Publication read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Publication.class);
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot read publication " + file + ": "
                            + e.getMessage().lines().findFirst().orElse("")
                            + ". Remove that file to go back to the publication before it, then run build.",
                    e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{6,}\\.json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(long number) {
        return "%06d.json".formatted(number);
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
