-- How much help at home do members report, by quarter?
SELECT libelle_territoire, date_trunc('quarter', mois)::DATE AS trimestre, max(nb_declarants) AS declarants, round(sum(nb_heures), 1) AS heures, sum(nb_personnes) AS personnes
FROM gold.activite_par_territoire
WHERE niveau = 'departement' AND service = 'aide_domicile'
GROUP BY ALL
ORDER BY ALL

libelle_territoire         trimestre   declarants   heures  personnes
─────────────────────────  ──────────  ──────────  ───────  ─────────
Haute-Sévelle (fictif)     2023-07-01           1    344.9         26
Haute-Sévelle (fictif)     2023-10-01           1    382.1         29
Haute-Sévelle (fictif)     2024-01-01           1    609.3         30
Haute-Sévelle (fictif)     2024-04-01           1    552.3         43
Haute-Sévelle (fictif)     2024-07-01           1    524.1         41
Haute-Sévelle (fictif)     2024-10-01           1    594.3         46
Haute-Sévelle (fictif)     2025-01-01           1    630.9         48
Haute-Sévelle (fictif)     2025-04-01           1      563         29
Haute-Sévelle (fictif)     2025-07-01           1    528.6         41
Haute-Sévelle (fictif)     2025-10-01           1    425.5         32
Orlance-Maritime (fictif)  2023-01-01           5  24862.7       1752
Orlance-Maritime (fictif)  2023-04-01           6  21990.3       1574
Orlance-Maritime (fictif)  2023-07-01           7  26452.4       1846
Orlance-Maritime (fictif)  2023-10-01           7  27981.1       1975
Orlance-Maritime (fictif)  2024-01-01           7  34657.3       2533
Orlance-Maritime (fictif)  2024-04-01           9  36199.5       2571
Orlance-Maritime (fictif)  2024-07-01           9  33711.6       2481
Orlance-Maritime (fictif)  2024-10-01           9  39368.5       2860
Orlance-Maritime (fictif)  2025-01-01           9  44378.6       3155
Orlance-Maritime (fictif)  2025-04-01           9  39976.4       2851
Orlance-Maritime (fictif)  2025-07-01          10  39893.8       2843
Orlance-Maritime (fictif)  2025-10-01          10  39328.6       2784
Thiran-et-Landes (fictif)  2025-07-01           1    871.7         65
Thiran-et-Landes (fictif)  2025-10-01           1   1010.5         50
