package fr.maillage.silver.place;

import fr.maillage.schemas.CodeList;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The dated list {@code codes/classement_place}: what the codes of an equipment say, axis by axis.
 *
 * <p>A line may say one axis or several, of one code or a combination; {@code *} stands for any code. On each axis the
 * most specific line that is valid on the day decides; what no line says is unknown.
 */
public final class Classement implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<LigneClassement> lignes;

    private Classement(ArrayList<LigneClassement> lignes) {
        this.lignes = lignes;
    }

    /** Lines from the most specific to the most general. */
    public static Classement of(CodeList list) {
        return new Classement(new ArrayList<>(list.rows().stream()
                .map(LigneClassement::of)
                .sorted(Comparator.comparingInt(LigneClassement::rang)
                        .reversed()
                        .thenComparing(LigneClassement::code))
                .toList()));
    }

    /** The line that decides an axis; empty when none does. */
    Optional<LigneClassement> find(Axe axe, CodesEquipement codes, LocalDate jour) {
        return lignes.stream()
                .filter(ligne -> !ligne.dit(axe).isEmpty() && ligne.vaut(jour) && ligne.concerne(codes))
                .findFirst();
    }

    List<LigneClassement> lignes() {
        return lignes;
    }
}
