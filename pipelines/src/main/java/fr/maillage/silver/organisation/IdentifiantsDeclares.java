package fr.maillage.silver.organisation;

import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.split_part;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import fr.maillage.schemas.CodeList;
import fr.maillage.silver.cooperation.Listes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Identifiers that no register publishes: of declared organisations, of members, of institutions of the sources. */
final class IdentifiantsDeclares {

    private static final String UNE = "_une";
    private static final String AUTRE = "_autre";

    private IdentifiantsDeclares() {}

    /** The institutions of the list; {@code surface} is only a table to stand on. */
    static Dataset<Row> institutions(Dataset<Row> surface) {
        return Listes.lignes(CodeList.read("institution"), surface)
                .select(
                        concat(lit("ext:"), col("code")).as(CODE_ORGANISATION),
                        lit("ext").as(ESPACE_IDENTIFIANT),
                        col("code").as(IDENTIFIANT),
                        lit("publie").as(PREUVE_IDENTIFIANT),
                        col("source").as(SOURCE),
                        lit(false).as(OrganisationIdentifiant.PLUSIEURS_SIREN),
                        lit(false).as(OrganisationIdentifiant.PLUSIEURS));
    }

    /** Declared organisations: the one that a register knows by a number of theirs, else one of their own. */
    static Dataset<Row> organisations(Dataset<Row> declarees, Dataset<Row> connus) {
        Dataset<Row> completes = declarees.withColumn(SIREN, coalesce(siren(), sirenDuRna()));
        Column numeros = array(col(CODE_ACTEUR), concat(lit("siren:"), col(SIREN)), concat(lit("rna:"), col(RNA)));
        Dataset<Row> trouvees = completes
                .select(col(CODE_ACTEUR).as(UNE), explode(numeros).as(CODE_ACTEUR))
                .join(Designations.codes(connus), CODE_ACTEUR)
                .groupBy(UNE)
                .agg(
                        min(CODE_ORGANISATION).as(AUTRE),
                        count_distinct(col(CODE_ORGANISATION)).gt(1).as(OrganisationIdentifiant.PLUSIEURS));
        Column propre = coalesce(
                concat(lit("siren:"), col(SIREN)),
                when(col(CODE_ACTEUR).startsWith("ext:"), concat(lit("rna:"), col(RNA))),
                col(CODE_ACTEUR));
        return identifies(
                completes.join(trouvees, col(CODE_ACTEUR).equalTo(col(UNE)), "left"),
                coalesce(col(AUTRE), propre),
                coalesce(col(OrganisationIdentifiant.PLUSIEURS), lit(false)));
    }

    /** Members of cooperations that no loaded register knows; the registry tells the others. */
    static Dataset<Row> membres(Dataset<Row> membres, Dataset<Row> connus) {
        Column espace = split_part(col(CODE_ACTEUR), lit(":"), lit(1));
        Dataset<Row> autres = membres.where(
                        col(RESOLUTION).isin("hors_registre", "siae").and(espace.isin("siren", "siret", "rna", "ext")))
                .select(CODE_ACTEUR, SOURCE)
                .withColumn(SIREN, siren())
                .withColumn(RNA, lit(null).cast("string"))
                .join(Designations.codes(connus), new String[] {CODE_ACTEUR}, "left");
        return identifies(
                autres.withColumnRenamed(CODE_ORGANISATION, AUTRE),
                coalesce(col(AUTRE), concat(lit("siren:"), col(SIREN)), col(CODE_ACTEUR)),
                lit(false));
    }

    private static Dataset<Row> identifies(Dataset<Row> lignes, Column code, Column plusieurs) {
        Column espace = split_part(col(CODE_ACTEUR), lit(":"), lit(1));
        Column declare = lit("declare");
        Column propre = OrganisationIdentifiant.identifiant(
                when(espace.equalTo("finess"), "finess_ej").otherwise(espace),
                regexp_extract(col(CODE_ACTEUR), "^[^:]*:(.*)$", 1),
                declare);
        Column tous = array(
                propre,
                OrganisationIdentifiant.identifiant(lit("siren"), col(SIREN), declare),
                OrganisationIdentifiant.identifiant(lit("rna"), col(RNA), declare));
        return lignes.select(
                        code.as(CODE_ORGANISATION),
                        explode(tous).as(UNE),
                        col(SOURCE),
                        lit(false).as(OrganisationIdentifiant.PLUSIEURS_SIREN),
                        plusieurs.as(OrganisationIdentifiant.PLUSIEURS))
                .select(
                        col(CODE_ORGANISATION),
                        col(UNE + ".*"),
                        col(SOURCE),
                        col(OrganisationIdentifiant.PLUSIEURS_SIREN),
                        col(OrganisationIdentifiant.PLUSIEURS));
    }

    /** The SIREN that the identifier is or begins with; else null. */
    private static Column siren() {
        Column numero = substring(col(CODE_ACTEUR), 7, 9);
        return when(col(CODE_ACTEUR).startsWith("siren:").or(col(CODE_ACTEUR).startsWith("siret:")), numero);
    }

    /** The SIREN given on this line, else the one SIREN that lines with the same RNA give. */
    private static Column sirenDuRna() {
        return coalesce(
                col(SIREN),
                when(
                        col(RNA).isNotNull()
                                .and(min(SIREN)
                                        .over(Window.partitionBy(RNA))
                                        .equalTo(max(SIREN).over(Window.partitionBy(RNA)))),
                        max(SIREN).over(Window.partitionBy(RNA))));
    }
}
