package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.warehouse.Vacuum;
import fr.maillage.warehouse.Warehouse;
import fr.maillage.warehouse.WarehouseLock;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Frees the space of what no kept publication names. */
@Command(
        name = "vacuum",
        description = "Removes data files that no kept publication names. Nothing else ever removes any.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  maillage vacuum --dry-run", "  maillage vacuum --keep 5"})
final class VacuumCommand implements Runnable {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "10",
            description = "Publications to keep, newest first (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Option(names = "--dry-run", description = "Says what would go, removes nothing.")
    private boolean dryRun;

    @Override
    public void run() {
        if (keep < 1) {
            throw new MaillageException("Cannot vacuum: --keep " + keep + " would remove everything. Keep at least 1.");
        }
        Warehouse warehouse = common.warehouse();
        try (WarehouseLock lock = WarehouseLock.take(warehouse, "vacuum", Duration.ZERO)) {
            Vacuum vacuum = new Vacuum(warehouse);
            Vacuum.Sweep sweep = vacuum.plan(keep);
            if (!dryRun) {
                vacuum.carryOut(sweep);
            }
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d files and %d publications %s (%.1f MB).%n",
                            sweep.files().size(),
                            sweep.publications().size(),
                            dryRun ? "would be removed" : "removed",
                            sweep.bytes() / 1e6);
        }
    }
}
