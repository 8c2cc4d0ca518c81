-- Where is cooperation, and where are the white zones?
SELECT libelle_territoire, nb_etablissements AS etablissements, nb_etablissements_en_cooperation AS en_cooperation, round(part_etablissements_en_cooperation, 3) AS part, nb_gestionnaires_en_cooperation AS gestionnaires, round(part_population_commune_avec_membre, 3) AS part_population, nb_cooperations AS cooperations
FROM gold.couverture_par_territoire
WHERE niveau = 'epci' AND perimetre = 'tous' AND niveau_categorie = 'ensemble' AND forme_juridique = 'toutes'
  AND date_observation = (SELECT max(date_observation) FROM gold.couverture_par_territoire)
ORDER BY code_territoire

libelle_territoire               etablissements  en_cooperation   part  gestionnaires  part_population  cooperations
───────────────────────────────  ──────────────  ──────────────  ─────  ─────────────  ───────────────  ────────────
Port-Orlance Métropole                      376             151  0.402             66            0.963            20
CA Sévelande Agglomération                  137              21  0.153             15            0.726            12
CA du Pays de Thirannes                      96              22  0.229             14            0.769             8
CC Rivages d'Arvelles                        55              21  0.382             18            0.731            14
CC des Salines de Bessonnay                  85              30  0.353             17             0.73            14
CC Brévergne et Marais                       48              12   0.25              9            0.505             3
CC du Val de Corvaize                        26               0      0              0                0             1
CC Dournelle-Sévelle                         40               7  0.175              6            0.446             5
CC des Hautes Roches                         19               0      0              0                0             1
CC Fauquerolle et Littoral nord              53              11  0.208             11            0.592             3
CC Thiran Forêt                              41               0      0              0                0             4
CC du Plateau de Hautrèse                    22               0      0              0                0             0
