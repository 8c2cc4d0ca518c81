-- How does the grid of the ANAP guide rate the living cooperations of the example?
SELECT code_cooperation,
       max(note) FILTER (colonne_notation = 'statut') AS statut,
       max(note) FILTER (colonne_notation = 'formalisme') AS formalisme,
       max(note) FILTER (colonne_notation = 'effectivite') AS effectivite,
       max(note) FILTER (colonne_notation = 'champ_couvert') AS champ,
       max(note) FILTER (colonne_notation = 'anciennete') AS anciennete,
       max(note) FILTER (colonne_notation = 'categorie') AS categorie,
       max(note) FILTER (colonne_notation = 'pa_ph') AS pa_ph
FROM gold.notation_cooperation
GROUP BY ALL
ORDER BY 1
