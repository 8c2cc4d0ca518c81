package fr.maillage.testing.plus;

import static fr.maillage.testing.plus.Valeurs.jour;
import static fr.maillage.testing.plus.Valeurs.nombre;

import java.io.IOException;

/** An event, in the shape both documents share. */
final class Evenements {

    private Evenements() {}

    /** @param otherType kind of the other object, null when there is none */
    static void write(Ecriture json, int number, String code, String type, int object, String otherType, int other)
            throws IOException {
        json.objet().champs("evenementId", nombre(number), "dateEnregistrement", "2026-07-07 12:22:32");
        json.champs("dateEvenement", jour(number), "etatObjet1", number % 28 == 0 ? "101" : code);
        json.champs("identifiantObjet1", nombre(object), "identifiantObjet2", otherType == null ? null : nombre(other));
        json.champs("systemeMaitre", "01", "typeObjet1", type, "typeObjet2", otherType, "codeEvenement", code)
                .fin();
    }
}
