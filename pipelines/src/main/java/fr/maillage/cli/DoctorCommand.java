package fr.maillage.cli;

import fr.maillage.cli.doctor.Diagnosis;
import fr.maillage.cli.doctor.Doctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the machine and the warehouse, and says what is missing. */
@Command(
        name = "doctor",
        description = "Checks Java, memory, disk, fonts, optional programs and the health of the warehouse.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  maillage doctor", "  maillage doctor --deep --warehouse /srv/maillage"})
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Option(names = "--deep", description = "Also compares every landed file with its digest.")
    private boolean deep;

    @Override
    public Integer call() {
        List<Diagnosis> diagnoses = new Doctor(common.warehouse(), deep).examine();
        diagnoses.forEach(diagnosis -> spec.commandLine().getOut().println(diagnosis.line(common.english())));
        return diagnoses.stream().anyMatch(Diagnosis::isBad) ? MaillageCommand.REFUSED : 0;
    }
}
