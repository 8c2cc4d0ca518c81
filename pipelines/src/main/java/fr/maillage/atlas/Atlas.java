package fr.maillage.atlas;

import fr.maillage.MaillageException;
import fr.maillage.atlas.cooperation.CooperationsPage;
import fr.maillage.atlas.evaluation.EvaluationsListe;
import fr.maillage.atlas.evaluation.EvaluationsPage;
import fr.maillage.atlas.habillage.Habillage;
import fr.maillage.atlas.habillage.Html;
import fr.maillage.atlas.habillage.Json;
import fr.maillage.atlas.habillage.Volet;
import fr.maillage.experience.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.locationtech.jts.geom.Geometry;

/** Writes the atlas: maps, cooperations, assessments and experiences that open from the disk, each a single file. */
public final class Atlas {

    private final AtlasData data;
    private final Habillage habillage;
    private final Basemap basemap;
    private final Limits limits;
    /** The page that shows a cooperation, by its code. */
    private final Map<String, String> cartes = new ConcurrentSkipListMap<>();

    private final Map<Page.Detail, Map<Cadre, Map<String, Geometry>>> contours = new EnumMap<>(Page.Detail.class);

    private Atlas(AtlasData data, Locale locale) {
        this.data = data;
        this.habillage = new Habillage(locale.getLanguage().equals("en"), data.fictif(), volets(data));
        this.basemap = new Basemap(data.communes());
        this.limits = new Limits(data);
    }

    private static Set<Volet> volets(AtlasData data) {
        Set<Volet> volets = EnumSet.allOf(Volet.class);
        if (data.evaluations().isEmpty()) {
            volets.remove(Volet.EVALUATIONS);
        }
        return volets;
    }

    /**
     * Writes all pages into the folder, made if need be, and tells their paths: the first is the one to open.
     *
     * @param locale language the pages open in; both are in every map
     */
    public static List<Path> write(AtlasData data, Path folder, Locale locale) {
        if (data.communes().isEmpty()) {
            throw new MaillageException("Cannot draw the atlas: there is no territory yet. "
                    + "Ingest the code officiel géographique and contours, then build.");
        }
        return new Atlas(data, locale).write(folder);
    }

    private List<Path> write(Path folder) {
        List<Page> pages = Pages.of(data);
        int misfits = basemap.misfits();
        pages.forEach(
                page -> contours.computeIfAbsent(page.detail(), detail -> basemap.simplified(detail.tolerance())));
        List<Path> written = new ArrayList<>(pages.parallelStream()
                .map(page -> write(folder.resolve(page.file()), html(page, pages, misfits)))
                .toList());
        written.add(write(folder.resolve(Volet.COOPERATIONS.file()), cooperations()));
        written.addAll(evaluations(folder));
        written.add(ExperiencesPage.write(Catalogue.read(), folder, habillage.real()));
        return written;
    }

    /** A page per cooperation whose people answered, and one that leads to them; none where nobody did. */
    private List<Path> evaluations(Path folder) {
        List<Path> written = new ArrayList<>();
        if (!data.evaluations().isEmpty()) {
            String list = new EvaluationsListe(habillage).html(data.evaluations());
            written.add(write(folder.resolve(Volet.EVALUATIONS.file()), list));
        }
        data.evaluations().forEach(one -> written.add(EvaluationsPage.write(one, folder, habillage)));
        return written;
    }

    private String cooperations() {
        Map<String, String> departements = new HashMap<>();
        data.territoires()
                .getOrDefault(Niveau.DEPARTEMENT, List.of())
                .forEach(one -> departements.put(one.code(), one.libelle()));
        Map<String, String> evaluees = new TreeMap<>();
        data.evaluations().forEach(one -> evaluees.put(one.code(), EvaluationsPage.file(one)));
        return CooperationsPage.html(data.cooperations(), departements, evaluees, cartes, habillage);
    }

    private String html(Page page, List<Page> pages, int misfits) {
        PageMap map = new PageMap(page, contours.get(page.detail()));
        PageSeries series = new PageSeries(data, page);
        PagePoints points = new PagePoints(data, page, basemap, map);
        points.networks().forEach(one -> cartes.merge((String) one.get(0), page.file(), Atlas::closer));
        Map<String, Object> json = new PageJson(data, page, limits).of(map, series, points, pages, misfits);
        String title = habillage.english() ? page.title().en() : page.title().fr();
        return Html.page(habillage, title, Json.bytes(json), arcs(page, map), series.bytes());
    }

    /** Arcs of what is made of communes, then the shapes of what is not. */
    private byte[] arcs(Page page, PageMap map) {
        byte[] zones = new PageZones(page, basemap, map, contours.get(page.detail())).bytes();
        byte[] all = Arrays.copyOf(map.arcs(), map.arcs().length + zones.length);
        System.arraycopy(zones, 0, all, all.length - zones.length, zones.length);
        return all;
    }

    /** Of two pages that show a cooperation, the one of a région, which has its members. */
    private static String closer(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Path write(Path file, String html) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, html, StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new MaillageException(
                    "Cannot write " + file + ": " + e.getMessage() + ". Choose another folder with --out.", e);
        }
    }
}
