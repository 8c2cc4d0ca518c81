package fr.maillage.testing;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.HeaderCsv;
import fr.maillage.source.Probe;
import fr.maillage.source.Recognised;
import fr.maillage.source.RecordIterator;
import fr.maillage.source.RegisterFormat;
import fr.maillage.source.SourceFile;
import fr.maillage.source.Vintages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The smallest register: codes and labels, dated by the name of the file. */
public final class TwoColumns implements RegisterFormat {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "deux-colonnes";
    }

    @Override
    public String title() {
        return "liste de deux colonnes";
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Silver.STATUT_JURIDIQUE);
    }

    @Override
    public Optional<Recognised> recognise(Probe probe) {
        return probe.firstLine().equals("code;libelle")
                ? Optional.of(Vintages.recognised(name(), probe))
                : Optional.empty();
    }

    @Override
    public RecordIterator records(SourceFile file, TableContract table) throws IOException {
        return HeaderCsv.records(file, table);
    }
}
