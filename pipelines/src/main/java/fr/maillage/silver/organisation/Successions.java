package fr.maillage.silver.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who an organisation is on a day: itself until it is succeeded, then those that took its place, and so on.
 *
 * <p>The links make no cycle; {@link OrganisationSuccession} sees to it.
 */
final class Successions implements Serializable {

    private static final long serialVersionUID = 1L;

    /** @param repris whether the new one existed before */
    record Succession(String ancienne, String nouvelle, LocalDate jour, boolean repris) implements Serializable {}

    /**
     * Whom to look for.
     *
     * @param du first day; null when it is not known since when
     * @param au last day; null while it lasts
     */
    record Periode(LocalDate du, LocalDate au, String actuelle) implements Serializable {}

    private final Map<String, List<Succession>> suites = new TreeMap<>();
    private final Map<String, LocalDate> debuts = new TreeMap<>();

    Successions(Collection<Succession> successions) {
        for (Succession one : successions) {
            suites.computeIfAbsent(one.ancienne(), key -> new ArrayList<>()).add(one);
            if (!one.repris()) {
                debuts.merge(one.nouvelle(), one.jour(), (left, right) -> left.isBefore(right) ? left : right);
            }
        }
    }

    /** The periods of an organisation by whom it is, then by day. */
    List<Periode> periodes(String code) {
        List<LocalDate> jours = new ArrayList<>();
        LocalDate debut = debuts.get(code);
        jours.add(debut);
        jours(code).stream()
                .filter(jour -> debut == null || jour.isAfter(debut))
                .forEach(jours::add);
        Map<String, List<Periode>> periodes = new TreeMap<>();
        for (int i = 0; i < jours.size(); i++) {
            LocalDate du = jours.get(i);
            LocalDate au = i + 1 == jours.size() ? null : jours.get(i + 1).minusDays(1);
            Set<String> actuelles = du == null ? Set.of(code) : actuelles(code, du);
            for (String actuelle : actuelles) {
                add(periodes.computeIfAbsent(actuelle, key -> new ArrayList<>()), du, au, actuelle);
            }
        }
        return periodes.values().stream().flatMap(List::stream).toList();
    }

    private static void add(List<Periode> periodes, LocalDate du, LocalDate au, String actuelle) {
        Periode last = periodes.isEmpty() ? null : periodes.get(periodes.size() - 1);
        if (last != null && Objects.equals(last.au(), du.minusDays(1))) {
            periodes.set(periodes.size() - 1, new Periode(last.du(), au, actuelle));
        } else {
            periodes.add(new Periode(du, au, actuelle));
        }
    }

    /** The days on which something happens to the organisation or to those that took its place. */
    private Set<LocalDate> jours(String code) {
        Set<LocalDate> jours = new TreeSet<>();
        for (Succession one : suites.getOrDefault(code, List.of())) {
            jours.add(one.jour());
            jours.addAll(jours(one.nouvelle()));
        }
        return jours;
    }

    /** Who stands in its place on that day. */
    Set<String> actuelles(String code, LocalDate jour) {
        Set<String> actuelles = new TreeSet<>();
        for (Succession one : suites.getOrDefault(code, List.of())) {
            if (!one.jour().isAfter(jour)) {
                actuelles.addAll(actuelles(one.nouvelle(), jour));
            }
        }
        return actuelles.isEmpty() ? Set.of(code) : actuelles;
    }
}
