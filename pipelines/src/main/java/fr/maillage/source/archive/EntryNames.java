package fr.maillage.source.archive;

import fr.maillage.source.BrokenFile;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Refuses names of archive members that would lead outside a folder; nothing is unpacked, but nothing is trusted. */
final class EntryNames {

    private static final Pattern ABSOLUTE = Pattern.compile("^(/|\\\\|[A-Za-z]:).*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(".*\\p{Cntrl}.*", Pattern.DOTALL);

    private EntryNames() {}

    static String checked(String archive, String name) {
        boolean outside = ABSOLUTE.matcher(name).matches()
                || Arrays.asList(name.split("[/\\\\]")).contains("..");
        if (outside || CONTROL.matcher(name).matches()) {
            throw new BrokenFile(archive + " has a member that points outside of it: “" + name + "”");
        }
        return name.startsWith("./") ? name.substring(2) : name;
    }
}
