-- What is the fictional territory made of?
SELECT niveau, count(*) AS territoires, sum(population) AS population
FROM gold.offre_par_territoire
WHERE perimetre = 'tous' AND niveau_categorie = 'ensemble'
GROUP BY ALL
ORDER BY territoires, niveau

niveau       territoires  population
───────────  ───────────  ──────────
national               1      685116
region                 1      685116
departement            3      685116
epci                  12      685116
commune              300      685116
