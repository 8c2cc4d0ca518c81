-- Which declared cooperations does the guide's scope hold, and how long were they without funding?
SELECT code_cooperation, motif_champ, maturite, mois_maturite, nb_membres_du_jour AS membres, nb_membres_medico_sociaux AS medico_sociaux,
       financement_obtenu, mois_sans_financement
FROM gold.bilan_cooperation
WHERE origine = 'declaree'
ORDER BY 1
