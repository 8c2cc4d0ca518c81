-- What tells the commune of establishments, and how were their positions read?
SELECT source_commune, accord, interpretation, count(*) AS etablissements
FROM silver.etablissement
GROUP BY ALL
ORDER BY ALL

source_commune  accord      interpretation   etablissements
──────────────  ──────────  ───────────────  ──────────────
publiee         concordant  aucune                        4
publiee         concordant  axes_inverses                 3
publiee         concordant  ban                           2
publiee         concordant  relue_en_degres               2
publiee         concordant  telle_quelle                983
publiee         discordant  telle_quelle                  6
