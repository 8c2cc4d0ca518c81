package fr.maillage.silver.place;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The classification as a function of columns: a text per axis, and the lines that decided. */
final class AxesEquipement {

    /** Codes of the lines that decided, in the order of {@link Axe}. */
    static final String LIGNES = "lignes";

    private AxesEquipement() {}

    static UserDefinedFunction of(Classement classement) {
        UDF7<String, String, String, String, String, String, Date, Row> axes =
                (categorie, agregat3, agregat2, discipline, type, clientele, jour) -> row(
                        classement,
                        new CodesEquipement(categorie, agregat3, agregat2, discipline, type, clientele),
                        jour);
        return functions.udf(axes, type());
    }

    private static Row row(Classement classement, CodesEquipement codes, Date jour) {
        List<String> lignes = new ArrayList<>();
        Object[] values = new Object[Axe.values().length + 1];
        for (Axe axe : Axe.values()) {
            Optional<LigneClassement> ligne = classement.find(axe, codes, jour.toLocalDate());
            values[axe.ordinal()] = ligne.map(found -> found.dit(axe)).orElse(null);
            ligne.ifPresent(found -> lignes.add(found.code()));
        }
        values[values.length - 1] = lignes.toArray(String[]::new);
        return RowFactory.create(values);
    }

    private static StructType type() {
        StructType type = new StructType();
        for (Axe axe : Axe.values()) {
            type = type.add(axe.colonne(), DataTypes.StringType);
        }
        return type.add(LIGNES, DataTypes.createArrayType(DataTypes.StringType));
    }
}
