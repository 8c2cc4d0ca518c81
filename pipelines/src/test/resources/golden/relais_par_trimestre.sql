-- What becomes of relays?
SELECT trimestre, count(*) AS liens, sum(nb_relais) AS transmis, sum(nb_relais_acceptes) AS acceptes, sum(nb_relais_service) AS devenus_un_service, sum(nb_relais_evalues) AS evalues, sum(nb_relais_declares_deux_fois) AS dits_deux_fois
FROM gold.relais_par_lien
GROUP BY ALL
ORDER BY ALL

trimestre   liens  transmis  acceptes  devenus_un_service  evalues  dits_deux_fois
──────────  ─────  ────────  ────────  ──────────────────  ───────  ──────────────
2023-01-01     65       566       451                 357      178              44
2023-04-01     68       647       511                 402      211              61
2023-07-01     74       693       531                 436      241              66
2023-10-01     81       720       565                 448      216              67
2024-01-01     92       767       602                 467      228              74
2024-04-01     98       815       629                 502      249              66
2024-07-01     90       762       588                 478      213              56
2024-10-01     99       820       641                 519      216              76
2025-01-01     90       653       488                 401      203              66
2025-04-01     95       792       618                 467      234              71
2025-07-01     99       859       662                 529      227              80
2025-10-01     98       862       665                 538      261              83
