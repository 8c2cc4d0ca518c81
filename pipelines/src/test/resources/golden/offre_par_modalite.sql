-- How many places has the country, for whom and in what way? What no source gives is empty, not 0
SELECT perimetre, public_accueilli, modalite_accueil, nb_etablissements AS etablissements,
       nb_places_installees AS installees, nb_places_autorisees AS autorisees,
       places_par_etablissement AS moyenne, strate_capacite AS strate
FROM gold.offre_par_modalite
WHERE niveau = 'national' AND medicalisation = 'ENS' AND financeurs = 'ENS'
ORDER BY perimetre DESC, public_accueilli, modalite_accueil

perimetre  public_accueilli         modalite_accueil  etablissements  installees  autorisees  moyenne  strate
─────────  ───────────────────────  ────────────────  ──────────────  ──────────  ──────────  ───────  ──────
tous       ENS                      ENS                          721       34950       35738    57.11  40-59
tous       ENS                      consultation                  19           ∅           ∅        ∅  ∅
tous       ENS                      domicile                     242        6931        7026    43.59  40-59
tous       ENS                      hebergement                  396       22185       22775    56.59  40-59
tous       ENS                      jour                         186        5526        5613    34.32  20-39
tous       ENS                      temporaire                    75         308         324     4.22  0-19
tous       adultes_en_difficulte    ENS                           11         435         443    39.55  20-39
tous       adultes_en_difficulte    hebergement                   11         435         443    39.55  20-39
tous       adultes_handicapes       ENS                          207        8312        8432    40.15  40-59
tous       adultes_handicapes       domicile                      80        1782        1806    22.28  20-39
tous       adultes_handicapes       hebergement                   89        3293        3332       37  20-39
tous       adultes_handicapes       jour                          45        3219        3274    71.53  60-79
tous       adultes_handicapes       temporaire                     6          18          20        3  0-19
tous       difficultes_specifiques  ENS                            9          58          58     14.5  0-19
tous       difficultes_specifiques  hebergement                    4          58          58     14.5  0-19
tous       difficultes_specifiques  jour                           5           ∅           ∅        ∅  ∅
tous       enfance_handicapee       ENS                          105        3829        3883    44.52  40-59
tous       enfance_handicapee       consultation                  19           ∅           ∅        ∅  ∅
tous       enfance_handicapee       domicile                      42        1462        1486    34.81  20-39
tous       enfance_handicapee       hebergement                   37         811         825    21.92  20-39
tous       enfance_handicapee       jour                          44        1556        1572    35.36  20-39
tous       enfance_protegee         ENS                           16         639         659    39.94  20-39
tous       enfance_protegee         hebergement                   16         639         659    39.94  20-39
tous       personnes_agees          ENS                          415       21677       22263    65.69  60-79
tous       personnes_agees          domicile                     162        3687        3734    46.67  40-59
tous       personnes_agees          hebergement                  239       16949       17458    72.12  60-79
tous       personnes_agees          jour                          92         751         767    10.43  0-19
tous       personnes_agees          temporaire                    69         290         304     4.33  0-19
esms       ENS                      ENS                          684       33754       34509     58.2  40-59
esms       ENS                      consultation                  19           ∅           ∅        ∅  ∅
esms       ENS                      domicile                     242        6931        7026    43.59  40-59
esms       ENS                      hebergement                  364       20999       21556    58.33  40-59
esms       ENS                      jour                         180        5516        5603    34.48  20-39
esms       ENS                      temporaire                    75         308         324     4.22  0-19
esms       adultes_handicapes       ENS                          207        8312        8432    40.15  40-59
esms       adultes_handicapes       domicile                      80        1782        1806    22.28  20-39
esms       adultes_handicapes       hebergement                   89        3293        3332       37  20-39
esms       adultes_handicapes       jour                          45        3219        3274    71.53  60-79
esms       adultes_handicapes       temporaire                     6          18          20        3  0-19
esms       enfance_handicapee       ENS                          105        3829        3883    44.52  40-59
esms       enfance_handicapee       consultation                  19           ∅           ∅        ∅  ∅
esms       enfance_handicapee       domicile                      42        1462        1486    34.81  20-39
esms       enfance_handicapee       hebergement                   37         811         825    21.92  20-39
esms       enfance_handicapee       jour                          44        1556        1572    35.36  20-39
esms       personnes_agees          ENS                          414       21613       22194    65.69  60-79
esms       personnes_agees          domicile                     162        3687        3734    46.67  40-59
esms       personnes_agees          hebergement                  238       16895       17399     72.2  60-79
esms       personnes_agees          jour                          91         741         757    10.44  0-19
esms       personnes_agees          temporaire                    69         290         304     4.33  0-19
