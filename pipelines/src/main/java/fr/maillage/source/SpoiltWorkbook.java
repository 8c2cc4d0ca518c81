package fr.maillage.source;

import java.io.IOException;
import java.util.Optional;

/** Tells a workbook that no format can open from a file of another kind. */
public final class SpoiltWorkbook {

    private SpoiltWorkbook() {}

    /** Why no format knows the content, when it is a workbook that is cut short or damaged. */
    public static Optional<String> reason(Probe probe) throws IOException {
        boolean spoilt = (Workbooks.looksLikeOne(probe) && Workbooks.isSpoilt(probe.file()))
                || (OldWorkbooks.looksLikeOne(probe) && OldWorkbooks.isSpoilt(probe.file()));
        return spoilt
                ? Optional.of("it looks like a workbook and cannot be opened: it is cut short or damaged")
                : Optional.empty();
    }
}
