package fr.maillage.testing.etalab;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A register of the whole country that lives month after month: always the same for the same sizes.
 *
 * <p>In a month about 1.5 % of the establishments change in a way that makes a version: they open, close (they are listed
 * no more), are renamed, go to another manager, move or are paid otherwise; some more change their telephone number,
 * which makes none. Managers are renamed, move, or hand everything to another and go.
 */
public final class RegistreEtalab {

    private static final double OUVERTURES = 0.002;
    private static final double FERMETURES = 0.002;
    private static final double RENOMMAGES = 0.005;
    private static final double TRANSFERTS = 0.0005;
    private static final double DEMENAGEMENTS = 0.0035;
    private static final double TARIFS = 0.0015;
    private static final double TELEPHONES = 0.003;
    private static final double ENTITES_RENOMMEES = 0.004;
    private static final double ENTITES_DEMENAGEES = 0.003;
    private static final double ENTITES_ABSORBEES = 0.0005;

    private final SplittableRandom tirage = new SplittableRandom(60);
    private final List<EntiteEtalab> entites = new ArrayList<>();
    private final BitSet parties = new BitSet();
    private final List<EtablissementEtalab> etablissements = new ArrayList<>();
    private final int[] rangs = new int[Pays.CODES.size()];
    private LocalDate jour;

    /** @param jour day of the first release */
    public RegistreEtalab(int nombre, LocalDate jour) {
        this.jour = jour;
        for (int i = 0; i < Math.max(1, nombre / 2); i++) {
            entites.add(entite(i % Pays.CODES.size(), passe()));
        }
        for (int i = 0; i < nombre; i++) {
            etablissements.add(etablissement(passe()));
        }
    }

    /** A month later. */
    public void avance() {
        jour = jour.plusMonths(1);
        absorbe();
        int nombre = etablissements.size();
        change(RENOMMAGES, e -> e.nomme(e.nom() + 1, jour));
        change(TRANSFERTS, e -> e.transfere(presente(), jour));
        change(DEMENAGEMENTS, e -> e.demenage(e.lieu().ailleurs(tirage), jour));
        change(TARIFS, e -> e.tarife(e.tarif() + 1, jour));
        change(TELEPHONES, e -> e.joignable(tirage.nextInt(1_000_000), jour));
        for (int i = 0; i < fois(FERMETURES, nombre); i++) {
            etablissements.remove(tirage.nextInt(etablissements.size()));
        }
        for (int i = 0; i < fois(OUVERTURES, nombre); i++) {
            etablissements.add(etablissement(jour.minusDays(tirage.nextInt(20))));
        }
    }

    /** Some managers are renamed or move; some hand their establishments over, and new ones take their place. */
    private void absorbe() {
        for (int i = 0; i < fois(ENTITES_RENOMMEES, entites.size()); i++) {
            int which = presente();
            entites.set(which, entites.get(which).nomme(entites.get(which).nom() + 1));
        }
        for (int i = 0; i < fois(ENTITES_DEMENAGEES, entites.size()); i++) {
            int which = presente();
            entites.set(
                    which, entites.get(which).demenage(entites.get(which).lieu().ailleurs(tirage)));
        }
        BitSet absorbees = new BitSet();
        for (int i = 0; i < fois(ENTITES_ABSORBEES, entites.size()); i++) {
            absorbees.set(presente());
        }
        parties.or(absorbees);
        etablissements.replaceAll(e -> absorbees.get(e.entite()) ? e.transfere(presente(), jour) : e);
        absorbees.stream()
                .forEach(which -> entites.add(entite(entites.get(which).lieu().departement(), jour)));
    }

    private void change(double part, UnaryOperator<EtablissementEtalab> change) {
        int times = fois(part, etablissements.size());
        for (int i = 0; i < times; i++) {
            int which = tirage.nextInt(etablissements.size());
            etablissements.set(which, change.apply(etablissements.get(which)));
        }
    }

    /** At least once, so that small registers live too. */
    private static int fois(double part, int nombre) {
        return (int) Math.max(1, Math.round(part * nombre));
    }

    private int presente() {
        int which = tirage.nextInt(entites.size());
        return parties.get(which) ? parties.nextClearBit(which) % entites.size() : which;
    }

    private EntiteEtalab entite(int departement, LocalDate creation) {
        int rang = ++rangs[departement];
        return new EntiteEtalab(
                Pays.numero(departement, rang),
                Pays.luhn("9%07d".formatted(entites.size())),
                tirage.nextInt(10_000),
                tirage.nextInt(1_000),
                Lieu.tire(departement, tirage),
                creation);
    }

    private EtablissementEtalab etablissement(LocalDate ouverture) {
        int entite = presente();
        int departement = entites.get(entite).lieu().departement();
        int rang = ++rangs[departement];
        return new EtablissementEtalab(
                Pays.numero(departement, rang),
                entite,
                tirage.nextInt(10_000),
                tirage.nextInt(1_000),
                tirage.nextInt(1_000),
                tirage.nextInt(1_000_000),
                Lieu.tire(departement, tirage),
                ouverture,
                ouverture);
    }

    private LocalDate passe() {
        return jour.minusDays(30 + tirage.nextInt(15_000));
    }

    LocalDate jour() {
        return jour;
    }

    List<EtablissementEtalab> etablissements() {
        return etablissements;
    }

    EntiteEtalab entite(int which) {
        return entites.get(which);
    }

    /** Those that are still there. */
    List<EntiteEtalab> entites() {
        List<EntiteEtalab> presentes = new ArrayList<>();
        for (int i = 0; i < entites.size(); i++) {
            if (!parties.get(i)) {
                presentes.add(entites.get(i));
            }
        }
        return presentes;
    }
}
