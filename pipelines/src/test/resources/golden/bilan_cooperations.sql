-- Which declared cooperations does the guide's scope hold, and how long were they without funding?
SELECT code_cooperation, motif_champ, maturite, mois_maturite, nb_membres_du_jour AS membres, nb_membres_medico_sociaux AS medico_sociaux,
       financement_obtenu, mois_sans_financement
FROM gold.bilan_cooperation
WHERE origine = 'declaree'
ORDER BY 1

code_cooperation                       motif_champ                    maturite  mois_maturite  membres  medico_sociaux  financement_obtenu  mois_sans_financement
─────────────────────────────────────  ─────────────────────────────  ────────  ─────────────  ───────  ──────────────  ──────────────────  ─────────────────────
coop:appui-orlance                     retenue                        en_place             48       19              17               38000                     25
coop:blanchisserie-repas               retenue                        en_place            177       13              13               77000                      0
coop:cpts-port-orlance                 retenue                        en_place             59       29               7              125000                      0
coop:cpts-rivages                      retenue                        en_place             43       10               1               62000                      0
coop:cpts-sevelle                      retenue                        en_place             27       16               3               83000                      0
coop:emplois-littoral                  retenue                        en_place             93       17              15               35000                     73
coop:filiere-gerontologique-thirannes  retenue                        en_place            108       20              19               95000                      0
coop:gtsms-thiran                      retenue                        en_place              6       10               8               29000                      0
coop:imagerie-sevelande                sans_structure_medico_sociale  en_place             74        5               0               50000                      0
coop:parcours-jeunes-handicap          retenue                        en_place             64       21              21               42000                     49
coop:pharmacie-estuaire                retenue                        en_place            159        8               1               29000                    145
coop:readaptation-thiran               sans_structure_medico_sociale  en_place            139        3               0               24000                    121
coop:repit-sevelle                     retenue                        terminee             18        ∅               1               74000                      0
coop:rives-orlance                     retenue                        en_place            118       32              31              137000                      0
coop:sel-et-marais                     retenue                        en_place             84       11              11               32000                     61
