package fr.maillage.atlas;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import fr.maillage.atlas.AtlasData.Lien;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the territories that cooperations are tied to: by their own code, or by the number of the body that they are. */
final class LiensReader {

    private static final int MOST = 1_000_000;

    private LiensReader() {}

    /** Links that hold on that day, or at any time when there is none, by cooperation, in the order of roles and codes. */
    static Map<String, List<Lien>> read(Tables tables, Optional<String> day) {
        Dataset<Row> cooperations = tables.read(Silver.COOPERATION);
        Dataset<Row> actors = cooperations
                .select(col(CODE_COOPERATION), col(CODE_COOPERATION).as(CODE_ACTEUR))
                .union(cooperations
                        .where(col(NUMERO_FINESS).isNotNull())
                        .select(col(CODE_COOPERATION), concat(lit("finess:"), col(NUMERO_FINESS))));
        Dataset<Row> links = EtablissementReader.living(tables.read(Silver.LIEN_TERRITOIRE), day)
                .join(actors, CODE_ACTEUR)
                .select(CODE_COOPERATION, ROLE_LIEN, NIVEAU, CODE_TERRITOIRE)
                .distinct()
                .orderBy(CODE_COOPERATION, ROLE_LIEN, NIVEAU, CODE_TERRITOIRE);
        Map<String, Niveau> niveaux = new HashMap<>();
        Map<String, List<Lien>> liens = new HashMap<>();
        for (Row row : tables.list(links, MOST)) {
            Niveau niveau = niveaux.computeIfAbsent(row.getString(2), Niveau::of);
            liens.computeIfAbsent(row.getString(0), code -> new ArrayList<>())
                    .add(new Lien(row.getString(1), niveau, row.getString(3)));
        }
        return liens;
    }
}
