package fr.maillage.source.insee;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The workbook of zonings of INSEE, {@code table-appartenance-geo-communes-AA.xlsx}: sheet COM with a column per zoning,
 * sheet Zones_supra_communales with the name of every zone.
 */
public final class ZonagesClasseur extends ClasseurInsee {

    private static final long serialVersionUID = 1L;
    private static final String ZONES = "Zones_supra_communales";

    public ZonagesClasseur() {
        super(
                "insee-zonages-classeur",
                "INSEE, table d'appartenance géographique des communes (classeur)",
                Pattern.compile("(?:0?1[/ ](?:0?1|janvier)[/ ]|1er janvier |géographie )((?:19|20)\\d{2})"));
    }

    @Override
    public List<TableContract> tables() {
        return List.of(Bronze.INSEE_ZONAGE, Bronze.INSEE_ZONE);
    }

    @Override
    TableContract telling() {
        return Bronze.INSEE_ZONAGE;
    }

    @Override
    List<String> besides() {
        return List.of(ZONES);
    }

    @Override
    String sheet(TableContract table) {
        return table.equals(Bronze.INSEE_ZONE) ? ZONES : "COM";
    }
}
