package fr.maillage.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.warehouse.Freshness.Verdict;
import fr.maillage.warehouse.ProgramPlan.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanViewTest {

    private static final List<Verdict> VERDICTS = List.of(
            new Verdict(step("bronze/a", List.of(), "finess-fhir"), false, List.of("1 new file"), true),
            new Verdict(step("silver/b", List.of("bronze/a")), false, List.of("bronze/a may change"), false),
            new Verdict(step("silver/c", List.of()), true, List.of(), true),
            new Verdict(step("gold/d", List.of("silver/c")), true, List.of(), true));

    @Test
    void saysInOrderWhatRunsAndWhy() {
        assertThat(text(PlanView.Format.TEXT, List.of())).isEqualToNormalizingNewlines("""
                        n  table     reads        state       why
                        ─  ────────  ───────────  ──────────  ───────────────────
                        1  bronze.a  finess-fhir  runs        1 new file
                        2  silver.b  bronze.a     may run     bronze.a may change
                        3  silver.c               up to date
                        4  gold.d    silver.c     up to date
                        """);
        assertThat(PlanView.of(VERDICTS, List.of()).summary()).isEqualTo("2 of 4 tables would run.");
    }

    @Test
    void keepsWhatATableNeeds() {
        assertThat(text(PlanView.Format.MERMAID, List.of("gold/d"))).isEqualToNormalizingNewlines("""
                        flowchart LR
                          silver_c["silver.c"]
                          gold_d["gold.d"]
                          silver_c --> gold_d
                          classDef stale stroke-width:4px
                        """);
        assertThat(PlanView.of(VERDICTS, List.of("gold/d")).summary()).startsWith("Nothing to do: all 2 tables");
    }

    @Test
    void tellsProgramsTheSame() {
        assertThat(text(PlanView.Format.JSON, List.of("silver/b")))
                .contains("{\"table\":\"silver.b\",\"reads\":[\"bronze.a\"],\"formats\":[],\"parametres\":[],"
                        + "\"state\":\"may run\",\"why\":[\"bronze.a may change\"]}");
    }

    @Test
    void refusesATableThatIsNot() {
        assertThatThrownBy(() -> PlanView.of(VERDICTS, List.of("gold/dd"))).hasMessageContaining("Try gold.d");
    }

    private static String text(PlanView.Format format, List<String> tables) {
        StringWriter out = new StringWriter();
        PlanView.of(VERDICTS, tables).write(format, new PrintWriter(out));
        return out.toString();
    }

    private static Step step(String table, List<String> reads, String... formats) {
        return new Step(table, reads, List.of(formats), List.of(), "", "");
    }
}
