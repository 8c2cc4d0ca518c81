package fr.maillage.silver.organisation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;

import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Shared;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Who an organisation is on any day, through all successions. */
public final class OrganisationSuccesseur implements Transformation {

    private static final String PERIODE = "_periode";
    private static final ArrayType PERIODES = DataTypes.createArrayType(new StructType()
            .add(CODE_ORGANISATION_ACTUELLE, DataTypes.StringType)
            .add(DATE_DEBUT, DataTypes.DateType)
            .add(DATE_FIN, DataTypes.DateType));

    @Override
    public TableContract target() {
        return Silver.ORGANISATION_SUCCESSEUR;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> successions = tables.read(Silver.ORGANISATION_SUCCESSION);
        Dataset<Row> links = successions.select(
                col(CODE_ORGANISATION_ANCIENNE),
                col(CODE_ORGANISATION_NOUVELLE),
                col(DATE_SUCCESSION),
                col(NATURE_SUCCESSION));
        return apply(successions, tables.list(links, OrganisationSuccession.MOST));
    }

    private static Dataset<Row> apply(Dataset<Row> successions, List<Row> links) {
        Broadcast<Successions> shared = Shared.of(new Successions(links.stream()
                .map(row -> new Successions.Succession(
                        row.getString(0),
                        row.getString(1),
                        row.getDate(2).toLocalDate(),
                        row.getString(3).equals("reprise")))
                .toList()));
        UDF1<String, Row[]> find = code -> shared.value().periodes(code).stream()
                .map(OrganisationSuccesseur::row)
                .toArray(Row[]::new);
        Column periodes = udf(find, PERIODES).apply(col(CODE_ORGANISATION));
        return successions
                .select(col(CODE_ORGANISATION_ANCIENNE).as(CODE_ORGANISATION))
                .union(successions.select(CODE_ORGANISATION_NOUVELLE))
                .distinct()
                .select(col(CODE_ORGANISATION), explode(periodes).as(PERIODE))
                .select(col(CODE_ORGANISATION), col(PERIODE + ".*"));
    }

    private static Row row(Successions.Periode periode) {
        return RowFactory.create(periode.actuelle(), day(periode.du()), day(periode.au()));
    }

    private static Date day(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
