package fr.maillage.source.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.source.BrokenFile;
import fr.maillage.testing.Archives;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void takesAPlainFileForItsOnlyMember() throws IOException {
        Archive archive = archive("a.csv", bytes("a;b"));

        assertThat(archive.members()).containsExactly("");
        assertThat(read(archive, "")).isEqualTo("a;b");
    }

    @Test
    void readsAGzippedFile() throws IOException {
        assertThat(read(archive("a.csv.gz", Archives.gzip(bytes("a;b"))), "")).isEqualTo("a;b");
    }

    @Test
    void listsAndReadsTheMembersOfAGzippedTar() throws IOException {
        Archive archive = archive("a.tar.gz", Archives.gzip(Archives.tar("d/x.csv", bytes("x"), "y.csv", bytes("y"))));

        assertThat(archive.members()).containsExactly("d/x.csv", "y.csv");
        assertThat(read(archive, "d/x.csv")).isEqualTo("x");
        assertThat(read(archive, "y.csv")).isEqualTo("y");
    }

    @Test
    void readsAZipItsGzippedMembersAndTheArchivesInside() throws IOException {
        byte[] inner = Archives.zip("2004.csv", bytes("old"), "2005.csv.gz", Archives.gzip(bytes("older")));
        Archive archive = archive(
                "a.zip",
                Archives.zip(
                        "1.csv",
                        bytes("one"),
                        "h.zip",
                        inner,
                        "t.tar.gz",
                        Archives.gzip(Archives.tar("z.csv", bytes("z")))));

        assertThat(archive.members()).containsExactly("1.csv", "h.zip!2004.csv", "h.zip!2005.csv.gz", "t.tar.gz!z.csv");
        assertThat(read(archive, "h.zip!2005.csv.gz")).isEqualTo("older");
        assertThat(read(archive, "t.tar.gz!z.csv")).isEqualTo("z");
    }

    @Test
    void takesASpreadsheetForOneFile() throws IOException {
        Archive archive = archive(
                "a.xlsx", Archives.zip("[Content_Types].xml", bytes("<Types/>"), "xl/workbook.xml", bytes("<w/>")));

        assertThat(archive.members()).containsExactly("");
    }

    @Test
    void refusesAnInnerZipWithANameThatCannotBeRead() throws IOException {
        byte[] inner = Archives.zip("é.csv", bytes("x"));
        int nameStart = 30;
        inner[nameStart + 1] = '(';

        assertBroken(archive("a.zip", Archives.zip("h.zip", inner)), "a.zip is truncated or corrupt");
    }

    @Test
    void refusesATruncatedGzip() throws IOException {
        byte[] whole = Archives.gzip(noise(10_000));

        assertBroken(archive("a.csv.gz", Arrays.copyOf(whole, 7_000)), "a.csv.gz is truncated or corrupt");
        assertBroken(archive("b.csv.gz", Arrays.copyOf(whole, whole.length - 4)), "b.csv.gz is truncated or corrupt");
    }

    @Test
    void refusesATruncatedTarInsideAndBetweenMembers() throws IOException {
        byte[] whole = Archives.tar("x.csv", noise(2_000), "y.csv", noise(2_000));

        assertBroken(archive("a.tar", Arrays.copyOf(whole, 1_500)), "a.tar is truncated");
        assertBroken(
                archive("b.tar", Arrays.copyOf(whole, 512 + 2_048)), "b.tar is truncated: the tar has no end mark");
    }

    @Test
    void refusesATruncatedZip() throws IOException {
        byte[] whole = Archives.zip("x.csv", noise(5_000));

        assertBroken(archive("a.zip", Arrays.copyOf(whole, 3_000)), "a.zip is truncated or corrupt");
    }

    @Test
    void refusesAZipMemberWhoseBytesWereChanged() throws IOException {
        byte[] whole = Archives.storedZip("x.csv", bytes("code;nom"));
        whole[new String(whole, StandardCharsets.ISO_8859_1).indexOf("nom")] = 'N';
        Archive archive = archive("a.zip", whole);

        assertThatThrownBy(() -> read(archive, "x.csv"))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void refusesMembersThatPointOutsideTheFolder() throws IOException {
        assertBroken(archive("a.tar", Archives.tar("../../etc/cron.d/x", bytes("x"))), "points outside");
        assertBroken(archive("b.tar", Archives.tar("d/../../x", bytes("x"))), "points outside");
        assertBroken(archive("c.zip", Archives.zip("/etc/passwd", bytes("x"))), "points outside");
        assertBroken(archive("d.zip", Archives.zip("C:\\x.csv", bytes("x"))), "points outside");
        assertBroken(archive("e.tar", Archives.tarWithLink("x.csv", "/etc/passwd")), "link or a device");
        assertBroken(archive("f.tar", Archives.tarWithLink("x\ny.csv", "z")), "“x?y.csv”");
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMoreThanItShould() throws IOException {
        byte[] zeros = new byte[80 << 20];

        assertBroken(archive("a.csv.gz", Archives.gzip(zeros)), "a.csv.gz unpacks to far more than it should");
        assertBroken(archive("b.zip", Archives.zip("x.csv", zeros)), "b.zip unpacks to far more than it should");
    }

    @Test
    void refusesAnArchiveOfTooManyMembers() throws IOException {
        Files.write(folder.resolve("a.zip"), Archives.zip("1", bytes("1"), "2", bytes("2"), "3", bytes("3")));
        Archive archive = new Archive(folder.resolve("a.zip"), new Limits(1 << 20, 250, 1 << 20, 2));

        assertBroken(archive, "a.zip has more than 2 members");
    }

    private Archive archive(String name, byte[] content) throws IOException {
        return new Archive(Files.write(folder.resolve(name), content), Limits.USUAL);
    }

    private static String read(Archive archive, String member) throws IOException {
        try (InputStream content = archive.open(member)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertBroken(Archive archive, String message) {
        assertThatThrownBy(archive::members).isInstanceOf(BrokenFile.class).hasMessageContaining(message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
