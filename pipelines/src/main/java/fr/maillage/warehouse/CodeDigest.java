package fr.maillage.warehouse;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digest of the code a class depends on: its own bytes, those of every project class it reaches, and the resources they
 * name.
 *
 * <p>What is reached is read from the texts of the constant pools, which is more than the strict truth: a changed helper
 * always makes its users stale, sometimes a neighbour too. The generated lists of contracts are left out, because a
 * table's own contract is part of its basis and the contracts of others are not its business.
 */
public final class CodeDigest {

    private static final Pattern PROJECT_CLASS = Pattern.compile("fr/maillage/[A-Za-z0-9_/$]+");
    private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9_/.-]+\\.(csv|yaml|json)");
    /** Code lists are named without their folder: a word that is no list names a resource there is none of. */
    private static final Pattern CODE_LIST = Pattern.compile("[a-z]+(_[a-z]+)+");

    private static final Pattern CONTRACT_LISTS =
            Pattern.compile("fr/maillage/schemas/(Bronze|Silver|Gold|Columns|Parametres)");

    private final ClassLoader loader;

    public CodeDigest(ClassLoader loader) {
        this.loader = loader;
    }

    /** Sixteen hexadecimal digits. */
    public String of(Class<?> root) {
        return of(root.getName());
    }

    String of(String className) {
        TreeSet<String> reached = new TreeSet<>();
        Deque<String> toVisit = new ArrayDeque<>(List.of(className.replace('.', '/') + ".class"));
        while (!toVisit.isEmpty()) {
            String resource = toVisit.pop();
            if (reached.add(resource)) {
                references(resource).forEach(toVisit::push);
            }
        }
        MessageDigest digest = Hashes.sha256();
        for (String resource : reached) {
            bytes(resource).ifPresent(digest::update);
        }
        return Hashes.shortHex(digest);
    }

    private List<String> references(String resource) {
        List<String> references = new ArrayList<>();
        if (!resource.endsWith(".class")) {
            return references;
        }
        for (String text : bytes(resource).map(CodeDigest::texts).orElse(List.of())) {
            Matcher classes = PROJECT_CLASS.matcher(text);
            while (classes.find()) {
                if (!CONTRACT_LISTS.matcher(classes.group()).matches()) {
                    references.add(classes.group() + ".class");
                }
            }
            if (RESOURCE.matcher(text).matches()) {
                references.add(text.startsWith("/") ? text.substring(1) : text);
            }
            if (CODE_LIST.matcher(text).matches()) {
                references.add("schemas/codes/" + text + ".csv");
            }
        }
        return references;
    }

    private java.util.Optional<byte[]> bytes(String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? java.util.Optional.empty() : java.util.Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** The texts of a class file's constant pool (JVM specification, section 4.4). */
    private static List<String> texts(byte[] classFile) {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    default -> in.skipNBytes(4);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
