package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import fr.maillage.atlas.AtlasData.Modalite;
import fr.maillage.atlas.habillage.Labels;
import fr.maillage.gold.Perimetre;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads what series can be cut by: categories with their groups, services, ages and meanings of coverage. */
final class ModaliteReader {

    private static final Labels WHOLE = new Labels("Ensemble", "All");
    private static final Map<String, Labels> GROUPS = Map.of(
            "1", new Labels("Grands domaines (agrégat 1)", "Wide fields (group 1)"),
            "2", new Labels("Domaines (agrégat 2)", "Fields (group 2)"),
            "3", new Labels("Sous-domaines (agrégat 3)", "Subfields (group 3)"));
    private static final Labels CATEGORIES = new Labels("Catégories FINESS", "FINESS categories");

    private ModaliteReader() {}

    static Map<String, List<Modalite>> read(Tables tables) {
        return Map.of(
                "categorie",
                categories(tables),
                "service",
                services(),
                "tranche_age",
                tranches(tables),
                "sens_couverture",
                sens(),
                "perimetre",
                List.of(
                        new Modalite(
                                Perimetre.ESMS,
                                new Labels("Champ médico-social (ANAP)", "Medico-social scope (ANAP)"),
                                WHOLE),
                        new Modalite(Perimetre.TOUS, new Labels("Toutes catégories", "All categories"), WHOLE)));
    }

    /** Age bands as the parameter tranches_age names them, those without an end first. */
    private static List<Modalite> tranches(Tables tables) {
        return tables
                .list(
                        tables.read(Gold.POPULATION_PAR_AGE)
                                .where(col(NIVEAU).equalTo("national"))
                                .select(TRANCHE_AGE, AGE_MIN),
                        1_000)
                .stream()
                .sorted(Comparator.comparing((Row row) -> !row.getString(0).endsWith("+"))
                        .thenComparing((Row row) -> row.getLong(1)))
                .map(row -> new Modalite(
                        row.getString(0),
                        new Labels(row.getString(0) + " ans", row.getString(0) + " years"),
                        new Labels("Tranches d’âge", "Age bands")))
                .toList();
    }

    private static List<Modalite> categories(Tables tables) {
        Map<String, List<String>> groups = groups(tables);
        List<Modalite> categories = new ArrayList<>();
        categories.add(new Modalite(SerieReader.ALL, new Labels("Toutes catégories", "All categories"), WHOLE));
        categories.add(new Modalite(
                SerieReader.ESMS, new Labels("Champ médico-social (ANAP)", "Medico-social scope (ANAP)"), WHOLE));
        tables
                .list(
                        tables.read(Gold.OFFRE_PAR_TERRITOIRE)
                                .where(col(NIVEAU).equalTo("national"))
                                .select(SerieReader.categorie().as("modalite"), col(LIBELLE_REGROUPEMENT))
                                .where(col("modalite").isNotNull())
                                .where(not(col("modalite").isin(SerieReader.ALL, SerieReader.ESMS))),
                        10_000)
                .stream()
                .map(row -> categorie(row, groups))
                .sorted(Comparator.comparing((Modalite one) -> !one.code().contains("-"))
                        .thenComparing(Modalite::code))
                .forEach(categories::add);
        return categories;
    }

    /** The groups of every category of the nomenclature, and the medico-social scope when it is in it. */
    private static Map<String, List<String>> groups(Tables tables) {
        Map<String, List<String>> groups = new HashMap<>();
        for (Row row : tables.list(
                tables.read(Silver.CATEGORIE)
                        .select(
                                col(CODE_CATEGORIE),
                                col(CODE_AGREGAT_1),
                                col(CODE_AGREGAT_2),
                                col(CODE_AGREGAT_3),
                                Perimetre.of(tables).esms()),
                10_000)) {
            List<String> codes = new ArrayList<>();
            for (int level = 1; level <= 3; level++) {
                if (!row.isNullAt(level)) {
                    codes.add(level + "-" + row.getString(level));
                }
            }
            if (row.getBoolean(4)) {
                codes.add(SerieReader.ESMS);
            }
            groups.put(row.getString(0), codes);
        }
        return groups;
    }

    private static Modalite categorie(Row row, Map<String, List<String>> groups) {
        String code = row.getString(0);
        String label = row.isNullAt(1) ? code : row.getString(1);
        Labels group = code.contains("-") ? GROUPS.get(code.substring(0, 1)) : CATEGORIES;
        return new Modalite(code, Labels.same(label), group, groups.getOrDefault(code, List.of()));
    }

    /** The meanings of coverage, white zones first. */
    private static List<Modalite> sens() {
        Labels group = new Labels("Sens de la couverture", "Meaning of the coverage");
        return CodeList.read("sens_couverture").rows().stream()
                .map(row -> new Modalite(row.get("code"), new Labels(row.get("libelle"), row.get("libelle_en")), group))
                .sorted(Comparator.comparing((Modalite one) -> !one.code().equals("zone_blanche")))
                .toList();
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
