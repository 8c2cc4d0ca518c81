package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.List;
import java.util.regex.Pattern;

/** Workbooks {@code EPCI_au_01-01-AAAA.xlsx} of INSEE: sheets EPCI and Composition_communale. */
public final class EpciInsee extends ClasseurInsee {

    private static final long serialVersionUID = 1L;

    public EpciInsee() {
        super(
                "insee-epci",
                "INSEE, composition des intercommunalités",
                Pattern.compile("(?:01/01/|1er janvier )((?:19|20)\\d{2})"));
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_EPCI, Bronze.INSEE_EPCI_COMMUNE);
    }

    @Override
    TableContract telling() {
        return Bronze.INSEE_EPCI_COMMUNE;
    }

    @Override
    String sheet(TableContract table) {
        return table.equals(Bronze.INSEE_EPCI) ? "EPCI" : "Composition_communale";
    }
}
