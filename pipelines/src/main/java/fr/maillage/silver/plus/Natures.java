package fr.maillage.silver.plus;

import static fr.maillage.schemas.Columns.*;
import static fr.maillage.silver.plus.Champs.champ;
import static fr.maillage.silver.plus.Champs.entier;
import static fr.maillage.silver.plus.Champs.texte;
import static org.apache.spark.sql.functions.*;

import java.util.Arrays;
import org.apache.spark.sql.Column;

/** What an activity is, wherever its nature keeps it: each has a group of fields of its own. */
public final class Natures {

    private Natures() {}

    /** The nature; the schema writes AMSR what files write ASMR. */
    public static Column code() {
        Column code = texte(NATURE, CODENATURE);
        return when(code.equalTo("AMSR"), "ASMR").otherwise(code);
    }

    public static Column discipline() {
        return first(
                groupe(TYPEACTIVITEAMSR, ACTIVITESOCIALEREGULEE),
                groupe(TYPEACTIVITEASMR, ACTIVITESOCIALEREGULEE),
                groupe(TYPEACTIVITEASOCR, ACTIVITESOCIALEREGULEE),
                groupe(TYPEACTIVITEASDR, ACTIVITESANITAIREDIVERSEREGULEE),
                groupe(TYPEACTIVITEAER, ACTIVITEENSEIGNEMENTREGULEE),
                groupe(TYPEACTIVITEAASA, ACTIVITESANITAIREREGULEE),
                groupe(TYPEACTIVITEAMF, ACTIVITEAMF),
                groupe(TYPEACTIVITEAMM, ACTIVITEAMM),
                groupe(TYPEACTIVITEEML, TYPEEMLID));
    }

    public static Column mode() {
        return first(
                groupe(TYPEACTIVITEAMSR, MODEFONCTIONNEMENT),
                groupe(TYPEACTIVITEASMR, MODEFONCTIONNEMENT),
                groupe(TYPEACTIVITEASOCR, MODEFONCTIONNEMENT),
                groupe(TYPEACTIVITEASDR, MODEFONCTIONNEMENT),
                groupe(TYPEACTIVITEAER, MODEFONCTIONNEMENT),
                groupe(TYPEACTIVITEAASA, MODALITEACTIVITE),
                groupe(TYPEACTIVITEAMF, MODALITEACTIVITE),
                groupe(TYPEACTIVITEAMM, MODALITEAMM));
    }

    public static Column publicOuForme() {
        return first(
                groupe(TYPEACTIVITEAMSR, PUBLIC),
                groupe(TYPEACTIVITEASMR, PUBLIC),
                groupe(TYPEACTIVITEASOCR, PUBLIC),
                groupe(TYPEACTIVITEASDR, PUBLIC),
                groupe(TYPEACTIVITEAER, PUBLIC),
                groupe(TYPEACTIVITEAASA, FORMEACTIVITE),
                groupe(TYPEACTIVITEAMF, FORMEACTIVITE),
                groupe(TYPEACTIVITEAMM, MENTIONAMM));
    }

    /** Practice and declaration, which care activities under the rules of 2023 alone have; 00 for others. */
    public static Column pratique() {
        Column both = concat_ws(" ", groupe(TYPEACTIVITEAMM, PTSAMM), groupe(TYPEACTIVITEAMM, DECLARATIONAMM));
        return coalesce(texte(both), lit("00"));
    }

    /** One of the four ages, as published. */
    public static Column age(String name) {
        return champ(NATURE, CARACTERISTIQUESSPECIFIQUES, name);
    }

    /** Devices, which exercised activities alone have; null when there are none. */
    static Column appareils() {
        Column devices = champ(NATURE, CARACTERISTIQUESSPECIFIQUES, APPAREIL);
        Column sum = aggregate(
                devices,
                lit(0L),
                (all, device) -> all.plus(coalesce(entier(device.getField(NOMBREAPPAREILAMM)), lit(0L))));
        return when(size(devices).gt(0), sum);
    }

    private static Column groupe(String group, String name) {
        return texte(NATURE, CARACTERISTIQUESSPECIFIQUES, group, name);
    }

    private static Column first(Column... values) {
        return Arrays.stream(values).reduce((a, b) -> coalesce(a, b)).orElseThrow();
    }
}
