package fr.maillage.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {

    @TempDir
    Path folder;

    @Test
    void changesWithAHelperReachedThroughAnother() throws IOException {
        String before = digest("return 1000;");
        String after = digest("return 10000;");

        assertThat(after).isNotEqualTo(before);
        assertThat(digest("return 1000;")).isEqualTo(before);
    }

    @Test
    void doesNotChangeWithAClassItDoesNotReach() throws IOException {
        String before = digest("return 1000;");
        Files.writeString(source("Voisin.java"), "package fr.maillage.essai; class Voisin { int neuf = 9; }");

        assertThat(digest("return 1000;")).isEqualTo(before);
    }

    @Test
    void changesWithACodeListItNames() throws IOException {
        String reads = "return \"forme_juridique\".length();";
        String before = digest(reads);
        Path list = folder.resolve("schemas/codes/forme_juridique.csv");
        Files.createDirectories(list.getParent());
        Files.writeString(list, "code;libelle\ngcsms;Groupement\n");

        assertThat(digest(reads)).isNotEqualTo(before);
    }

    private String digest(String helperBody) throws IOException {
        Files.writeString(
                source("Racine.java"), "package fr.maillage.essai; class Racine { int a() { return Relais.b(); } }");
        Files.writeString(
                source("Relais.java"),
                "package fr.maillage.essai; class Relais { static int b() { return Outil.c(); } }");
        Files.writeString(
                source("Outil.java"),
                "package fr.maillage.essai; class Outil { static int c() { " + helperBody + " } }");
        compile();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return new CodeDigest(loader).of("fr.maillage.essai.Racine");
        }
    }

    private Path source(String name) throws IOException {
        Path file = folder.resolve("fr/maillage/essai").resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String[] sources;
        try (var files = Files.list(folder.resolve("fr/maillage/essai"))) {
            sources = files.map(Path::toString).filter(f -> f.endsWith(".java")).toArray(String[]::new);
        }
        assertThat(compiler.run(null, null, null, sources)).isZero();
    }
}
