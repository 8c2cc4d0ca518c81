package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads what series can be cut by: categories with their groups, and services. */
final class ModaliteReader {

    private static final Labels WHOLE = new Labels("Ensemble", "All");
    private static final Map<String, Labels> GROUPS = Map.of(
            "1", new Labels("Grands domaines (agrégat 1)", "Wide fields (group 1)"),
            "2", new Labels("Domaines (agrégat 2)", "Fields (group 2)"),
            "3", new Labels("Sous-domaines (agrégat 3)", "Subfields (group 3)"));
    private static final Labels CATEGORIES = new Labels("Catégories FINESS", "FINESS categories");

    private ModaliteReader() {}

    static Map<String, List<Modalite>> read(Tables tables) {
        return Map.of("categorie", categories(tables), "service", services());
    }

    private static List<Modalite> categories(Tables tables) {
        List<Modalite> categories = new ArrayList<>();
        categories.add(new Modalite(SerieReader.ALL, new Labels("Toutes catégories", "All categories"), WHOLE));
        categories.add(
                new Modalite("ESMS", new Labels("Champ médico-social (ANAP)", "Medico-social scope (ANAP)"), WHOLE));
        tables
                .list(
                        tables.read(Gold.OFFRE_PAR_TERRITOIRE)
                                .where(col(NIVEAU).equalTo("national"))
                                .select(SerieReader.categorie().as("modalite"), col(LIBELLE_REGROUPEMENT))
                                .where(col("modalite").isNotNull())
                                .where(not(col("modalite").isin(SerieReader.ALL, "ESMS"))),
                        10_000)
                .stream()
                .map(ModaliteReader::categorie)
                .sorted(Comparator.comparing((Modalite one) -> !one.code().contains("-"))
                        .thenComparing(Modalite::code))
                .forEach(categories::add);
        return categories;
    }

    private static Modalite categorie(Row row) {
        String code = row.getString(0);
        String label = row.isNullAt(1) ? code : row.getString(1);
        Labels group = code.contains("-") ? GROUPS.get(code.substring(0, 1)) : CATEGORIES;
        return new Modalite(code, Labels.same(label), group);
    }

    private static List<Modalite> services() {
        List<Modalite> services = new ArrayList<>();
        services.add(new Modalite(SerieReader.ALL, new Labels("Tous services", "All services"), WHOLE));
        for (Map<String, String> row : CodeList.read("service_activite").rows()) {
            services.add(new Modalite(
                    row.get("code"),
                    new Labels(row.get("libelle"), row.get("libelle_en")),
                    new Labels("Services", "Services")));
        }
        return services;
    }
}
