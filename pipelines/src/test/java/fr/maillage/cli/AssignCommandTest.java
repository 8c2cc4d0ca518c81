package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignCommandTest {

    @TempDir
    private Path folder;

    @Test
    void refusesWhatIsNoLevelOrNoReferenceSystemBeforeAnythingStarts() {
        refused("EPSG:999999: it is no known reference system", "--srid", "999999", "--count");
        refused("Bassin de vie: it is no level", "--level", "Bassin de vie", "--count");
        refused("nobody said where to", "--srid", "2154");
        refused("nothing was built", "--srid", "2975", "--count");
    }

    private void refused(String why, String... options) {
        String[] args = new String[options.length + 4];
        args[0] = "assign";
        args[1] = "points.csv";
        args[2] = "--warehouse";
        args[3] = folder.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        Typed typed = Typed.run(args);
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err().strip()).contains(why).doesNotContain("\n");
    }
}
