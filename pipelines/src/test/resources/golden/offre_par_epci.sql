-- How many medico-social establishments does each intercommunality have?
SELECT libelle_territoire, nb_etablissements, nb_gestionnaires, population, round(taux_pour_10000, 2) AS taux, round(part_estimee, 3) AS part_estimee
FROM gold.offre_par_territoire
WHERE niveau = 'epci' AND perimetre = 'esms' AND niveau_categorie = 'ensemble'
ORDER BY code_territoire

libelle_territoire               nb_etablissements  nb_gestionnaires  population   taux  part_estimee
───────────────────────────────  ─────────────────  ────────────────  ──────────  ─────  ────────────
Port-Orlance Métropole                         246               128      320690   7.67             0
CA Sévelande Agglomération                      97                54       88302  10.99             0
CA du Pays de Thirannes                         67                36       71365   9.39             0
CC Rivages d'Arvelles                           33                27       28523  11.57             0
CC des Salines de Bessonnay                     60                40       48925  12.26             0
CC Brévergne et Marais                          39                30       22830  17.08             0
CC du Val de Corvaize                           21                16       16204  12.96             0
CC Dournelle-Sévelle                            32                22       23930  13.37             0
CC des Hautes Roches                            10                 8       10382   9.63             0
CC Fauquerolle et Littoral nord                 35                28       25858  13.54             0
CC Thiran Forêt                                 33                26       17235  19.15             0
CC du Plateau de Hautrèse                       17                13       10872  15.64             0
