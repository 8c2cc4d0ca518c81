package fr.maillage.trajet;

import java.io.Serializable;
import java.util.List;

/**
 * What a way goes through, summed up step by step: one for each way, changed in place, as millions are looked at.
 *
 * <p>The terrains of the communes stand side by side in one array, so that a step touches one place of memory.
 */
final class Traversee {

    private static final int WIDTH = 3;

    /** The terrains of communes by their numbers, and that of elsewhere. */
    static final class Terrains implements Serializable {

        private static final long serialVersionUID = 1L;

        private final double[] values;
        private final int elsewhere;

        Terrains(List<Terrain> communes, Terrain ailleurs) {
            values = new double[(communes.size() + 1) * WIDTH];
            elsewhere = communes.size();
            for (int i = 0; i < elsewhere; i++) {
                put(i, communes.get(i));
            }
            put(elsewhere, ailleurs);
        }

        private void put(int number, Terrain terrain) {
            values[number * WIDTH] = terrain.allure();
            values[number * WIDTH + 1] = terrain.allongement();
            values[number * WIDTH + 2] = terrain.montagne();
        }

        private int at(int commune) {
            return (commune == Sol.NOBODY ? elsewhere : commune) * WIDTH;
        }
    }

    private final Terrains terrains;
    private double metres;
    private double dehors;
    private double allure;
    private double allongement;
    private double montagne;

    Traversee(Terrains terrains) {
        this.terrains = terrains;
    }

    void clear() {
        metres = 0;
        dehors = 0;
        allure = 0;
        allongement = 0;
        montagne = 0;
    }

    /** One more step, through a commune or outside all of them. */
    void add(int commune, double length) {
        int at = terrains.at(commune);
        metres += length;
        dehors += commune == Sol.NOBODY ? length : 0;
        allure += terrains.values[at] * length;
        allongement += terrains.values[at + 1] * length;
        montagne += terrains.values[at + 2] * length;
    }

    /** Metres outside the land. */
    double dehors() {
        return dehors;
    }

    /** The mean along the way. */
    Terrain terrain() {
        return new Terrain(allure / metres, allongement / metres, montagne / metres);
    }
}
