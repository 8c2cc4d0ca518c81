package fr.maillage.source.finess;

import fr.maillage.schemas.TableContract;
import fr.maillage.source.ByteLines;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * FINESS files of data.gouv.fr until May 2026: sections of lines separated by semicolons, without header.
 *
 * <p>The first line says that it is one and gives its day; the lines after it say which ({@link FichierEtalab}).
 */
public final class FinessEtalab implements RegisterFormat {

    /** cs1100501 (legal entities), cs1100502 (establishments), cs1100507 (establishments, then their positions). */
    public static final FinessEtalab STRUCTURES = new FinessEtalab(FichierEtalab.STRUCTURES);
    /** cs1100505. */
    public static final FinessEtalab EQUIPEMENTS_SOCIAUX = new FinessEtalab(FichierEtalab.EQUIPEMENTS_SOCIAUX);

    public static final FinessEtalab ACTIVITES_DE_SOINS = new FinessEtalab(FichierEtalab.ACTIVITES_DE_SOINS);
    public static final FinessEtalab EQUIPEMENTS_LOURDS = new FinessEtalab(FichierEtalab.EQUIPEMENTS_LOURDS);
    public static final FinessEtalab DISCIPLINES = new FinessEtalab(FichierEtalab.DISCIPLINES);

    private static final long serialVersionUID = 1L;

    private final FichierEtalab fichier;

    private FinessEtalab(FichierEtalab fichier) {
        this.fichier = fichier;
    }

    @Override
    public String name() {
        return fichier.formatName();
    }

    @Override
    public String title() {
        return fichier.title();
    }

    @Override
    public List<TableContract> tables() {
        return fichier.tables();
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) throws IOException {
        String[] identity = probe.firstLine().split(";", -1);
        if (identity.length < 4
                || !identity[0].equals("finess")
                || !identity[1].equals("etalab")
                || !fichier.equals(kind(probe.file()))) {
            return Optional.empty();
        }
        return Optional.of(
                new Recognised(name(), ReleaseDate.of(identity[3].strip()).orElse(null), "first line"));
    }

    /** Files of equipment start with tens of thousands of short lines that tell nothing. */
    private static FichierEtalab kind(SourceFile file) throws IOException {
        try (ByteLines lines = new ByteLines(file)) {
            lines.next();
            while (lines.next()) {
                Optional<FichierEtalab> kind = FichierEtalab.of(lines.text());
                if (kind.isPresent()) {
                    return kind.get();
                }
            }
        }
        return null;
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return new EtalabRecords(file, table, fichier);
    }
}
