package fr.maillage.source.drees;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.Headers;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of the yearly hospital survey SAE of DREES: one per questionnaire (bordereau), known by its first two columns.
 *
 * <p>The first column repeats the name of the questionnaire on every line, the second the year: the data speak of its
 * last day. The summary by GHT has neither; its year is in its name. Columns come and go with the years: those that the
 * contract does not name are kept together in one text.
 */
public final class Sae implements RegisterFormat {

    /** Who the hospitals are. */
    public static final Sae IDENTIFICATION = new Sae("id", "identification", Bronze.SAE_ID);

    /** Home hospitalisation. */
    public static final Sae HAD = new Sae("had", "hospitalisation à domicile", Bronze.SAE_HAD);

    /** Short stays. */
    public static final Sae MCO = new Sae("mco", "médecine, chirurgie, obstétrique", Bronze.SAE_MCO);

    /** Maternities and neonatal care. */
    public static final Sae PERINAT = new Sae("perinat", "périnatalité", Bronze.SAE_PERINAT);

    /** Psychiatry, by discipline. */
    public static final Sae PSY = new Sae("psy", "psychiatrie", Bronze.SAE_PSY);

    /** Follow-up and rehabilitation, by group of disciplines. */
    public static final Sae SSR = new Sae("ssr", "soins de suite et de réadaptation", Bronze.SAE_SSR);

    /** Emergency departments. */
    public static final Sae URGENCES = new Sae("urgences", "urgences", Bronze.SAE_URGENCES);

    /** Long-term care. */
    public static final Sae USLD = new Sae("usld", "soins de longue durée", Bronze.SAE_USLD);

    /** Territorial hospital groups. */
    public static final Sae GHT = new Sae("ght", "groupements hospitaliers de territoire", Bronze.SAE_GHT);

    private static final long serialVersionUID = 1L;
    private static final List<String> BORDEREAU = List.of("bor", "an", "fi", "rs");
    private static final List<String> SIGNATURE_GHT = List.of("code_ght", "nom_complet_ght", "nb_etab");

    private final String bordereau;
    private final String title;
    private final transient TableContract table;

    private Sae(String bordereau, String title, TableContract table) {
        this.bordereau = bordereau;
        this.title = title;
        this.table = table;
    }

    @Override
    public String name() {
        return "sae-" + bordereau;
    }

    @Override
    public String title() {
        return "DREES, SAE, " + title;
    }

    @Override
    public List<TableContract> tables() {
        return List.of(table);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        List<String> lines = probe.text().lines().limit(2).toList();
        List<String> header = lines.isEmpty()
                ? List.of()
                : cells(lines.get(0)).stream().map(Headers::normalised).toList();
        if (bordereau.equals("ght")) {
            return header.containsAll(SIGNATURE_GHT) ? Optional.of(named(probe)) : Optional.empty();
        }
        if (lines.size() < 2
                || header.size() < BORDEREAU.size()
                || !header.subList(0, 4).equals(BORDEREAU)) {
            return Optional.empty();
        }
        List<String> first = cells(lines.get(1));
        return first.get(0).toLowerCase(Locale.ROOT).equals(bordereau) && first.size() > 1
                ? Optional.of(new Recognised(name(), lastDay(first.get(1)).orElse(null), "column an"))
                : Optional.empty();
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract wanted) throws IOException {
        return SaeRecords.of(file, wanted);
    }

    private Recognised named(Probe probe) {
        Recognised year = Vintages.recognised(name(), probe);
        LocalDate day = year.vintage();
        return new Recognised(name(), day == null ? null : LocalDate.of(day.getYear(), 12, 31), year.evidence());
    }

    private static Optional<LocalDate> lastDay(String year) {
        return year.matches("(19|20)\\d{2}")
                ? Optional.of(LocalDate.of(Integer.parseInt(year), 12, 31))
                : Optional.empty();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(";", -1))
                .map(cell -> cell.replace("\"", "").strip())
                .toList();
    }

    /** The constant of that name, so that what was sent to another process knows its table again. */
    private Object readResolve() {
        return Stream.of(IDENTIFICATION, HAD, MCO, PERINAT, PSY, SSR, URGENCES, USLD, GHT)
                .filter(sae -> sae.bordereau.equals(bordereau))
                .findFirst()
                .orElseThrow();
    }
}
