-- Who runs most?
SELECT numero_finess_ej, nom, code_statut_juridique AS statut, nb_etablissements, nb_categories, nb_publics, nb_departements, round(etendue_km, 1) AS etendue_km
FROM gold.gestionnaire
ORDER BY nb_etablissements DESC, numero_finess_ej
LIMIT 10

numero_finess_ej  nom                                     statut  nb_etablissements  nb_categories  nb_publics  nb_departements  etendue_km
────────────────  ──────────────────────────────────────  ──────  ─────────────────  ─────────────  ──────────  ───────────────  ──────────
960000156         ASSOCIATION RESSAC                      61                     58              4           3                3        79.2
960000065         ASSOCIATION LES VENTS PORTEURS          60                     35             17           7                1        52.8
990000549         ASSOCIATION L'ENTRAIDE DES SALINES      60                     29             14           5                1        55.8
960000198         CENTRE HOSPITALIER DE PORT ORLANCE      14                     28              8           4                1        24.6
960000016         SA RESIDENCES LE BOIS FLOTTE            73                     21              2           1                3        70.2
960000032         MUTUELLE LES AMIS DE LA RIBAUDELLE      47                     20              5           2                3        73.9
960003895         SELAS BIOLOGIE VIVRE ENSEMBLE EN BRUMO  91                     18              1           0                3          62
960000206         ASSOCIATION GRANDIR EN SEVELLE          60                     16             10           5                1        44.4
960000446         ASSOCIATION LE GRAND LARGE              60                     15             11           5                1        43.1
000000026         ASSOCIATION L'OREE DU THIRAN            60                     14              8           5                1        49.2
