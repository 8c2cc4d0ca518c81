package fr.maillage.silver.passage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lives of all communes, told from the movements of INSEE from the first day to the last.
 *
 * <p>A life ends where its territory, its name or its code changes. What a movement starts from without any having made it
 * was there from the origin, or since its former life ended.
 */
public final class Chronique {

    private static final String NOM = "10";
    private static final Comparator<Mouvement> ORDRE = Comparator.comparing(Mouvement::mod)
            .thenComparing(Mouvement::apres)
            .thenComparing(one -> String.valueOf(one.avant()))
            .thenComparing(one -> String.valueOf(one.nomAvant()))
            .thenComparing(one -> String.valueOf(one.nomApres()));

    private final Registre registre = new Registre();

    private Chronique() {}

    /** Lives in order of their codes and days; the order of the movements does not count. */
    static List<Vie> of(Collection<Mouvement> mouvements) {
        Chronique chronique = new Chronique();
        Map<LocalDate, List<Mouvement>> days = new TreeMap<>(
                mouvements.stream().distinct().sorted(ORDRE).collect(Collectors.groupingBy(Mouvement::jour)));
        days.values().forEach(chronique::day);
        return chronique.registre.vies();
    }

    private void day(List<Mouvement> mouvements) {
        Evenements.of(mouvements.stream().filter(one -> !isRename(one)).toList())
                .forEach(this::happen);
        mouvements.stream().filter(Chronique::isRename).forEach(registre::rename);
    }

    private static boolean isRename(Mouvement mouvement) {
        return NOM.equals(mouvement.mod()) && mouvement.apres().equals(mouvement.avant());
    }

    /** What happens together: first everything ends, then everything begins. */
    private void happen(List<Mouvement> evenement) {
        Map<Mouvement.Code, Collection<Atome>> parts = Partage.of(evenement, registre);
        Map<Mouvement.Code, Collection<Atome>> attached = attached(evenement);
        ended(evenement).forEach((code, mouvement) -> registre.end(code, mouvement));
        begun(evenement).forEach((code, mouvement) -> {
            Collection<Atome> atomes = code.isCommune() ? parts.get(code) : attached.get(code);
            registre.begin(code, mouvement, atomes == null ? registre.createdFromNothing(code) : atomes);
        });
    }

    /** A commune ends by a movement between communes only: what happens to its parts leaves it as it is. */
    private static Map<Mouvement.Code, Mouvement> ended(List<Mouvement> evenement) {
        Map<Mouvement.Code, Mouvement> ended = new TreeMap<>();
        for (Mouvement mouvement : evenement) {
            if (mouvement.avant() != null && (mouvement.isBetweenCommunes() || isPart(mouvement.avant()))) {
                ended.putIfAbsent(mouvement.avant(), mouvement);
            }
        }
        return ended;
    }

    private static Map<Mouvement.Code, Mouvement> begun(List<Mouvement> evenement) {
        Map<Mouvement.Code, Mouvement> begun = new TreeMap<>();
        for (Mouvement mouvement : evenement) {
            if (mouvement.avant() == null || mouvement.isBetweenCommunes() || isPart(mouvement.apres())) {
                begun.putIfAbsent(mouvement.apres(), mouvement);
            }
        }
        return begun;
    }

    private static boolean isPart(Mouvement.Code code) {
        return !code.isCommune();
    }

    /** The territory of what begins as a part of a commune, known before anything ends. */
    private Map<Mouvement.Code, Collection<Atome>> attached(List<Mouvement> evenement) {
        Map<Mouvement.Code, Collection<Atome>> attached = new HashMap<>();
        Map<Mouvement.Code, List<Mouvement>> begun = new TreeMap<>(
                evenement.stream().filter(one -> isPart(one.apres())).collect(Collectors.groupingBy(Mouvement::apres)));
        begun.forEach((code, mouvements) -> attached.put(code, registre.former(code, mouvements)));
        return attached;
    }

    /**
     * Arrondissements municipaux, each read as the commune that holds it in every life of that.
     *
     * @param communes the commune of each
     * @param noms the name of each
     */
    static List<Vie> arrondissements(List<Vie> vies, Map<String, String> communes, Map<String, String> noms) {
        List<Vie> found = new ArrayList<>();
        for (String code : new TreeSet<>(communes.keySet())) {
            List<Vie> own = vies.stream()
                    .filter(vie -> vie.type().equals("ARM") && vie.code().equals(code))
                    .toList();
            for (Vie commune : vies) {
                if (commune.isCommune() && commune.code().equals(communes.get(code))) {
                    found.addAll(within(code, noms.get(code), own, commune));
                }
            }
        }
        return found;
    }

    private static List<Vie> within(String code, String nom, List<Vie> own, Vie commune) {
        List<Vie> whole = own.isEmpty()
                ? List.of(new Vie("ARM", code, nom, Vie.ORIGINE, Vie.OUVERTE, null, null, List.of()))
                : own;
        return whole.stream()
                .filter(vie ->
                        vie.debut().isBefore(commune.fin()) && commune.debut().isBefore(vie.fin()))
                .map(vie -> new Vie(
                        "ARM",
                        code,
                        vie.nom(),
                        vie.debut().isAfter(commune.debut()) ? vie.debut() : commune.debut(),
                        vie.fin().isBefore(commune.fin()) ? vie.fin() : commune.fin(),
                        vie.evenementDebut(),
                        vie.evenementFin(),
                        commune.atomes()))
                .toList();
    }
}
