-- How did cooperation grow in the country?
SELECT date_observation, perimetre, nb_etablissements_en_cooperation AS en_cooperation, round(part_etablissements_en_cooperation, 3) AS part, round(part_population_commune_avec_membre, 3) AS part_population, nb_cooperations AS cooperations, nb_membres_hors_registre AS hors_registre
FROM gold.couverture_par_territoire
WHERE niveau = 'national' AND niveau_categorie = 'ensemble' AND forme_juridique = 'toutes'
ORDER BY date_observation, perimetre

date_observation  perimetre  en_cooperation   part  part_population  cooperations  hors_registre
────────────────  ─────────  ──────────────  ─────  ───────────────  ────────────  ─────────────
2022-01-01        esms                  148  0.216            0.669            10              3
2022-01-01        tous                  201  0.201            0.706            62              3
2023-01-01        esms                  156  0.228             0.68            10              5
2023-01-01        tous                  217  0.217            0.723            65              5
2024-01-01        esms                  178   0.26            0.707            11              6
2024-01-01        tous                  265  0.265            0.763            66              6
2025-01-01        esms                  171   0.25            0.619            10              7
2025-01-01        tous                  261  0.261            0.752            65              7
2026-01-01        esms                  182  0.266            0.632            12              7
2026-01-01        tous                  275  0.275            0.762            66              7
2026-01-06        esms                  182  0.266            0.632            12              7
2026-01-06        tous                  275  0.275            0.762            66              7
