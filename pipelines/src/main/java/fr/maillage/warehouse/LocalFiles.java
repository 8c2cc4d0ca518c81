package fr.maillage.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The machine's own files, without a process for each.
 *
 * <p>Hadoop starts {@code chmod} for every file and folder it makes where its native library is absent, which is the
 * usual case: 1,500 processes for a build of small tables. Java sets the same permissions itself. The files of
 * checksums beside each file are left out too: Parquet and the publication have their own.
 */
public final class LocalFiles extends LocalFileSystem {

    /** Settings of Hadoop that make it use these, for the files of tables and for Delta's log. */
    static final Map<String, String> SETTINGS = Map.of(
            "fs.file.impl",
            LocalFiles.class.getName(),
            "io.delta.kernel.logStore.file.impl",
            "io.delta.storage.LocalLogStore");

    public LocalFiles() {
        super(new Raw());
        setWriteChecksum(false);
    }

    /** The settings as Spark hands them to Hadoop. */
    static Map<String, String> sparkSettings() {
        Map<String, String> settings = new HashMap<>();
        SETTINGS.forEach((name, value) -> settings.put("spark.hadoop." + name, value));
        return settings;
    }

    private static final class Raw extends RawLocalFileSystem {

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            java.nio.file.Path file = pathToFile(path).toPath();
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights(permission)));
            }
        }

        /** Nine letters, without the sticky bit, which Java does not know. */
        private static String rights(FsPermission permission) {
            return permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL;
        }
    }
}
