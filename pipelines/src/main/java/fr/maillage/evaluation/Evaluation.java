package fr.maillage.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All assessments of one cooperation.
 *
 * @param nom its name, or its code when no name is known
 * @param fictif whether it is of a territory that does not exist, which must be said
 */
public record Evaluation(String code, String nom, boolean fictif, List<Resultat> resultats, List<Compte> comptes) {

    /** The frameworks that somebody answered, in the order of the sources. */
    public List<Map<String, String>> referentiels() {
        return Referentiels.list().stream()
                .filter(row -> !sessions(row.get("code_referentiel")).isEmpty())
                .toList();
    }

    /** Days on which people answered a framework, the oldest first. */
    public List<LocalDate> sessions(String referentiel) {
        return resultats.stream()
                .filter(one -> one.referentiel().equals(referentiel))
                .map(Resultat::session)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a session says of an axis. */
    public Optional<Resultat> find(String referentiel, LocalDate session, String axe) {
        return resultats.stream()
                .filter(one -> one.referentiel().equals(referentiel)
                        && one.session().equals(session)
                        && one.axe().equals(axe))
                .findFirst();
    }

    /** Axes of a framework that have a score in at least one session. */
    public long notes(String referentiel) {
        return resultats.stream()
                .filter(one -> one.referentiel().equals(referentiel) && one.score() != null)
                .map(Resultat::axe)
                .distinct()
                .count();
    }

    /** Only the assessments by one framework. */
    public Evaluation par(String referentiel) {
        return new Evaluation(
                code,
                nom,
                fictif,
                resultats.stream()
                        .filter(one -> one.referentiel().equals(referentiel))
                        .toList(),
                comptes.stream()
                        .filter(one -> one.referentiel().equals(referentiel))
                        .toList());
    }
}
