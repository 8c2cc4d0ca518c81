package fr.maillage.atlas;

import fr.maillage.atlas.AtlasData.Commune;
import fr.maillage.atlas.habillage.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The drawing of one page: frames, cells and arcs.
 *
 * <p>A cell is the smallest part the page knows: the communes that lie in the same territory at every level it shows.
 * EPCI cross the borders of départements, so neither level can be built from the other, but both are made of cells.
 */
final class PageMap {

    private final Page page;
    private final Map<Cadre, Grid> grids = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> cells = new LinkedHashMap<>();
    private final Varints arcs = new Varints();

    /** @param contours simplified contours by commune, for every frame of the atlas */
    PageMap(Page page, Map<Cadre, Map<String, Geometry>> contours) {
        this.page = page;
        List<Topology.Arc> drawn = new ArrayList<>();
        Map<Cadre, List<Commune>> byFrame = byFrame(page.communes());
        Map<Niveau, Map<String, Integer>> numbers = numbers();
        for (Cadre cadre : Cadre.inOrder(byFrame.keySet())) {
            drawn.addAll(draw(cadre, byFrame.get(cadre), contours.getOrDefault(cadre, Map.of()), numbers));
        }
        write(drawn);
    }

    private static Map<Cadre, List<Commune>> byFrame(Collection<Commune> communes) {
        Map<Cadre, List<Commune>> byFrame = new LinkedHashMap<>();
        communes.forEach(commune -> byFrame.computeIfAbsent(Cadre.of(commune.departement()), cadre -> new ArrayList<>())
                .add(commune));
        return byFrame;
    }

    private Map<Niveau, Map<String, Integer>> numbers() {
        Map<Niveau, Map<String, Integer>> numbers = new LinkedHashMap<>();
        page.niveaux().forEach(niveau -> numbers.put(niveau, page.numbers(niveau)));
        return numbers;
    }

    private List<Topology.Arc> draw(
            Cadre cadre,
            List<Commune> communes,
            Map<String, Geometry> contours,
            Map<Niveau, Map<String, Integer>> numbers) {
        List<Geometry> shown = communes.stream()
                .map(commune -> contours.get(commune.code()))
                .filter(geometry -> geometry != null)
                .toList();
        Grid grid = Grid.over(Basemap.envelope(shown), page.detail().step());
        int frame = grids.size();
        grids.put(cadre, grid);
        Topology topology = new Topology(grid);
        for (Commune commune : communes) {
            int cell = cell(frame, commune, numbers);
            Geometry contour = contours.get(commune.code());
            if (contour != null) {
                topology.add(cell, contour);
            }
        }
        return topology.arcs();
    }

    private int cell(int frame, Commune commune, Map<Niveau, Map<String, Integer>> numbers) {
        List<Object> key = new ArrayList<>();
        key.add(frame);
        numbers.forEach((niveau, codes) -> key.add(codes.getOrDefault(commune.territoire(niveau), -1)));
        return cells.computeIfAbsent(key, any -> cells.size());
    }

    private void write(List<Topology.Arc> drawn) {
        arcs.unsigned(drawn.size());
        for (Topology.Arc arc : drawn) {
            arcs.unsigned(arc.left() + 1L).unsigned(arc.right() + 1L).unsigned(arc.xs().length);
            int x = 0;
            int y = 0;
            for (int i = 0; i < arc.xs().length; i++) {
                arcs.signed(arc.xs()[i] - x).signed(arc.ys()[i] - y);
                x = arc.xs()[i];
                y = arc.ys()[i];
            }
        }
    }

    /** The arcs: left and right cell (0 for outside), number of vertices, differences of column and row. */
    byte[] arcs() {
        return arcs.bytes();
    }

    /** The grid of a frame; null when the frame is not on the page. */
    Grid grid(Cadre cadre) {
        return grids.get(cadre);
    }

    /** Place of a frame in the list of frames. */
    int number(Cadre cadre) {
        return List.copyOf(grids.keySet()).indexOf(cadre);
    }

    /** Frames as the page reads them: the first is the main one. */
    List<Map<String, Object>> frames() {
        List<Map<String, Object>> frames = new ArrayList<>();
        grids.forEach((cadre, grid) -> frames.add(Map.of(
                "id", cadre.id(),
                "title", Json.labels(cadre.title()),
                "step", grid.step(),
                "width", grid.width(),
                "height", grid.height())));
        return frames;
    }

    /** One column per frame and level, one number per cell. */
    List<List<Object>> cells() {
        List<List<Object>> columns = new ArrayList<>();
        for (int column = 0; column <= page.niveaux().size(); column++) {
            int at = column;
            columns.add(cells.keySet().stream().map(key -> key.get(at)).toList());
        }
        return columns;
    }

    /** Column and row of a position; null when its frame is not on the page. */
    int[] place(Cadre cadre, Coordinate position) {
        Grid grid = grids.get(cadre);
        if (grid == null || position == null) {
            return null;
        }
        long vertex = grid.vertex(position);
        return new int[] {number(cadre), Grid.x(vertex), Grid.y(vertex)};
    }
}
