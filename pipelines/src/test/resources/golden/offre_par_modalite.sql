-- How many places has the country, for whom and in what way? What no source gives is empty, not 0
SELECT perimetre, public_accueilli, modalite_accueil, nb_etablissements AS etablissements,
       nb_places_installees AS installees, nb_places_autorisees AS autorisees,
       places_par_etablissement AS moyenne, strate_capacite AS strate
FROM gold.offre_par_modalite
WHERE niveau = 'national' AND medicalisation = 'ENS' AND financeurs = 'ENS'
ORDER BY perimetre DESC, public_accueilli, modalite_accueil

perimetre  public_accueilli         modalite_accueil  etablissements  installees  autorisees  moyenne  strate
─────────  ───────────────────────  ────────────────  ──────────────  ──────────  ──────────  ───────  ──────
tous       ENS                      ENS                          730       35408       36207    57.11  40-59
tous       ENS                      consultation                  19           ∅           ∅        ∅  ∅
tous       ENS                      domicile                     244        6972        7067    43.58  40-59
tous       ENS                      hebergement                  403       22520       23119    56.44  40-59
tous       ENS                      jour                         189        5600        5689    34.15  20-39
tous       ENS                      temporaire                    77         316         332     4.21  0-19
tous       adultes_en_difficulte    ENS                           12         493         501    41.08  40-59
tous       adultes_en_difficulte    hebergement                   12         493         501    41.08  40-59
tous       adultes_handicapes       ENS                          208        8355        8475    40.17  40-59
tous       adultes_handicapes       domicile                      80        1782        1806    22.28  20-39
tous       adultes_handicapes       hebergement                   90        3336        3375    37.07  20-39
tous       adultes_handicapes       jour                          45        3219        3274    71.53  60-79
tous       adultes_handicapes       temporaire                     6          18          20        3  0-19
tous       difficultes_specifiques  ENS                            9          58          58     14.5  0-19
tous       difficultes_specifiques  hebergement                    4          58          58     14.5  0-19
tous       difficultes_specifiques  jour                           5           ∅           ∅        ∅  ∅
tous       enfance_handicapee       ENS                          107        3930        3989    44.66  40-59
tous       enfance_handicapee       consultation                  19           ∅           ∅        ∅  ∅
tous       enfance_handicapee       domicile                      42        1462        1486    34.81  20-39
tous       enfance_handicapee       hebergement                   39         848         865    21.74  20-39
tous       enfance_handicapee       jour                          46        1620        1638    35.22  20-39
tous       enfance_protegee         ENS                           16         639         659    39.94  20-39
tous       enfance_protegee         hebergement                   16         639         659    39.94  20-39
tous       personnes_agees          ENS                          420       21933       22525    65.67  60-79
tous       personnes_agees          domicile                     164        3728        3775     46.6  40-59
tous       personnes_agees          hebergement                  242       17146       17661    72.04  60-79
tous       personnes_agees          jour                          93         761         777    10.42  0-19
tous       personnes_agees          temporaire                    71         298         312     4.32  0-19
esms       ENS                      ENS                          692       34154       34920    58.18  40-59
esms       ENS                      consultation                  19           ∅           ∅        ∅  ∅
esms       ENS                      domicile                     244        6972        7067    43.58  40-59
esms       ENS                      hebergement                  370       21276       21842    58.13  40-59
esms       ENS                      jour                         183        5590        5679    34.29  20-39
esms       ENS                      temporaire                    77         316         332     4.21  0-19
esms       adultes_handicapes       ENS                          208        8355        8475    40.17  40-59
esms       adultes_handicapes       domicile                      80        1782        1806    22.28  20-39
esms       adultes_handicapes       hebergement                   90        3336        3375    37.07  20-39
esms       adultes_handicapes       jour                          45        3219        3274    71.53  60-79
esms       adultes_handicapes       temporaire                     6          18          20        3  0-19
esms       enfance_handicapee       ENS                          107        3930        3989    44.66  40-59
esms       enfance_handicapee       consultation                  19           ∅           ∅        ∅  ∅
esms       enfance_handicapee       domicile                      42        1462        1486    34.81  20-39
esms       enfance_handicapee       hebergement                   39         848         865    21.74  20-39
esms       enfance_handicapee       jour                          46        1620        1638    35.22  20-39
esms       personnes_agees          ENS                          419       21869       22456    65.67  60-79
esms       personnes_agees          domicile                     164        3728        3775     46.6  40-59
esms       personnes_agees          hebergement                  241       17092       17602    72.12  60-79
esms       personnes_agees          jour                          92         751         767    10.43  0-19
esms       personnes_agees          temporaire                    71         298         312     4.32  0-19
