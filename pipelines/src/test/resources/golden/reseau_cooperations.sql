-- Which organisations hold several cooperations together on the newest day, and what falls apart without them?
SELECT code_noeud, nb_cooperations_membre, nb_partenaires, est_articulation, nb_organisations_separees, nb_cooperations_dissoutes
FROM gold.reseau_acteur
WHERE NOT est_cooperation AND nb_cooperations_membre > 2
  AND date_observation = (SELECT max(date_observation) FROM gold.reseau_acteur)
ORDER BY nb_partenaires DESC, 1
LIMIT 12

code_noeud       nb_cooperations_membre  nb_partenaires  est_articulation  nb_organisations_separees  nb_cooperations_dissoutes
───────────────  ──────────────────────  ──────────────  ────────────────  ─────────────────────────  ─────────────────────────
siren:000000067                       6              80  false                                     0                          0
siren:000000018                       7              72  false                                     0                          0
siren:000000190                       5              64  false                                     0                          0
siren:000000448                       4              57  false                                     0                          0
siren:000001115                       3              52  false                                     0                          0
siren:000000075                       3              44  false                                     0                          0
siren:000000539                       4              44  false                                     0                          0
siren:000000208                       3              39  false                                     0                          0
