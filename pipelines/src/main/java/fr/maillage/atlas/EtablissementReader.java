package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.atlas.AtlasData.Etablissement;
import fr.maillage.atlas.AtlasData.Lien;
import fr.maillage.atlas.AtlasData.Reseau;
import fr.maillage.gold.Ouverts;
import fr.maillage.schemas.CodeList;
import fr.maillage.schemas.Silver;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads open establishments that have a position, and the cooperations that tie them together. */
final class EtablissementReader {

    private static final int MOST = 1_000_000;

    private final Tables tables;
    private final List<Etablissement> etablissements = new ArrayList<>();
    private final Map<String, List<String>> byEntity = new HashMap<>();
    private final Map<String, String> forms = new HashMap<>();

    EtablissementReader(Tables tables) {
        this.tables = tables;
        for (Map<String, String> row : CodeList.read("forme_juridique").rows()) {
            forms.put(row.get("code"), row.get("libelle"));
        }
        Dataset<Row> open = tables.read(Silver.ETABLISSEMENT)
                .where(col(DATE_FERMETURE).isNull())
                .where(Ouverts.isActive())
                .where(col(CODE_COMMUNE)
                        .isNotNull()
                        .and(col(LONGITUDE).isNotNull())
                        .and(col(LATITUDE).isNotNull()))
                .orderBy(col(NUMERO_FINESS_ET))
                .select(
                        col(NUMERO_FINESS_ET),
                        col(NOM),
                        col(CODE_CATEGORIE),
                        col(CODE_COMMUNE),
                        col(LONGITUDE),
                        col(LATITUDE),
                        col(NUMERO_FINESS_EJ));
        tables.list(open, MOST).forEach(this::add);
    }

    private void add(Row row) {
        etablissements.add(new Etablissement(
                row.getString(0),
                row.isNullAt(1) ? null : row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                row.getDouble(5)));
        byEntity.computeIfAbsent(row.getString(6), entity -> new ArrayList<>()).add(row.getString(0));
    }

    List<Etablissement> etablissements() {
        return etablissements;
    }

    /**
     * Cooperations that live on that day, or at any time when there is none, with those of their members that are
     * establishments or manage some, and their territories; those with neither are left out. A cooperation found in a register and declared as well is shown as declared.
     */
    List<Reseau> reseaux(Optional<String> day) {
        Map<String, Set<String>> members = members(day);
        Map<String, List<Lien>> liens = LiensReader.read(tables, day);
        Set<String> twins = new HashSet<>();
        tables.list(CooperationRapprochement.retenus(tables).select(col(CODE_COOPERATION_DETECTEE)), MOST)
                .forEach(row -> twins.add(row.getString(0)));
        Dataset<Row> living = living(tables.read(Silver.COOPERATION), day)
                .orderBy(col(CODE_COOPERATION))
                .select(col(CODE_COOPERATION), col(NOM), col(FORME_JURIDIQUE));
        List<Reseau> reseaux = new ArrayList<>();
        for (Row row : tables.list(living, MOST)) {
            String code = row.getString(0);
            if ((members.containsKey(code) || liens.containsKey(code)) && !twins.contains(code)) {
                String name = row.isNullAt(1) ? code : row.getString(1);
                String form = forms.getOrDefault(row.getString(2), row.getString(2));
                reseaux.add(new Reseau(
                        code,
                        name,
                        form,
                        List.copyOf(members.getOrDefault(code, Set.of())),
                        liens.getOrDefault(code, List.of())));
            }
        }
        return reseaux;
    }

    private Map<String, Set<String>> members(Optional<String> day) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        Dataset<Row> rows = living(tables.read(Silver.COOPERATION_MEMBRE), day)
                .select(col(CODE_COOPERATION), col(NUMERO_FINESS_ET), col(NUMERO_FINESS_EJ));
        for (Row row : tables.list(rows, MOST)) {
            List<String> establishments = !row.isNullAt(1)
                    ? List.of(row.getString(1))
                    : row.isNullAt(2) ? List.of() : byEntity.getOrDefault(row.getString(2), List.of());
            if (!establishments.isEmpty()) {
                members.computeIfAbsent(row.getString(0), code -> new TreeSet<>())
                        .addAll(establishments);
            }
        }
        return members;
    }

    /** Rows whose period holds that day. */
    static Dataset<Row> living(Dataset<Row> rows, Optional<String> day) {
        if (day.isEmpty()) {
            return rows;
        }
        Column date = lit(day.get()).cast("date");
        return rows.where(col(DATE_DEBUT).isNull().or(col(DATE_DEBUT).leq(date)))
                .where(col(DATE_FIN).isNull().or(col(DATE_FIN).geq(date)));
    }
}
