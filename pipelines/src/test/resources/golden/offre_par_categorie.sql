-- Which groups of categories make the offer of the country?
SELECT perimetre, code_regroupement, libelle_regroupement, nb_etablissements, nb_gestionnaires
FROM gold.offre_par_territoire
WHERE niveau = 'national' AND niveau_categorie = 'agregat_2'
ORDER BY perimetre DESC, code_regroupement

perimetre  code_regroupement  libelle_regroupement                                          nb_etablissements  nb_gestionnaires
─────────  ─────────────────  ────────────────────────────────────────────────────────────  ─────────────────  ────────────────
tous       1100               Etablissements Hospitaliers                                                  53                23
tous       1200               Autres Etablissements Relevant de la Loi Hospitalière                         7                 7
tous       2100               Cabinets Libéraux                                                            47                47
tous       2200               Autres Etablissements de Soins et Prévention                                 15                12
tous       3100               Laboratoires de Biologie Médicale                                            22                 5
tous       3200               Commerce de Biens à Usage Médicaux                                          116               116
tous       4100               Etab.et Serv.pour l'Enfance et la Jeunesse Handicapée                       105                60
tous       4300               Etablissements et Services pour Adultes Handicapés                          165               108
tous       4400               Etablissements et Services pour Personnes Agées                             252               132
tous       4500               Etab.et Serv.Sociaux Concourant à la Protection de l'Enfance                 22                19
tous       4600               Autres Etab. Accueil, Hébergement, Réadaptation et Services                 195               106
esms       4100               Etab.et Serv.pour l'Enfance et la Jeunesse Handicapée                       105                60
esms       4300               Etablissements et Services pour Adultes Handicapés                          165               108
esms       4400               Etablissements et Services pour Personnes Agées                             252               132
esms       4600               Autres Etab. Accueil, Hébergement, Réadaptation et Services                 162                89
