package fr.maillage.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An invented intercommunality, around its seat.
 *
 * @param rang place in the list, from 0
 * @param x metres east of the centre of the example, and {@code y} metres north
 * @param population inhabitants of the seat
 */
record Epci(
        int rang,
        String code,
        String nom,
        String nature,
        String chefLieu,
        String departement,
        double x,
        double y,
        int population) {

    /** In the order of the list: the seats of the three départements come first. */
    static List<Epci> all() {
        List<Epci> all = new ArrayList<>();
        for (Map<String, String> row : Ressource.rows("epci.csv")) {
            all.add(new Epci(
                    all.size(),
                    Numeros.siren(9001 + all.size()),
                    row.get("nom"),
                    row.get("nature"),
                    row.get("chef_lieu"),
                    row.get("departement"),
                    1000 * Double.parseDouble(row.get("x_km")),
                    1000 * Double.parseDouble(row.get("y_km")),
                    Integer.parseInt(row.get("population"))));
        }
        return all;
    }

    double distance(double x, double y) {
        return Math.sqrt((this.x - x) * (this.x - x) + (this.y - y) * (this.y - y));
    }
}
