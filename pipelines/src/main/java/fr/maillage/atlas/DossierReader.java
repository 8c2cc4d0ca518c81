package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.atlas.CooperationsReader.Bounded;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.cooperation.CooperationRapprochement;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Bounded bounded;
    private final Tables tables;
    private final List<String> codes;
    private final List<Map<String, Object>> membres;
    private final List<Map<String, Object>> reseau;

    DossierReader(Bounded bounded, Tables tables, List<String> codes) {
        this.bounded = bounded;
        this.tables = tables;
        this.codes = codes;
        this.membres = membres();
        this.reseau = reseau();
    }

    Map<String, Cooperations.Dossier> dossiers() {
        Map<String, List<Map<String, Object>>> faits =
                by(told(Gold.FICHE_COOPERATION, col(RUBRIQUE), col(DATE_DEBUT), col(LIBELLE_VALEUR), col(CODE_FAIT)));
        Map<String, List<Map<String, Object>>> notes = by(told(Gold.NOTATION_COOPERATION, col(COLONNE_NOTATION)));
        Map<String, List<Map<String, Object>>> etapes =
                by(told(Gold.ETAPE_COOPERATION, col(RUBRIQUE), col(DATE_DEBUT), col(CODE_FAIT)));
        Map<String, List<Map<String, Object>>> points = by(told(
                Gold.POSITIONNEMENT_COOPERATION,
                col(QUADRANT),
                col(POINT),
                col(CODE_ACTEUR),
                col(ACTEUR_NOMME),
                col(MESURE_POINT)));
        Map<String, List<Map<String, Object>>> members = by(membres);
        Map<String, List<Map<String, Object>>> holds = by(reseau);
        Map<String, List<Map<String, Object>>> doubles = by(doubles());
        Map<String, Cooperations.Dossier> all = new LinkedHashMap<>();
        codes.forEach(code -> all.put(
                code,
                new Cooperations.Dossier(
                        of(faits, code),
                        of(members, code),
                        of(notes, code),
                        of(etapes, code),
                        of(points, code),
                        of(holds, code),
                        of(doubles, code))));
        return all;
    }

    /** Names of those that facts and figures name by their codes. */
    Map<String, String> noms() {
        Map<String, String> noms = new TreeMap<>();
        membres.stream()
                .filter(one -> one.containsKey(CooperationsReader.NOM_MEMBRE))
                .forEach(one ->
                        noms.put(Lignes.text(one, CODE_ACTEUR), Lignes.text(one, CooperationsReader.NOM_MEMBRE)));
        List<String> nodes =
                CooperationsReader.codes(reseau.stream().flatMap(one -> Stream.of(MEMBRES_INDISPENSABLES, MEMBRES_SEULS)
                        .flatMap(column -> Lignes.texts(one, column).stream())));
        Dataset<Row> organisations = tables.read(Silver.ORGANISATION)
                .where(col(CODE_ORGANISATION).isin(nodes.toArray()).and(col(NOM).isNotNull()))
                .select(CODE_ORGANISATION, NOM)
                .orderBy(CODE_ORGANISATION);
        bounded.list(Silver.ORGANISATION, organisations, CooperationsReader.mostTold())
                .forEach(one -> noms.putIfAbsent(Lignes.text(one, CODE_ORGANISATION), Lignes.text(one, NOM)));
        return noms;
    }

    private List<Map<String, Object>> told(TableContract table, Column... order) {
        return list(table, tables.read(table).where(chosen()), order);
    }

    private Column chosen() {
        return col(CODE_COOPERATION).isin(codes.toArray());
    }

    private List<Map<String, Object>> list(TableContract table, Dataset<Row> rows, Column... order) {
        List<Column> by = new ArrayList<>(List.of(col(CODE_COOPERATION)));
        by.addAll(List.of(order));
        return bounded.list(table, rows.orderBy(by.toArray(Column[]::new)), CooperationsReader.mostTold());
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
        return list(
                Silver.COOPERATION_MEMBRE,
                rows,
                col(CooperationsReader.NOM_MEMBRE).asc_nulls_last(),
                col(CODE_ACTEUR),
                col(DATE_DEBUT));
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

    /** The figures of the newest day of each cooperation. */
    private List<Map<String, Object>> reseau() {
        Dataset<Row> rows = tables.read(Gold.RESEAU_COOPERATION).where(chosen());
        Dataset<Row> newest =
                rows.groupBy(CODE_COOPERATION).agg(max(col(DATE_OBSERVATION)).as(DATE_OBSERVATION));
        return list(
                Gold.RESEAU_COOPERATION,
                rows.join(newest, new String[] {CODE_COOPERATION, DATE_OBSERVATION}, "left_semi"));
    }

    /** What was found in a registry and is the same. */
    private List<Map<String, Object>> doubles() {
        Dataset<Row> rows = CooperationRapprochement.retenus(tables)
                .select(
                        col(CODE_COOPERATION_DECLAREE).as(CODE_COOPERATION),
                        col(CODE_COOPERATION_DETECTEE),
                        col(PREUVE))
                .where(chosen());
        return list(Silver.COOPERATION_RAPPROCHEMENT, rows, col(CODE_COOPERATION_DETECTEE));
    }

    private static Map<String, List<Map<String, Object>>> by(List<Map<String, Object>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        one -> Lignes.text(one, CODE_COOPERATION), HashMap::new, Collectors.toList()));
    }

    private static List<Map<String, Object>> of(Map<String, List<Map<String, Object>>> rows, String code) {
        return rows.getOrDefault(code, List.of());
    }
}
