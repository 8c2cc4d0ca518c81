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

code_cooperation                       statut  formalisme  effectivite  champ  anciennete  categorie  pa_ph
─────────────────────────────────────  ──────  ──────────  ───────────  ─────  ──────────  ─────────  ─────
coop:appui-orlance                     PNL     +++         ++           +      +           +          PA/PH
coop:blanchisserie-repas               PNL     +++         ++           +      +++         +          PA/PH
coop:cpts-port-orlance                 PNL     +++         ++           ++     +           +          PA
coop:cpts-rivages                      PNL     +++         ++           +++    +           +          PA
coop:cpts-sevelle                      PNL     +++         ++           ++     -           +          PA
coop:emplois-littoral                  PNL     +++         ++           +      ++          ++         PA/PH
coop:filiere-gerontologique-thirannes  PNL     ++          ++           ++     ++          +          PA
coop:gtsms-thiran                      EP      +++         ++           +      -           +          PA/PH
coop:imagerie-sevelande                PNL     +++         ++           ++     ++          +          ∅
coop:parcours-jeunes-handicap          PNL     ++          ++           +      +           +          PH
coop:pharmacie-estuaire                PNL     +++         ++           +      +++         +          ∅
coop:readaptation-thiran               PNL     +++         ++           +      +++         +          ∅
coop:repit-sevelle                     PNL     ++          ∅            +      +           +          PA
coop:rives-orlance                     PNL     +++         ++           +      ++          ++         PA
coop:sel-et-marais                     EP      +++         ++           ++     ++          ++         PA
