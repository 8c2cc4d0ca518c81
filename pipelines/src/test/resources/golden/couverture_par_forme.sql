-- Which legal forms carry it?
SELECT forme_juridique, nb_cooperations AS cooperations, nb_etablissements_en_cooperation AS en_cooperation, nb_gestionnaires_en_cooperation AS gestionnaires
FROM gold.couverture_par_territoire
WHERE niveau = 'national' AND perimetre = 'tous' AND niveau_categorie = 'ensemble'
  AND date_observation = (SELECT max(date_observation) FROM gold.couverture_par_territoire)
ORDER BY forme_juridique

forme_juridique        cooperations  en_cooperation  gestionnaires
─────────────────────  ────────────  ──────────────  ─────────────
association                       1              53             16
clic                              8               0              0
convention                        2              40             29
cpts                              3             106             45
gcs_etablissement                 1               3              2
gcs_moyens                        1              14              6
gcs_moyens_exploitant             1               5              5
gcsms                             2              77             33
gie                               1              16             13
groupement_employeurs             1              15             13
gtsms                             1               9              6
msp                              44               0              0
toutes                           66             275            128
