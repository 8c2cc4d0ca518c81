-- How many medico-social establishments does each intercommunality have?
SELECT libelle_territoire, nb_etablissements, nb_gestionnaires, population, round(taux_pour_10000, 2) AS taux, round(part_estimee, 3) AS part_estimee
FROM gold.offre_par_territoire
WHERE niveau = 'epci' AND perimetre = 'esms' AND niveau_categorie = 'ensemble'
ORDER BY code_territoire

libelle_territoire               nb_etablissements  nb_gestionnaires  population   taux  part_estimee
───────────────────────────────  ─────────────────  ────────────────  ──────────  ─────  ────────────
Port-Orlance Métropole                         241               127      320690   7.52             0
CA Sévelande Agglomération                      97                54       88302  10.99             0
CA du Pays de Thirannes                         67                36       71365   9.39             0
CC Rivages d'Arvelles                           33                27       28523  11.57             0
CC des Salines de Bessonnay                     59                39       48925  12.06             0
CC Brévergne et Marais                          38                29       22830  16.64             0
CC du Val de Corvaize                           21                16       16204  12.96             0
CC Dournelle-Sévelle                            31                22       23930  12.95             0
CC des Hautes Roches                            10                 8       10382   9.63             0
CC Fauquerolle et Littoral nord                 35                28       25858  13.54             0
CC Thiran Forêt                                 33                26       17235  19.15             0
CC du Plateau de Hautrèse                       17                13       10872  15.64             0
