package fr.maillage.atlas.cooperation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.maillage.atlas.cooperation.CooperationsReader.Bounded;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.warehouse.Tables;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what is told of some cooperations: facts, members, marks, history, positions and how each holds. */
final class DossierReader {

    private static final String SAME = "_same_";
    private static final String TABLE = "_table";
    private static final String SAID = "_said";
    private static final JsonMapper JSON = new JsonMapper();

    private final Bounded bounded;
    private final Tables tables;
    private final List<String> codes;
    private final List<Map<String, Object>> membres;
    /** Rows by table, then by cooperation. */
    private final Map<String, Map<String, List<Map<String, Object>>>> told;

    DossierReader(Bounded bounded, Tables tables, List<String> codes) {
        this.bounded = bounded;
        this.tables = tables;
        this.codes = codes;
        this.membres = codes.isEmpty() ? List.of() : membres();
        this.told = codes.isEmpty() ? Map.of() : told();
    }

    Map<String, Cooperations.Dossier> dossiers() {
        Map<String, List<Map<String, Object>>> members =
                membres.stream().collect(Collectors.groupingBy(one -> Lignes.text(one, CODE_COOPERATION)));
        Map<String, Cooperations.Dossier> all = new LinkedHashMap<>();
        codes.forEach(code -> all.put(
                code,
                new Cooperations.Dossier(
                        told(Gold.FICHE_COOPERATION, code, RUBRIQUE, DATE_DEBUT, LIBELLE_VALEUR, CODE_FAIT),
                        members.getOrDefault(code, List.of()),
                        told(Gold.NOTATION_COOPERATION, code, COLONNE_NOTATION),
                        told(Gold.ETAPE_COOPERATION, code, RUBRIQUE, DATE_DEBUT, CODE_FAIT),
                        told(
                                Gold.POSITIONNEMENT_COOPERATION,
                                code,
                                QUADRANT,
                                POINT,
                                CODE_ACTEUR,
                                ACTEUR_NOMME,
                                MESURE_POINT),
                        newest(told(Gold.RESEAU_COOPERATION, code, DATE_OBSERVATION)),
                        told(Silver.COOPERATION_RAPPROCHEMENT, code, CODE_COOPERATION_DETECTEE))));
        return all;
    }

    /** Names of those that facts and figures name by their codes. */
    Map<String, String> noms() {
        Map<String, String> noms = new TreeMap<>();
        membres.stream()
                .filter(one -> one.containsKey(CooperationsReader.NOM_MEMBRE))
                .forEach(one ->
                        noms.put(Lignes.text(one, CODE_ACTEUR), Lignes.text(one, CooperationsReader.NOM_MEMBRE)));
        List<String> nodes = told.getOrDefault(Gold.RESEAU_COOPERATION.id(), Map.of()).values().stream()
                .flatMap(List::stream)
                .flatMap(one -> Stream.of(MEMBRES_INDISPENSABLES, MEMBRES_SEULS)
                        .flatMap(column -> Lignes.texts(one, column).stream()))
                .filter(node -> !noms.containsKey(node))
                .distinct()
                .sorted()
                .toList();
        if (!nodes.isEmpty()) {
            Dataset<Row> organisations = tables.read(Silver.ORGANISATION)
                    .where(col(CODE_ORGANISATION).isin(nodes.toArray()).and(col(NOM).isNotNull()))
                    .select(CODE_ORGANISATION, NOM)
                    .orderBy(CODE_ORGANISATION);
            bounded.list(Silver.ORGANISATION, organisations, CooperationsReader.MOST_TOLD)
                    .forEach(one -> noms.put(Lignes.text(one, CODE_ORGANISATION), Lignes.text(one, NOM)));
        }
        return noms;
    }

    private Column chosen() {
        return col(CODE_COOPERATION).isin(codes.toArray());
    }

    /** Members with the name a register gives them. */
    private List<Map<String, Object>> membres() {
        Dataset<Row> rows = tables.read(Silver.COOPERATION_MEMBRE)
                .where(chosen())
                .join(names(Silver.ETABLISSEMENT, NUMERO_FINESS_ET), new String[] {NUMERO_FINESS_ET}, "left")
                .join(names(Silver.ENTITE_JURIDIQUE, NUMERO_FINESS_EJ), new String[] {NUMERO_FINESS_EJ}, "left")
                .join(
                        names(Silver.ORGANISATION, CODE_ORGANISATION),
                        col(CODE_ACTEUR).equalTo(col(CODE_ORGANISATION)),
                        "left")
                .join(
                        names(Silver.COOPERATION, CODE_COOPERATION)
                                .withColumnRenamed(CODE_COOPERATION, SAME + CODE_COOPERATION),
                        col(CODE_ACTEUR).equalTo(col(SAME + CODE_COOPERATION)),
                        "left")
                .select(
                        col(CODE_COOPERATION),
                        col(CODE_ACTEUR),
                        nom().as(CooperationsReader.NOM_MEMBRE),
                        col(ROLE),
                        col(DATE_DEBUT),
                        col(DATE_FIN),
                        col(RESOLUTION));
        Column[] order = {
            col(CODE_COOPERATION),
            col(CooperationsReader.NOM_MEMBRE).asc_nulls_last(),
            col(CODE_ACTEUR),
            col(DATE_DEBUT)
        };
        return bounded.list(Silver.COOPERATION_MEMBRE, rows.orderBy(order), CooperationsReader.MOST_TOLD);
    }

    private static Column nom() {
        return coalesce(
                name(Silver.ETABLISSEMENT),
                when(col(NUMERO_FINESS_ET).isNull(), name(Silver.ENTITE_JURIDIQUE)),
                name(Silver.ORGANISATION),
                name(Silver.COOPERATION));
    }

    private static Column name(TableContract table) {
        return col(SAME + table.name());
    }

    private Dataset<Row> names(TableContract table, String key) {
        return tables.read(table).select(col(key), col(NOM).as(SAME + table.name()));
    }

    /** Rows of all tables at once: one question costs less than six. */
    private Map<String, Map<String, List<Map<String, Object>>>> told() {
        Dataset<Row> doubles = CooperationRapprochement.retenus(tables)
                .select(
                        col(CODE_COOPERATION_DECLAREE).as(CODE_COOPERATION),
                        col(CODE_COOPERATION_DETECTEE),
                        col(PREUVE));
        Dataset<Row> all = said(Silver.COOPERATION_RAPPROCHEMENT, doubles);
        for (TableContract table : List.of(
                Gold.FICHE_COOPERATION,
                Gold.NOTATION_COOPERATION,
                Gold.ETAPE_COOPERATION,
                Gold.POSITIONNEMENT_COOPERATION,
                Gold.RESEAU_COOPERATION)) {
            all = all.union(said(table, tables.read(table)));
        }
        Dataset<Row> ordered = all.orderBy(TABLE, CODE_COOPERATION, SAID);
        return bounded.list(Gold.FICHE_COOPERATION, ordered, CooperationsReader.MOST_TOLD).stream()
                .collect(Collectors.groupingBy(
                        one -> Lignes.text(one, TABLE),
                        Collectors.groupingBy(
                                one -> Lignes.text(one, CODE_COOPERATION),
                                Collectors.mapping(DossierReader::read, Collectors.toList()))));
    }

    private Dataset<Row> said(TableContract table, Dataset<Row> rows) {
        return rows.where(chosen())
                .select(
                        lit(table.id()).as(TABLE),
                        col(CODE_COOPERATION),
                        to_json(struct(col("*"))).as(SAID));
    }

    private static Map<String, Object> read(Map<String, Object> row) {
        try {
            return JSON.readValue(Lignes.text(row, SAID), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that was written as JSON cannot be read", e);
        }
    }

    /** Rows of a table, ordered by columns; what is not known comes last. */
    private List<Map<String, Object>> told(TableContract table, String code, String... order) {
        Comparator<String> known = Comparator.nullsLast(Comparator.naturalOrder());
        Comparator<Map<String, Object>> by = Comparator.comparing(one -> Lignes.text(one, order[0]), known);
        for (String column : order) {
            by = by.thenComparing(one -> Lignes.text(one, column), known);
        }
        return told.getOrDefault(table.id(), Map.of()).getOrDefault(code, List.of()).stream()
                .sorted(by)
                .toList();
    }

    /** The figures of the newest day. */
    private static List<Map<String, Object>> newest(List<Map<String, Object>> days) {
        return days.isEmpty() ? days : List.of(days.get(days.size() - 1));
    }
}
