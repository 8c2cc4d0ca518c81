-- Which declared cooperations does the registry know too, and how many members do they have?
SELECT c.code_cooperation, c.forme_juridique, c.date_debut, c.date_fin, count(DISTINCT m.code_acteur) AS membres, r.code_cooperation_detectee AS detectee
FROM silver.cooperation c
LEFT JOIN silver.cooperation_membre m USING (code_cooperation)
LEFT JOIN silver.cooperation_rapprochement r ON r.code_cooperation_declaree = c.code_cooperation
WHERE c.origine = 'declaree'
GROUP BY ALL
ORDER BY 1, 6

code_cooperation                       forme_juridique        date_debut  date_fin    membres  detectee
─────────────────────────────────────  ─────────────────────  ──────────  ──────────  ───────  ─────────────────────
coop:appui-orlance                     association            2022-01-01  ∅                20  ∅
coop:blanchisserie-repas               gie                    2011-04-01  ∅                14  ∅
coop:cpts-port-orlance                 cpts                   2021-02-01  ∅                32  coop:finess:961010105
coop:cpts-rivages                      cpts                   2022-06-01  ∅                10  coop:finess:961010113
coop:cpts-sevelle                      cpts                   2023-10-02  ∅                16  coop:finess:991010125
coop:emplois-littoral                  groupement_employeurs  2018-03-19  ∅                17  ∅
coop:filiere-gerontologique-thirannes  convention             2017-01-01  ∅                21  ∅
coop:gtsms-thiran                      gtsms                  2025-07-01  ∅                10  ∅
coop:imagerie-sevelande                gcs_moyens_exploitant  2019-11-04  ∅                 5  coop:finess:990005191
coop:parcours-jeunes-handicap          convention             2020-09-01  ∅                22  ∅
coop:pharmacie-estuaire                gcs_moyens             2012-09-15  ∅                 9  coop:finess:960005189
coop:readaptation-thiran               gcs_etablissement      2014-05-12  ∅                 3  coop:finess:000005207
coop:repit-sevelle                     convention             2021-01-01  2024-06-30       13  ∅
coop:rives-orlance                     gcsms                  2016-03-01  ∅                35  coop:finess:960005163
coop:sel-et-marais                     gcsms                  2019-01-01  ∅                12  coop:finess:960005171
