package fr.maillage.silver;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.quality.Regles.regles;
import static fr.maillage.schemas.Columns.*;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Parametres;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.silver.perimetre.Compositions;
import fr.maillage.silver.perimetre.ContoursRetenus;
import fr.maillage.silver.perimetre.Grille;
import fr.maillage.silver.territoire.DivisionsDeclarees;
import fr.maillage.silver.territoire.Millesimes;
import fr.maillage.silver.territoire.Niveaux;
import fr.maillage.silver.territoire.NomsDeZone;
import fr.maillage.silver.territoire.Zonages;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Technical;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which communes make up the zones of every division, published or brought by a person. */
public final class Division implements Transformation {

    private static final String EN_USAGE = "_en_usage";
    private static final String PARTIE = "_partie";

    @Override
    public TableContract target() {
        return Silver.DIVISION;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        Dataset<Row> communes = tables.read(Silver.COMMUNE);
        Dataset<Row> noms =
                NomsDeZone.of(tables.read(Bronze.INSEE_ZONE), tables.read(Bronze.INSEE_ARRONDISSEMENT), communes);
        long geographie = tables.value(Parametres.GEOGRAPHIE);
        Dataset<Row> contours = ContoursRetenus.of(tables.read(Silver.CONTOUR), geographie);
        Dataset<Row> perimetres = Compositions.of(
                        tables.read(Silver.TERRITOIRE_DECLARE), contours, tables.value(Parametres.PART_ECLAT_MAX))
                .unionByName(new Grille(tables.value(Parametres.HEXAGONES_KM)).communes(contours));
        return apply(
                Zonages.of(tables.read(Bronze.INSEE_ZONAGE), communes, Niveaux.of(tables.value(Parametres.NIVEAUX)))
                        .join(noms, new String[] {DIVISION, CODE_ZONE}, "left"),
                DivisionsDeclarees.of(tables.read(Bronze.DECLARATION_DIVISION)).unionByName(perimetres),
                tables.read(Silver.COMMUNE_VIE));
    }

    static Dataset<Row> apply(Dataset<Row> publiees, Dataset<Row> declarees, Dataset<Row> vies) {
        Dataset<Row> all = publiees.unionByName(declarees);
        return all.join(usages(all, vies), new String[] {CODE_COMMUNE, MILLESIME}, "left")
                .withColumn(Technical.REGLES, concat(col(Technical.REGLES), regles(jugements())));
    }

    private static Column[] jugements() {
        return new Column[] {
            broken("commune_inconnue", col(EN_USAGE).isNull()),
            broken("commune_autre_millesime", col(EN_USAGE).equalTo(false)),
            broken("commune_rattachee", col(PARTIE))
        };
    }

    /** For each code and vintage that ever was one: whether it lived then, and whether as a part of a commune only. */
    private static Dataset<Row> usages(Dataset<Row> divisions, Dataset<Row> vies) {
        Column then = Millesimes.within(col(MILLESIME), DATE_DEBUT, DATE_FIN);
        Column commune = then.and(col(TYPE_COMMUNE).equalTo("COM"));
        return divisions
                .select(CODE_COMMUNE, MILLESIME)
                .where(col(MILLESIME).isNotNull())
                .distinct()
                .join(vies.select(CODE_COMMUNE, TYPE_COMMUNE, DATE_DEBUT, DATE_FIN), CODE_COMMUNE)
                .groupBy(CODE_COMMUNE, MILLESIME)
                .agg(max(then).as(EN_USAGE), max(commune).as(PARTIE))
                .select(
                        col(CODE_COMMUNE),
                        col(MILLESIME),
                        coalesce(col(EN_USAGE), lit(false)).as(EN_USAGE),
                        col(EN_USAGE).and(col(PARTIE).equalTo(false)).as(PARTIE));
    }
}
