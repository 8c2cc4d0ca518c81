package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {

    private static final String REGIONS =
            "REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n01,97105,3,GUADELOUPE,Guadeloupe,Guadeloupe\n";

    @TempDir
    private Path folder;

    private Path depot;

    @BeforeEach
    void makeTheFolder() throws IOException {
        depot = Files.createDirectories(folder.resolve("depot"));
    }

    @Test
    void saysWhatEachFileIsOnStandardOutput() throws IOException {
        Typed typed = ingest(write("regions_2024.csv", REGIONS));

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).contains("regions_2024.csv", "chargé", "régions", "2024-01-01", "1 chargé.");
        assertThat(typed.err()).doesNotContain("chargé");
    }

    @Test
    void saysThatAFileIsAlreadyThere() throws IOException {
        Path file = write("regions_2024.csv", REGIONS);
        ingest(file);

        Typed again = ingest(file);

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("déjà là");
    }

    @Test
    void leavesWithTwoWhenANamedFileIsRefused() throws IOException {
        Typed typed = ingest(write("regions_2024.csv", REGIONS), write("note.txt", "une note"));

        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err()).contains("Cannot ingest", "note.txt", "no known format");
        assertThat(typed.out()).contains("1 chargé, 1 non reconnu.");
    }

    @Test
    void namesARefusedFileOnce() throws IOException {
        Path cut = write(
                "contours_2025.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"code\": \"01");
        Path empty = write("vide_2024.csv", "");

        assertThat(ingest(cut).err()).contains("Cannot ingest: " + cut + " is cut or no JSON");
        assertThat(ingest(empty).err()).contains("Cannot ingest " + empty + ": it is empty.");
    }

    @Test
    void listsWhatItDoesNotKnowInAFolderWithoutComplaint() throws IOException {
        write("regions_2024.csv", REGIONS);
        write("note.txt", "une note");

        Typed typed = ingest(depot);

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out()).contains("depot/note.txt", "non reconnu");
    }

    @Test
    void tellsTheFilesOfAFolderByFormatAndByNameOnlyWhatDidNotGoWell() throws IOException {
        for (int year = 2021; year <= 2024; year++) {
            write("regions_" + year + ".csv", REGIONS + "\n".repeat(year - 2021));
        }
        write("copie_2024.csv", REGIONS + "\n\n\n");
        write("vide_2022.csv", REGIONS.lines().findFirst().orElseThrow());
        write("abimee_2020.csv", REGIONS + "02,97209\n");
        Typed typed = ingest(depot);

        assertThat(typed.out()).containsPattern("régions +chargé +4 +2021-01-01 … 2024-01-01 \\(4\\) +4 +0");
        assertThat(typed.out())
                .contains("regions_2024.csv", "as depot/copie_2024.csv", "vide_2022.csv", "refusé", "abimee_2020.csv");
        assertThat(typed.out()).doesNotContain("regions_2021.csv");
    }

    @Test
    void tellsEveryFileWhenAskedTo() throws IOException {
        write("regions_2023.csv", REGIONS);
        write("regions_2024.csv", REGIONS + "\n");

        assertThat(Typed.run("ingest", "--dry-run", "--warehouse", warehouse(), depot.toString())
                        .out())
                .contains("depot/regions_2023.csv", "depot/regions_2024.csv");
        assertThat(Typed.run("ingest", "--verbose", "--warehouse", warehouse(), depot.toString())
                        .out())
                .contains("depot/regions_2023.csv", "depot/regions_2024.csv");
    }

    @Test
    void keepsNothingInADryRun() throws IOException {
        Typed typed = Typed.run(
                "ingest",
                "--dry-run",
                "--warehouse",
                warehouse(),
                write("regions_2024.csv", REGIONS).toString());

        assertThat(typed.out()).contains("lisible");
        assertThat(Path.of(warehouse())).doesNotExist();
    }

    @Test
    void takesTheDayFromThePerson() throws IOException {
        Typed typed = Typed.run(
                "ingest",
                "--millesime",
                "2019",
                "--warehouse",
                warehouse(),
                write("regions.csv", REGIONS).toString());
        assertThat(typed.out()).contains("2019-01-01", "--millesime");

        assertThat(Typed.run("ingest", "--millesime", "hier", "x.csv").err()).contains("'hier' is no day");
    }

    @Test
    void writesTemplates() {
        Typed typed = Typed.run("ingest", "--template", "membres", depot.toString());

        assertThat(typed.exitCode()).isZero();
        assertThat(typed.out().lines()).isNotEmpty().allSatisfy(file -> assertThat(Path.of(file))
                .exists());
    }

    @Test
    void speaksEnglishWhenAsked() throws IOException {
        Typed typed = Typed.run(
                "ingest",
                "--locale",
                "en",
                "--warehouse",
                warehouse(),
                write("regions_2024.csv", REGIONS).toString());

        assertThat(typed.out()).contains("outcome", "1 landed.");
    }

    private Typed ingest(Path... paths) {
        String[] args = new String[paths.length + 3];
        args[0] = "ingest";
        args[1] = "--warehouse";
        args[2] = warehouse();
        for (int i = 0; i < paths.length; i++) {
            args[i + 3] = paths[i].toString();
        }
        return Typed.run(args);
    }

    private String warehouse() {
        return folder.resolve("entrepot").toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(depot.resolve(name), text);
    }
}
