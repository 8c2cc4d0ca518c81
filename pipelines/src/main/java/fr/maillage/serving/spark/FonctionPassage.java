package fr.maillage.serving.spark;

import fr.maillage.silver.passage.Passages;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The functions {@code passage} and {@code usage} of {@link CatalogueGeo} before their arguments are known. */
final class FonctionPassage implements UnboundFunction {

    static final String NOM = "passage";
    static final List<String> NOMS = List.of(NOM, UsageDeCommune.NOM);

    private final String nom;
    private final Broadcast<Passages> passages;

    FonctionPassage(String nom, Broadcast<Passages> passages) {
        this.nom = nom;
        this.passages = passages;
    }

    /** @throws UnsupportedOperationException for other arguments: what Spark asks for, and tells the person with the description */
    @Override
    public BoundFunction bind(StructType arguments) {
        boolean isPassage = nom.equals(NOM);
        if (arguments.size() != (isPassage ? 3 : 2)) {
            throw new UnsupportedOperationException(description());
        }
        boolean dates = true;
        for (int i = 1; i < arguments.size(); i++) {
            dates &= arguments.apply(i).dataType().equals(DataTypes.DateType);
        }
        return isPassage ? new PassageDeCommune(passages, dates) : new UsageDeCommune(passages, dates);
    }

    @Override
    public String name() {
        return nom;
    }

    @Override
    public String description() {
        return nom.equals(NOM)
                ? NOM
                        + " takes the code of a commune and the years, or dates, from which and to which it goes: it gives"
                        + " the communes that hold a part of it, each with part, part_basse, part_haute and nature_part"
                : nom + " takes the code of a commune and a year or date: it gives commune, commune_rattachee,"
                        + " autre_millesime or inconnu";
    }
}
