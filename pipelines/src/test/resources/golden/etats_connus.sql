-- How many states of establishments are known, and when were they?
SELECT valide_du, valide_au, connu_du, connu_au, count(*) AS etats
FROM silver.etablissement_version
GROUP BY ALL
ORDER BY ALL

valide_du   valide_au   connu_du    connu_au    etats
──────────  ──────────  ──────────  ──────────  ─────
2025-01-07  2026-01-06  2026-01-06  9999-12-31     28
2025-01-07  9999-12-31  2025-01-07  2026-01-06     28
2025-01-07  9999-12-31  2025-01-07  9999-12-31    966
2026-01-06  9999-12-31  2026-01-06  9999-12-31     34
