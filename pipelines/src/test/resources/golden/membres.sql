-- How are members matched with the registry?
SELECT resolution, count(*) AS membres
FROM silver.cooperation_membre
GROUP BY ALL
ORDER BY ALL

resolution        membres
────────────────  ───────
cooperation             3
entite_juridique       15
etablissement         172
hors_registre           7
siren                  12
siret                  30
