package fr.maillage.silver.passage;

import static fr.maillage.schemas.Columns.*;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of silver/commune_vie, from movements and back to lives. */
public final class Vies {

    private Vies() {}

    /**
     * The rows of each code that a movement speaks of, in order.
     *
     * @param movements rows of movements
     * @param districts code_commune_rattachee, code_commune and libelle of arrondissements municipaux
     */
    public static Map<String, Row[]> of(List<Row> movements, List<Row> districts) {
        List<Vie> vies = new ArrayList<>(Chronique.of(mouvements(movements)));
        List<Vie> arrondissements = arrondissements(vies, districts);
        vies.removeIf(vie -> vie.type().equals("ARM"));
        vies.addAll(arrondissements);
        Map<String, Row[]> rows = new HashMap<>();
        Portion.byCode(vies)
                .forEach((code, lives) ->
                        rows.put(code, lives.stream().map(Vies::row).toArray(Row[]::new)));
        return rows;
    }

    private static List<Mouvement> mouvements(List<Row> movements) {
        List<Mouvement> mouvements =
                new ArrayList<>(movements.stream().map(Mouvement::of).toList());
        Set<String> made = new HashSet<>();
        mouvements.forEach(one -> made.add(one.apres().code()));
        Mouvement.horsFichier().stream()
                .filter(one -> !made.contains(one.apres().code()))
                .forEach(mouvements::add);
        return mouvements;
    }

    /** A commune that holds some and of which no movement tells was always as it is. */
    private static List<Vie> arrondissements(List<Vie> vies, List<Row> districts) {
        Map<String, String> communes = new HashMap<>();
        Map<String, String> noms = new HashMap<>();
        for (Row district : districts) {
            communes.put(district.getAs(CODE_COMMUNE_RATTACHEE), district.getAs(CODE_COMMUNE));
            noms.put(district.getAs(CODE_COMMUNE_RATTACHEE), district.getAs(LIBELLE));
        }
        Set<String> unmoved = new HashSet<>(communes.values());
        vies.stream().filter(Vie::isCommune).forEach(vie -> unmoved.remove(vie.code()));
        List<Vie> holders = new ArrayList<>(vies);
        unmoved.forEach(code -> holders.add(unmoved(code, null)));
        return Chronique.arrondissements(holders, communes, noms);
    }

    /** The row of a commune of which no movement tells. */
    public static Row[] unmovedRows(String code, String nom) {
        return new Row[] {row(unmoved(code, nom))};
    }

    private static Vie unmoved(String code, String nom) {
        return new Vie(Mouvement.Code.COMMUNE, code, nom, Vie.ORIGINE, Vie.OUVERTE, null, null, List.of(code));
    }

    static Row row(Vie vie) {
        return RowFactory.create(
                vie.code(),
                vie.type(),
                vie.nom(),
                Date.valueOf(vie.debut()),
                Date.valueOf(vie.fin()),
                vie.evenementDebut(),
                vie.evenementFin(),
                vie.atomes().toArray(String[]::new));
    }

    static Vie vie(Row row) {
        return new Vie(
                row.getAs(TYPE_COMMUNE),
                row.getAs(CODE_COMMUNE),
                row.getAs(LIBELLE),
                row.<Date>getAs(DATE_DEBUT).toLocalDate(),
                row.<Date>getAs(DATE_FIN).toLocalDate(),
                row.getAs(EVENEMENT_DEBUT),
                row.getAs(EVENEMENT_FIN),
                row.getList(row.fieldIndex(ATOMES)));
    }
}
