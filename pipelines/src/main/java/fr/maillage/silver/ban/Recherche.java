package fr.maillage.silver.ban;

import fr.maillage.silver.finess.Mots;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The addresses to place that an address of the reference may be; asked of each address of the reference in turn.
 *
 * <p>Compared are names of the claimed commune or the same postal code of which one word begins alike. What is looked for
 * is held in memory, the reference is read once and never moved: the work grows with its length, not with the product.
 */
final class Recherche implements UDF1<Row, Row[]>, Serializable {

    /** What it finds: the address to place, by which of its names, and how much the names look alike. */
    static final StructType SCHEMA = new StructType()
            .add("numero", DataTypes.StringType)
            .add("annoncee", DataTypes.StringType)
            .add("numero_demande", DataTypes.IntegerType)
            .add("indice_demande", DataTypes.StringType)
            .add("voie_demandee", DataTypes.BooleanType)
            .add("rang", DataTypes.IntegerType)
            .add("genre", DataTypes.StringType)
            .add("nom", DataTypes.StringType)
            .add("ressemblance", DataTypes.DoubleType);

    private static final long serialVersionUID = 1L;
    /** Less alike than this is no candidate. */
    private static final double PLANCHER = 0.5;
    /** Addresses of a street follow each other in the files. */
    private static final int PLUS_DE_NOMS = 256;

    /** One name that an address to place goes by. */
    private record Cible(Demandee demandee, int rang, String[] mots) implements Serializable {}

    private record Demandee(String numero, String annoncee, Integer numeroVoie, String indice, boolean voie)
            implements Serializable {}

    private record Trouvee(Cible cible, double ressemblance) {}

    private final Mots mots;
    private final Ressemblance ressemblance;
    private final Lieux lieux;
    private final HashMap<String, ArrayList<Cible>> parNom = new HashMap<>();
    private final HashMap<String, ArrayList<Demandee>> parCle = new HashMap<>();
    private final HashSet<String> voulus = new HashSet<>();
    private transient Map<String, List<Trouvee>> recentes;

    /**
     * @param demandes number, claimed commune, postal code, published key, and the address taken apart by {@link Demande}
     */
    Recherche(List<Row> demandes, Lieux lieux, Mots mots) {
        this.mots = mots;
        this.lieux = lieux;
        this.ressemblance = new Ressemblance(mots);
        demandes.forEach(this::add);
    }

    private void add(Row row) {
        Row adresse = row.getStruct(4);
        List<Row> textes = adresse.getList(2);
        List<String> places = lieuxDe(row.getString(1), row.getString(2));
        voulus.addAll(places);
        boolean voie = textes.stream().anyMatch(texte -> texte.getInt(0) == 0);
        Demandee demandee =
                new Demandee(row.getString(0), row.getString(1), adresse.getAs(0), adresse.getString(1), voie);
        for (Row texte : textes) {
            Cible cible = new Cible(demandee, texte.getInt(0), texts(texte.getList(1)));
            for (String amorce : texts(texte.getList(2))) {
                for (String lieu : places) {
                    parNom.computeIfAbsent(lieu + amorce, key -> new ArrayList<>())
                            .add(cible);
                }
            }
        }
        if (row.getString(3) != null) {
            parCle.computeIfAbsent(row.getString(3), key -> new ArrayList<>()).add(demandee);
        }
    }

    /** Takes code of the commune, day of the file, postal code, key, street and locality of an address. */
    @Override
    public Row[] call(Row adresse) {
        String commune = lieux.commune(adresse.getString(0), adresse.getDate(1).toLocalDate());
        if (commune == null) {
            return new Row[0];
        }
        List<Row> found = new ArrayList<>();
        for (String genre : List.of("voie", "lieu_dit")) {
            String nom = adresse.getString(genre.equals("voie") ? 4 : 5);
            if (nom != null) {
                trouvees(commune, adresse.getString(2), nom)
                        .forEach(one -> found.add(
                                row(one.cible().demandee(), one.cible().rang(), genre, nom, one.ressemblance())));
            }
        }
        parCle.getOrDefault(adresse.getString(3).toLowerCase(Locale.ROOT), new ArrayList<>())
                .forEach(demandee -> found.add(row(demandee, -1, "cle", adresse.getString(3), 1)));
        return found.toArray(Row[]::new);
    }

    private List<Trouvee> trouvees(String commune, String postal, String nom) {
        if (lieuxDe(commune, postal).stream().noneMatch(voulus::contains)) {
            return List.of();
        }
        if (recentes == null || recentes.size() > PLUS_DE_NOMS) {
            recentes = new HashMap<>();
        }
        return recentes.computeIfAbsent(commune + "|" + postal + "|" + nom, key -> compared(commune, postal, nom));
    }

    private List<Trouvee> compared(String commune, String postal, String nom) {
        String[] words = mots.of(nom);
        Set<Cible> cibles = new LinkedHashSet<>();
        for (String amorce : mots.amorces(words)) {
            for (String lieu : lieuxDe(commune, postal)) {
                cibles.addAll(parNom.getOrDefault(lieu + amorce, new ArrayList<>()));
            }
        }
        List<Trouvee> found = new ArrayList<>();
        for (Cible cible : cibles) {
            double value = ressemblance.of(cible.mots(), words);
            if (value >= PLANCHER) {
                found.add(new Trouvee(cible, value));
            }
        }
        return found;
    }

    private static List<String> lieuxDe(String commune, String postal) {
        List<String> keys = new ArrayList<>();
        if (commune != null) {
            keys.add("commune " + commune + " ");
        }
        if (postal != null) {
            keys.add("postal " + postal + " ");
        }
        return keys;
    }

    private static Row row(Demandee demandee, int rang, String genre, String nom, double value) {
        return RowFactory.create(
                demandee.numero(),
                demandee.annoncee(),
                demandee.numeroVoie(),
                demandee.indice(),
                demandee.voie(),
                rang,
                genre,
                nom,
                value);
    }

    private static String[] texts(List<String> words) {
        return words.toArray(String[]::new);
    }
}
