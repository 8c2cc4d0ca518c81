package fr.maillage.source.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.source.BrokenFile;
import fr.maillage.source.Formats;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FichierDeclarationTest {

    private static final String ACTIVITE = "membre;mois;service;commune;heures;personnes;etp\n";

    @TempDir
    Path folder;

    @Test
    void knowsEachFileByItsHeaderWhateverItsName() throws IOException {
        assertThat(recognised("export.txt", "cooperation;membre;role;du;au\nc1;finess:010000024;membre;2021-03-01;\n"))
                .isEqualTo(List.of("declaration-membres"));
        assertThat(recognised("membres.csv", ACTIVITE)).isEqualTo(List.of("declaration-activite"));
    }

    @Test
    void takesNoRegisterForADeclaration() throws IOException {
        assertThat(recognised("communes.csv", "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT\n"))
                .isEmpty();
        assertThat(recognised("vide.csv", "")).isEmpty();
    }

    @Test
    void readsWhatASpreadsheetSavesInWindows1252() throws IOException {
        SourceFile file = file(
                "Coopérations 2024.csv",
                "Identifiant;Nom;Forme juridique;Date de début;Date de fin;Objets;Source\r\n"
                        + "c1;\"GCSMS \"\"Deux Vallées\"\"\";gcsms;01/03/2021;;\"achats; paie\";préfecture\r\n",
                Charset.forName("windows-1252"));

        assertThat(values(Gabarit.COOPERATIONS, file))
                .containsExactly("2: c1, GCSMS \"Deux Vallées\", gcsms, 01/03/2021, null, achats; paie, préfecture,"
                        + " null, null");
    }

    @Test
    void numbersLinesAsTheFileDoesAndSkipsCommentsAndBlankLines() throws IOException {
        SourceFile file = file(
                "activite.csv",
                "# saisie de mars\n" + ACTIVITE + "# exemple;;\n\n;;;\nfiness:010000024;2024-01;autre;01053;1,5;;\n"
                        + "\"# noté\";;\nfiness:010000032;2024-01;autre;01053;;3;\n");

        assertThat(values(Gabarit.ACTIVITE, file))
                .containsExactly(
                        "6: finess:010000024, 2024-01, autre, 01053, 1,5, null, null, null",
                        "8: finess:010000032, 2024-01, autre, 01053, null, 3, null, null");
    }

    @Test
    void setsAsideALineThatIsWiderThanTheHeader() throws IOException {
        SourceFile file = file("activite.csv", ACTIVITE + "finess:010000024;2024-01;autre;01053;1;2;3;4\n");

        SourceRecord record = records(Gabarit.ACTIVITE, file).get(0);

        assertThat(record.brokenRule()).isEqualTo("largeur_de_ligne");
        assertThat(record.text()).isEqualTo("finess:010000024;2024-01;autre;01053;1;2;3;4");
    }

    @Test
    void refusesAFileThatLacksAColumnAndNamesIt() throws IOException {
        SourceFile file = file("membres.csv", "cooperation;membre;du;au\nc1;finess:010000024;2021-03-01;\n");

        assertThat(recognised("membres.csv", "cooperation;membre;du;au\n")).containsExactly("declaration-membres");
        assertThatThrownBy(() -> records(Gabarit.MEMBRES, file))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("colonne absente : role");
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() throws IOException {
        String endless = "x".repeat(1 << 17);
        SourceFile file = file("membres.csv", "cooperation;membre;role;du;au\n\"c1;" + endless + "\n");

        assertThatThrownBy(() -> records(Gabarit.MEMBRES, file))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("ligne 2");
    }

    @Test
    void ignoresTheReasonOfACorrectionButKeepsTheLineItCorrects() throws IOException {
        SourceFile file = file(
                "corrections.csv",
                "membre;mois;service;commune;heures;personnes;etp;ligne_corrigee;motif\n"
                        + "finess:010000024;2024-01;autre;01053;4;;;abcd:7;Un nombre est négatif.\n"
                        + "finess:010000024;2024-02;autre;01053;4;;;;\n");

        assertThat(values(Gabarit.ACTIVITE, file))
                .containsExactly(
                        "2: finess:010000024, 2024-01, autre, 01053, 4, null, null, abcd:7",
                        "3: finess:010000024, 2024-02, autre, 01053, 4, null, null, ");
    }

    @ParameterizedTest
    @CsvSource({
        "activite-2023.csv, 2024-01, 2024-01-31",
        "activite-2023.csv, 02/2024, 2024-02-29",
        "activite-2023-06-30.csv, bientôt, 2023-06-30",
        "activite.csv, bientôt,",
    })
    void takesTheNewestDateOfTheLinesElseThatOfTheNameAsVintage(String name, String mois, LocalDate vintage)
            throws IOException {
        SourceFile file = file(name, ACTIVITE + "finess:010000024;" + mois + ";autre;01053;1;2;3\n");

        Optional<Recognised> recognised = new FichierDeclaration(Gabarit.ACTIVITE).recognise(probe(file));

        assertThat(recognised).map(Recognised::vintage).isEqualTo(Optional.ofNullable(vintage));
    }

    @ParameterizedTest
    @EnumSource(Gabarit.class)
    void aTemplateIsAValidUploadWithoutALine(Gabarit gabarit) throws IOException {
        SourceFile file = file(gabarit.file(), "\ufeff" + Modeles.template(gabarit));

        assertThat(recognised(gabarit.file(), Modeles.template(gabarit))).containsExactly(gabarit.format());
        assertThat(records(gabarit, file)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Gabarit.class)
    void theExamplesOfATemplateAreValidOnceUncommented(Gabarit gabarit) throws IOException {
        String uncommented = Modeles.template(gabarit).replaceAll("(?m)^# (?=[^ ]*;)", "");

        assertThat(records(gabarit, file(gabarit.file(), uncommented)))
                .isNotEmpty()
                .allMatch(record -> record.values() != null);
    }

    private List<String> recognised(String name, String text) throws IOException {
        Probe probe = probe(file(name, text));
        List<String> names = new ArrayList<>();
        for (RegisterFormat format : Formats.ALL) {
            if (format instanceof FichierDeclaration) {
                format.recognise(probe).ifPresent(found -> names.add(found.format()));
            }
        }
        return names;
    }

    private Probe probe(SourceFile file) throws IOException {
        byte[] head = Files.readAllBytes(Path.of(file.path()));
        return new Probe(file.name(), head.length, head, file);
    }

    private SourceFile file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private SourceFile file(String name, String text, Charset charset) throws IOException {
        Path path = Files.write(folder.resolve(name), text.getBytes(charset));
        return new SourceFile(path.toString(), "", name, "0".repeat(64), "declaration", null, 1);
    }

    private static List<String> values(Gabarit gabarit, SourceFile file) throws IOException {
        return records(gabarit, file).stream()
                .map(record -> record.line() + ": "
                        + String.join(
                                ", ",
                                Arrays.stream(record.values())
                                        .map(String::valueOf)
                                        .toList()))
                .toList();
    }

    private static List<SourceRecord> records(Gabarit gabarit, SourceFile file) throws IOException {
        List<SourceRecord> records = new ArrayList<>();
        try (RecordIterator lines = new FichierDeclaration(gabarit).records(file, gabarit.table())) {
            lines.forEachRemaining(records::add);
        }
        return records;
    }
}
