package fr.maillage.example;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The invented region: three départements, a dozen EPCI, three hundred communes.
 *
 * <p>It has what real contours have: an island that is a commune, a commune with an islet (a multipolygon), an enclave
 * and the commune around it (a hole), an EPCI over two départements and a commune without inhabitants.
 *
 * @param communes in the order of their codes
 */
record Territoire(List<Epci> epci, List<Commune> communes) {

    static final String CODE_REGION = "00";
    static final String NOM_REGION = "Val-d'Estuaire (fictif)";
    static final String COMMUNE_SANS_HABITANT = "Noirvaux-en-Brumois";

    /** Names of the départements by their codes. */
    static final Map<String, String> DEPARTEMENTS = departements();

    /** A commune before it has a code. */
    private record Lieu(String nom, Epci epci, String departement, Geometry contour, Coordinate bourg) {}

    static Territoire fictif() {
        List<Epci> epci = Epci.all();
        return new Territoire(epci, communes(lieux(epci, Ressource.lines("communes.txt"))));
    }

    Commune commune(String nom) {
        return communes.stream().filter(c -> c.nom().equals(nom)).findFirst().orElseThrow();
    }

    private static Map<String, String> departements() {
        Map<String, String> noms = new LinkedHashMap<>();
        Ressource.rows("departements.csv").forEach(row -> noms.put(row.get("code"), row.get("nom")));
        return Collections.unmodifiableMap(noms);
    }

    private static List<Lieu> lieux(List<Epci> epci, List<String> noms) {
        Geometry terre = Paysage.terre();
        List<Coordinate> sites = Semis.sites(epci, terre, noms.size() - 2);
        List<Geometry> cells = new ArrayList<>(Paysage.cellules(sites, terre));
        addIslands(sites, cells);
        addEnclave(sites, cells);
        List<Lieu> lieux = new ArrayList<>();
        for (int i = 0; i < noms.size(); i++) {
            lieux.add(lieu(noms.get(i), sites.get(i), cells.get(i), epci));
        }
        return lieux;
    }

    private static void addIslands(List<Coordinate> sites, List<Geometry> cells) {
        Geometry islet = Paysage.ovale(-53000, -24000, 2600, 1700);
        int owner = nearest(sites, new Coordinate(-53000, -24000));
        cells.set(owner, cells.get(owner).union(islet));
        sites.add(new Coordinate(-55000, 24000));
        cells.add(Paysage.ovale(-55000, 24000, 4400, 2800));
    }

    /** In the middle of the largest commune, whose people live elsewhere in it. */
    private static void addEnclave(List<Coordinate> sites, List<Geometry> cells) {
        int host = 0;
        for (int i = 0; i < cells.size(); i++) {
            host = cells.get(i).getArea() > cells.get(host).getArea() ? i : host;
        }
        Coordinate middle = sites.get(host);
        Geometry enclave = Paysage.ovale(middle.x, middle.y, 1700, 1300);
        Geometry around = cells.get(host).difference(enclave);
        cells.set(host, around);
        sites.set(host, around.getInteriorPoint().getCoordinate());
        sites.add(middle);
        cells.add(enclave);
    }

    private static int nearest(List<Coordinate> sites, Coordinate place) {
        Coordinate nearest =
                sites.stream().min(Comparator.comparingDouble(place::distance)).orElseThrow();
        return sites.indexOf(nearest);
    }

    private static Lieu lieu(String nom, Coordinate site, Geometry cell, List<Epci> epci) {
        Epci own = epci.stream()
                .min(Comparator.comparingDouble(e -> e.distance(site.x, site.y)))
                .orElseThrow();
        boolean acrossTheBorder = own.rang() == 5 && epci.get(1).distance(site.x, site.y) < 21000;
        String departement = acrossTheBorder ? epci.get(1).departement() : own.departement();
        return new Lieu(nom, own, departement, Meandres.bend(cell), Meandres.bend(site.x, site.y));
    }

    /** Codes follow the alphabet inside a département, with gaps where communes have merged. */
    private static List<Commune> communes(List<Lieu> lieux) {
        Random random = new Random(1793);
        Map<String, Integer> ranks = new HashMap<>();
        List<Commune> communes = new ArrayList<>();
        lieux.stream()
                .sorted(Comparator.comparing(Lieu::departement)
                        .thenComparing(lieu -> Noms.majuscules(Noms.sansArticle(lieu.nom))))
                .forEach(lieu -> {
                    int rank = ranks.merge(lieu.departement, 1 + random.nextInt(2), Integer::sum);
                    communes.add(commune(lieu, String.format(Locale.ROOT, "%s%03d", lieu.departement, rank), random));
                });
        return communes;
    }

    private static Commune commune(Lieu lieu, String code, Random random) {
        return new Commune(
                code,
                lieu.nom,
                lieu.departement,
                lieu.epci,
                codePostal(lieu, random),
                Population.of(lieu.nom, lieu.epci, lieu.contour.getArea() / 1e6, lieu.bourg, random),
                lieu.contour,
                lieu.bourg);
    }

    private static String codePostal(Lieu lieu, Random random) {
        int office = lieu.nom.equals(lieu.epci.chefLieu()) ? 0 : 10 * (1 + random.nextInt(4));
        return String.format(Locale.ROOT, "%s%03d", lieu.departement, 50 * lieu.epci.rang() + office);
    }
}
