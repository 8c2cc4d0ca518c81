package fr.maillage.atlas;

import fr.maillage.MaillageException;
import fr.maillage.experience.Catalogue;
import fr.maillage.experience.Libelles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Writes the atlas: maps, cooperations and experiences that open from the disk, each a single file. */
public final class Atlas {

    private final AtlasData data;
    private final Locale locale;
    private final Basemap basemap;
    private final Limits limits;
    private final Map<Page.Detail, Map<Cadre, Map<String, Geometry>>> contours = new EnumMap<>(Page.Detail.class);

    private Atlas(AtlasData data, Locale locale) {
        this.data = data;
        this.locale = locale;
        this.basemap = new Basemap(data.communes());
        this.limits = new Limits(data);
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
        written.add(write(folder.resolve(CooperationsPage.FILE), cooperations()));
        written.add(ExperiencesPage.write(Catalogue.read(), folder, new Libelles(english())));
        return written;
    }

    private String cooperations() {
        Map<String, String> departements = new HashMap<>();
        data.territoires()
                .getOrDefault(Niveau.DEPARTEMENT, List.of())
                .forEach(one -> departements.put(one.code(), one.libelle()));
        return CooperationsPage.html(data.cooperations(), departements, data.fictif(), english());
    }

    private boolean english() {
        return locale.getLanguage().equals("en");
    }

    private String html(Page page, List<Page> pages, int misfits) {
        PageMap map = new PageMap(page, contours.get(page.detail()));
        PageSeries series = new PageSeries(data, page);
        PagePoints points = new PagePoints(data, page, basemap, map);
        Map<String, Object> json = new PageJson(data, page, limits).of(map, series, points, pages, misfits);
        String title = english() ? page.title().en() : page.title().fr();
        return Html.page(locale, title + " · Maillage", Json.bytes(json), map.arcs(), series.bytes());
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
