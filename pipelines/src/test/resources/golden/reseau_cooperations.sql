-- Which organisations hold several cooperations together on the newest day, and what falls apart without them?
SELECT code_noeud, nb_cooperations_membre, nb_partenaires, est_articulation, nb_organisations_separees, nb_cooperations_dissoutes
FROM gold.reseau_acteur
WHERE NOT est_cooperation AND nb_cooperations_membre > 2
  AND date_observation = (SELECT max(date_observation) FROM gold.reseau_acteur)
ORDER BY nb_partenaires DESC, 1
LIMIT 12
