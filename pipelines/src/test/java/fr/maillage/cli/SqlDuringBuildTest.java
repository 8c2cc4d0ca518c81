package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.OtherProcess;
import fr.maillage.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sql} in one process while another builds: it answers from one publication or the next, never from a mixture. */
@SparkTest
class SqlDuringBuildTest {

    private static final String HEADER = "REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n";
    private static final String QUERY =
            "SELECT (SELECT count(*) FROM bronze.insee_region) || ' lines, ' || (SELECT count(*) FROM silver.region)"
                    + " || ' regions' AS answer";

    @TempDir
    private Path folder;

    /** Asks the same question until it is killed. */
    public static final class Reader {
        public static void main(String[] args) {
            while (true) {
                OtherProcess.say(ask(args[0]));
            }
        }
    }

    @Test
    void seesTheOldStateOrTheNewOne(SparkSession spark) throws IOException {
        bringIn("regions_2022.csv", "01,97105,3,GUADELOUPE,Guadeloupe,Guadeloupe\n");
        String former = ask(warehouse());
        List<String> answers = new ArrayList<>();
        try (OtherProcess reader = OtherProcess.start(Reader.class, warehouse())) {
            answers.add(reader.heard());
            bringIn(
                    "regions_2023.csv",
                    "01,97105,3,GUADELOUPE,Guadeloupe,Guadeloupe\n02,97209,3,MARTINIQUE,Martinique,Martinique\n");
            String next = ask(warehouse());
            assertThat(next).isNotEqualTo(former);
            while (!answers.get(answers.size() - 1).equals(next)) {
                answers.add(reader.heard());
                assertThat(answers)
                        .containsAnyOf(former, next)
                        .doesNotContain("")
                        .isSubsetOf(former, next);
            }
        }

        assertThat(answers.get(0)).isEqualTo(former);
        assertThat(answers.indexOf(answers.get(answers.size() - 1)))
                .as("once the new state was seen, the old one was not")
                .isEqualTo(answers.size() - 1);
    }

    private void bringIn(String name, String regions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADER + regions);
        assertThat(Typed.run("ingest", "--warehouse", warehouse(), file.toString())
                        .exitCode())
                .isZero();
        Typed built = Typed.run("build", "--warehouse", warehouse(), "silver.region");
        assertThat(built.exitCode()).as(built.err()).isZero();
    }

    private static String ask(String warehouse) {
        Typed answer = Typed.run("sql", "--warehouse", warehouse, "--format", "csv", QUERY);
        return answer.exitCode() == 0 ? answer.out().lines().skip(1).findFirst().orElse("") : answer.err();
    }

    private String warehouse() {
        return folder.resolve("entrepot").toString();
    }
}
