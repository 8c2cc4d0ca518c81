package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.source.Landing;
import fr.maillage.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatIsSaidOfAReleaseInTheLanding() {
        Typed withdrawn = release("finess-fhir", "2021-01-08", "--withdraw", "--reason", "fichiers incomplets");
        Typed scoped = release("finess-etalab", "2024-03-11", "--scope", "75 92", "--reason", "extrait régional");

        assertThat(withdrawn.exitCode()).as(withdrawn.err()).isZero();
        assertThat(withdrawn.out()).startsWith("Parution finess-fhir du 2021-01-08 : retirée.");
        assertThat(scoped.out()).startsWith("Parution finess-etalab du 2024-03-11 : retenue, 75 92.");
        assertThat(new Landing(new Warehouse(folder)).files())
                .extracting(file -> file.format())
                .containsExactly("declaration-parutions", "declaration-parutions");
    }

    @Test
    void refusesASystemThatIsNone() {
        Typed refused = release("etalab", "2024-03-11", "--restore", "--reason", "essai");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("the systems are finess-etalab");
    }

    private Typed release(String... words) {
        List<String> typed = new ArrayList<>(List.of("release"));
        typed.addAll(List.of(words));
        typed.addAll(List.of("--author", "ARS", "--warehouse", folder.toString()));
        return Typed.run(typed.toArray(String[]::new));
    }
}
