package fr.maillage.silver.plus;

import static fr.maillage.quality.Regles.broken;
import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.*;
import static org.apache.spark.sql.functions.*;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Silver;
import fr.maillage.schemas.TableContract;
import fr.maillage.warehouse.Tables;
import fr.maillage.warehouse.Transformation;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Activities of FINESS+, authorised and exercised, with their status and places. */
public final class ActiviteFiness implements Transformation {

    private static final long OLDEST = 120;

    @Override
    public TableContract target() {
        return Silver.ACTIVITE_FINESS;
    }

    @Override
    public Dataset<Row> build(Tables tables) {
        return apply(tables.read(Bronze.FINESS_PLUS_ACTIVITE), Documents.jusquau(tables));
    }

    static Dataset<Row> apply(Dataset<Row> documents, LocalDate jusquau) {
        Dataset<Row> rows = Activites.of(documents, jusquau)
                .withColumn(
                        IDENTIFIANT_AUTORISATION,
                        coalesce(texte(Activites.GENERAL, IDENTIFIANTAUTORISATION), col(IDENTIFIANT_ACTIVITE)))
                .withColumn(CODE_NATURE, Natures.code())
                .withColumn(CODE_DISCIPLINE_OU_ACTIVITE, Natures.discipline())
                .withColumn(CODE_MODE_OU_MODALITE, Natures.mode())
                .withColumn(CODE_PUBLIC_OU_FORME, Natures.publicOuForme())
                .withColumn(ETAT_OBJET, texte(Activites.GENERAL, ETATOBJET))
                .withColumn(STATUT_ACTIVITE, Statut.of(col(ETAT_OBJET), col(EVENEMENT)))
                .withColumn(DATE_DEBUT, jour(date(DATEDEBUTACTIVITEAUTORISEE)))
                .withColumn(DATE_FIN, jour(fin()))
                .withColumn(DATE_CADUCITE, jour(date(DATECADUCITEAUTORISATION)))
                .withColumn(NB_PLACES_AUTORISEES_TOTAL, Places.total(col(CAPACITE), Places.AUTORISEE))
                .withColumn(NB_PLACES_INSTALLEES_TOTAL, Places.total(col(CAPACITE), Places.INSTALLEE))
                .withColumn(AGE_MIN_AUTORISE, entier(Natures.age(AGEMINAUTORISE)))
                .withColumn(AGE_MAX_AUTORISE, entier(Natures.age(AGEMAXAUTORISE)))
                .withColumn(AGE_MIN_INSTALLE, entier(Natures.age(AGEMININSTALLE)))
                .withColumn(AGE_MAX_INSTALLE, entier(Natures.age(AGEMAXINSTALLE)))
                .withColumn(NB_APPAREILS, Natures.appareils());
        return Documents.table(
                rows,
                Silver.ACTIVITE_FINESS,
                broken(
                        "date_illisible",
                        sansDate(date(DATEDEBUTACTIVITEAUTORISEE), fin(), date(DATECADUCITEAUTORISATION))),
                broken("nombre_illisible", sansNombre(ages())),
                broken("age_invraisemblable", tooOld()));
    }

    private static Column date(String name) {
        return champ(Activites.GENERAL, name);
    }

    /** The day it did end, where that is told. */
    private static Column fin() {
        return coalesce(texte(date(DATEFINEFFECTIVEACTIVITE)), date(DATEFINACTIVITEAUTORISEE));
    }

    private static Column[] ages() {
        return Stream.of(AGEMINAUTORISE, AGEMAXAUTORISE, AGEMININSTALLE, AGEMAXINSTALLE)
                .map(Natures::age)
                .toArray(Column[]::new);
    }

    private static Column tooOld() {
        return Stream.of(AGE_MIN_AUTORISE, AGE_MAX_AUTORISE, AGE_MIN_INSTALLE, AGE_MAX_INSTALLE)
                .map(age -> coalesce(col(age).gt(OLDEST), lit(false)))
                .reduce(Column::or)
                .orElseThrow();
    }
}
