package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.AtlasData.Zone;
import fr.maillage.atlas.cooperation.Cooperations;
import fr.maillage.atlas.cooperation.CooperationsReader;
import fr.maillage.atlas.evaluation.EvaluationsReader;
import fr.maillage.geo.CrsParDepartement;
import fr.maillage.warehouse.Tables;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Assembles what the atlas shows from the tables of a warehouse. */
public final class AtlasReader {

    private AtlasReader() {}

    /** Everything an atlas of these tables shows; tables that are empty leave their part out. */
    public static AtlasData read(Tables tables) {
        Map<Niveau, List<Zone>> zones = ZonesReader.read(tables);
        TerritoireReader territoires = new TerritoireReader(tables, zones);
        EtablissementReader etablissements = new EtablissementReader(tables);
        OrigineReader origines = new OrigineReader(tables);
        SerieReader series = new SerieReader(tables, origines.stateOfRegistry());
        List<Indicateur> indicateurs = Indicateurs.list();
        indicateurs.forEach(series::read);
        Cooperations cooperations = CooperationsReader.read(tables);
        boolean fictif = isFictional(territoires.communes());
        return new AtlasData(
                fictif,
                territoires.niveaux(),
                territoires.territoires(),
                territoires.communes(),
                zones,
                indicateurs,
                ModaliteReader.read(tables),
                series.series(),
                etablissements.etablissements(),
                etablissements.reseaux(series.newestDate("part_etablissements_en_cooperation")),
                origines.list(territoires),
                cooperations,
                EvaluationsReader.read(tables, cooperations.parCode(), fictif));
    }

    /** A territory is fictional when it has a département that France has not. */
    private static boolean isFictional(List<Commune> communes) {
        return CrsParDepartement.hasUnknown(communes.stream()
                .map(Commune::departement)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }
}
