package fr.maillage.source.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** What the first bytes of a content say it is. */
enum Signature {
    GZIP,
    ZIP,
    /** A spreadsheet or document: a zip by its bytes, one file to a person. */
    OFFICE,
    TAR,
    PLAIN;

    private static final int TAR_RECORD = 512;
    private static final Pattern TAR_CHECKSUM = Pattern.compile("[ 0]*[0-7]+[ \\x00]*");
    private static final int LOOK = 512;
    /** Where the name of the first member stands in a zip. */
    private static final int FIRST_NAME = 30;

    private static final List<String> OFFICE_PARTS =
            List.of("[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "mimetypeapplication/vnd.oasis");

    /** Looks at the start of a content, which stays unread. */
    static Signature of(BufferedInputStream content) throws IOException {
        content.mark(LOOK);
        byte[] start = content.readNBytes(LOOK);
        content.reset();
        return of(start);
    }

    private static Signature of(byte[] start) {
        if (starts(start, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6)) {
            return isOffice(start) ? OFFICE : ZIP;
        }
        return isTar(start) ? TAR : PLAIN;
    }

    private static boolean isOffice(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return OFFICE_PARTS.stream().anyMatch(part -> text.startsWith(part, FIRST_NAME));
    }

    private static boolean isTar(byte[] start) {
        return start.length >= TAR_RECORD
                && start[0] != 0
                && TAR_CHECKSUM
                        .matcher(new String(start, 148, 8, StandardCharsets.ISO_8859_1))
                        .matches()
                && hasCheckSum(Arrays.copyOf(start, TAR_RECORD));
    }

    private static boolean hasCheckSum(byte[] record) {
        try {
            return TarUtils.verifyCheckSum(record);
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    private static boolean starts(byte[] start, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
