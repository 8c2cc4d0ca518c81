-- Which defects of the example are set aside, by the rule that finds them?
SELECT "table", regle, count(*) AS lignes
FROM silver.rejet
GROUP BY ALL
ORDER BY ALL

table                             regle              lignes
────────────────────────────────  ─────────────────  ──────
bronze.finess_structureet         largeur_de_ligne        1
silver.activite                   commune_hors_cog        1
silver.activite                   mois.required           1
silver.activite                   mois_illisible          1
silver.activite                   nb_heures.minimum       2
silver.activite                   nombre_negatif          2
silver.activite                   service_inconnu         2
silver.cooperation                dates_inversees         1
silver.cooperation                forme_inconnue          1
silver.cooperation_membre         dates_inversees         1
silver.equipement_social_version  ligne_en_double         1
silver.etablissement_version      numero_en_double        1
silver.relais                     issue_incoherente       1
