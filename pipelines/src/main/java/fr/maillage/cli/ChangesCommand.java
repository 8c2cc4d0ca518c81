package fr.maillage.cli;

import fr.maillage.MaillageException;
import fr.maillage.schemas.Columns;
import fr.maillage.schemas.Gold;
import fr.maillage.serving.FileNames;
import fr.maillage.serving.changes.ChangesPage;
import fr.maillage.serving.changes.ChangesQuery;
import fr.maillage.serving.changes.Phrase;
import fr.maillage.serving.changes.Phrases;
import fr.maillage.serving.changes.Successions;
import fr.maillage.serving.output.OutputFormat;
import fr.maillage.serving.query.WarehouseViews;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what changed in the register between two releases or dates. */
@Command(
        name = "changes",
        description =
                "Tells what changed in the register: openings, closures, transfers, moves, categories, capacities, successions; as rows, sentences or a page.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  maillage changes --from 2024-01-01 --to 2025-01-01",
            "  maillage changes --from 2025-01-01 --nature transfert,fermeture --departement 62 --format text",
            "  maillage changes --from 2025-01-01 --format html > changements.html"
        })
final class ChangesCommand implements Callable<Integer> {

    private static final String SUCCESSION = "succession";

    private enum Format {
        TABLE,
        CSV,
        JSON,
        TEXT,
        HTML
    }

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Releases after this day (default: the first).")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Releases until this day (default: the newest).")
    private LocalDate to;

    @Option(
            names = "--nature",
            paramLabel = "NATURE",
            split = ",",
            description =
                    "ouverture, premiere_connaissance, fermeture, reapparition, transfert, demenagement, demenagement_local, changement_de_categorie, changement_de_capacite, autre_champ; in sentences, succession too (default: all).")
    private List<String> natures = List.of();

    @Option(
            names = "--departement",
            paramLabel = "CODE",
            split = ",",
            description = "INSEE codes of départements (default: all); successions are told for the whole country.")
    private List<String> departements = List.of();

    @Option(
            names = "--format",
            paramLabel = "table|csv|json|text|html",
            defaultValue = "table",
            description = "Default: table.")
    private Format format;

    @Override
    public Integer call() throws SQLException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        ChangesQuery asked = new ChangesQuery(
                from,
                to,
                natures,
                departements.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList(),
                List.of());
        try (WarehouseViews views = WarehouseViews.open(
                common.warehouse(), Published.newest("tell changes", common), FileNames.of(common.warehouse()))) {
            if (format == Format.TEXT || format == Format.HTML) {
                write(sentences(asked, views), out);
            } else {
                OutputFormat.valueOf(format.name()).write(asked.rows(views), out);
            }
        }
        out.flush();
        return 0;
    }

    private List<Phrase> sentences(ChangesQuery asked, WarehouseViews views) {
        Phrases phrases = Phrases.in(common.english());
        List<Phrase> sentences = new ArrayList<>(Phrase.list(asked.differences(views), phrases));
        if (departements.isEmpty() && (natures.isEmpty() || natures.contains(SUCCESSION))) {
            sentences.addAll(Successions.between(from, to, views, phrases));
        }
        return sentences;
    }

    private void write(List<Phrase> sentences, PrintWriter out) {
        Phrases phrases = Phrases.in(common.english());
        if (format == Format.HTML) {
            String period = phrases.say(
                    "periode",
                    from == null ? phrases.say("debut") : phrases.day(from),
                    to == null ? phrases.say("fin") : phrases.day(to));
            out.print(ChangesPage.html(sentences, period, phrases));
        } else if (sentences.isEmpty()) {
            out.println(phrases.say("aucun"));
        } else {
            sentences.forEach(phrase -> out.println(phrase.texte()));
        }
    }

    private void check() {
        List<String> known = new ArrayList<>(
                Gold.CHANGEMENT.find(Columns.NATURE).orElseThrow().constraints().oneOf());
        known.add(SUCCESSION);
        for (String nature : natures) {
            if (!known.contains(nature)) {
                throw new MaillageException("Cannot tell changes of the nature '" + nature
                        + "': there is none. Choose among " + String.join(", ", known) + ".");
            }
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new MaillageException("Cannot tell changes from " + from + " to " + to
                    + ": the period ends before it begins. Swap them.");
        }
    }
}
