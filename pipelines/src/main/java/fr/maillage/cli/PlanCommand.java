package fr.maillage.cli;

import fr.maillage.Pipeline;
import fr.maillage.serving.PlanView;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the tables in order, what each reads, what would run and why. */
@Command(
        name = "plan",
        description = "Shows the tables in order, what each reads, what build would run and why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage plan",
            "  maillage plan gold.offre_par_territoire --format mermaid > plan.mmd",
            "  maillage plan --format json | jq '.[] | select(.state != \"up to date\").table'"
        })
final class PlanCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "TABLE", description = "Tables, with what they need; all by default.")
    private List<String> tables = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|mermaid|json",
            defaultValue = "text",
            description = "Default: ${DEFAULT-VALUE}.")
    private PlanView.Format format;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Another value for a parameter, as build would be told.")
    private Map<String, String> parametres = Map.of();

    @Override
    public void run() {
        List<String> ids = tables.stream().map(name -> name.replace('.', '/')).toList();
        PlanView plan = PlanView.of(new Pipeline(common.warehouse(), parametres).judge(), ids);
        plan.write(format, spec.commandLine().getOut());
        spec.commandLine().getErr().println(plan.summary());
    }
}
