package fr.maillage.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Draws the establishments and managers of a territory, one line of {@link Offre} after the other. */
final class Tirage {

    private final Random random = new Random(1833);
    private final Appellations appellations = new Appellations(random);
    private final Gestionnaires gestionnaires = new Gestionnaires(appellations, random);
    private final List<Etablissement> etablissements = new ArrayList<>();
    private final Territoire territoire;

    Tirage(Territoire territoire) {
        this.territoire = territoire;
    }

    List<EntiteJuridique> entites() {
        return gestionnaires.all();
    }

    List<Etablissement> etablissements() {
        return etablissements;
    }

    void draw(Offre offre) {
        double[] weights = territoire.communes().stream()
                .mapToDouble(c -> StrictMath.pow(c.population(), offre.urbanite()))
                .toArray();
        for (int i = 0; i < offre.nombre(); i++) {
            Commune commune = territoire.communes().get(weighted(weights));
            String type = offre.gestionnaires()
                    .get(random.nextInt(offre.gestionnaires().size()));
            String nom = appellations.name(offre.denomination(), commune);
            add(gestionnaires.of(type, commune), nom, offre.categorie(), commune, ouverture(etablissements.size()));
        }
    }

    /** A status makes it a legal entity; a category makes it an establishment too. */
    void register(Cooperation cooperation) {
        String code = cooperation.registre();
        if (code.isEmpty()) {
            return;
        }
        Commune siege = territoire.commune(cooperation.epci().get(0).chefLieu());
        boolean isStatus = code.length() == 2;
        String statut = isStatus ? code : code.equals("604") ? "60" : "89";
        EntiteJuridique entite = gestionnaires.cooperation(
                cooperation.nom(), statut, isStatus ? "" : code, siege, cooperation.dateDebut());
        if (!isStatus) {
            add(entite, entite.nom(), code, siege, cooperation.dateDebut());
        }
    }

    private void add(EntiteJuridique entite, String nom, String categorie, Commune commune, LocalDate ouverture) {
        int rank = etablissements.size();
        Coordinate place = place(commune);
        boolean isNew = ouverture.isAfter(Exemple.PREMIERE_DIFFUSION);
        etablissements.add(new Etablissement(
                rank,
                Numeros.finess(commune.departement(), 1, rank + 1),
                entite,
                nom,
                !isNew && rank % 67 == 0 ? appellations.former(nom) : null,
                categorie,
                commune,
                Adresse.in(commune, random),
                Numeros.siret(entite.siren(), 11 + rank),
                ouverture,
                !isNew && rank % 84 == 40,
                place.x,
                place.y));
    }

    /** One in fifty-six opened between the two releases. */
    private LocalDate ouverture(int rank) {
        LocalDate first = Exemple.PREMIERE_DIFFUSION;
        return rank % 56 == 17
                ? first.plusDays(20 + random.nextInt(320))
                : first.minusDays(200 + random.nextInt(16000));
    }

    private int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        int i = 0;
        while (left > weights[i] && i < weights.length - 1) {
            left -= weights[i++];
        }
        return i;
    }

    /** Near where people live, and inside the contour. */
    private Coordinate place(Commune commune) {
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(commune.contour());
        double spread = Math.sqrt(commune.contour().getArea()) / 6;
        for (int i = 0; i < 50; i++) {
            Coordinate place = new Coordinate(
                    Math.rint(10 * (commune.bourg().x + spread * random.nextGaussian())) / 10,
                    Math.rint(10 * (commune.bourg().y + spread * random.nextGaussian())) / 10);
            if (inside.locate(place) == Location.INTERIOR) {
                return place;
            }
        }
        return commune.bourg();
    }
}
