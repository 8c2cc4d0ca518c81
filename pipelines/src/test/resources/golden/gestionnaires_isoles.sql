-- How many managers run one establishment only, or one activity only?
SELECT est_mono_etablissement, est_mono_activite, count(*) AS gestionnaires
FROM gold.gestionnaire
GROUP BY ALL
ORDER BY ALL

est_mono_etablissement  est_mono_activite  gestionnaires
──────────────────────  ─────────────────  ─────────────
false                   false                         87
false                   true                          32
true                    true                         398
