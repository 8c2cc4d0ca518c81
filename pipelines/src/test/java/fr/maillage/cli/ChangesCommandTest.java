package fr.maillage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.testing.SparkTest;
import fr.maillage.warehouse.FabricatedWarehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code changes} and {@code history} tell of one small published warehouse. */
@SparkTest
class ChangesCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void fabricate(SparkSession spark) {
        new FabricatedWarehouse(spark, folder)
                .with(Silver.ETABLISSEMENT_VERSION, """
                        numero_finess_et | numero_finess_ej | nom       | code_categorie | siret          | adresse       | code_postal | date_ouverture | date_fermeture | valide_du  | valide_au  | connu_du   | connu_au   | source        | motif
                        010000024        | 010780054        | FOYER     | 500            |                | 3 RUE HAUTE   | 01000       | 1979-02-13     |                | 2024-01-01 | 9999-12-31 | 2024-01-01 | 2025-01-01 | finess-etalab | premiere_parution
                        010000024        | 010780054        | FOYER     | 500            |                | 3 RUE HAUTE   | 01000       | 1979-02-13     |                | 2024-01-01 | 2025-01-01 | 2025-01-01 | 9999-12-31 | finess-etalab | premiere_parution
                        010000024        | 010780062        | LE <PARC> | 500            |                | 3 RUE HAUTE   | 01000       | 1979-02-13     | 2025-06-30     | 2025-01-01 | 9999-12-31 | 2025-01-01 | 9999-12-31 | finess-etalab | changement
                        010000032        | 010780062        | LE CHENE  | 500            |                | 3, rue haute  | 01000       | 2025-07-01     |                | 2026-01-01 | 9999-12-31 | 2026-01-01 | 9999-12-31 | finess-etalab | premiere_parution
                        010000040        | 010780062        | MAS       | 255            | 12345678200024 | 1 RUE BASSE   | 01000       | 1990-01-01     | 2025-06-30     | 2024-01-01 | 9999-12-31 | 2024-01-01 | 9999-12-31 | finess-etalab | premiere_parution
                        010000057        | 010780062        | FAM       | 437            | 12345678200024 | 9 RUE NEUVE   | 01440       | 2025-07-01     |                | 2026-01-01 | 9999-12-31 | 2026-01-01 | 9999-12-31 | finess-etalab | premiere_parution
                        """)
                .with(Silver.ENTITE_JURIDIQUE_VERSION, """
                        numero_finess_ej | nom         | siren     | valide_du  | valide_au  | connu_du   | connu_au   | source        | motif
                        010780054        | ASSOCIATION |           | 2024-01-01 | 9999-12-31 | 2024-01-01 | 9999-12-31 | finess-etalab | premiere_parution
                        010780062        | FONDATION   | 123456782 | 2024-01-01 | 9999-12-31 | 2024-01-01 | 9999-12-31 | finess-etalab | premiere_parution
                        """)
                .with(Silver.ENTITE_JURIDIQUE, """
                        numero_finess_ej | nom
                        010780054        | ASSOCIATION
                        010780062        | FONDATION
                        """)
                .with(Silver.EVENEMENT, """
                        identifiant_evenement | niveau_evenement  | numero_finess | code_evenement | date_evenement | date_enregistrement | source                 | connu_du
                        701                   | etablissement     | 010000057     | 003            | 2025-07-01     | 2026-07-07          | finess-plus-structures | 2026-07-31
                        702                   | activite_exercee  | 010000057     | 012            | 2025-08-01     | 2026-07-07          | finess-plus-activites  | 2026-07-31
                        """)
                .with(Silver.CORRECTION, """
                        objet         | numero_finess | champ | valeur_corrigee | valeur_publiee_alors | valeur_publiee | statut_correction | auteur | raison      | date_correction
                        etablissement | 010000024     | nom   | LES LILAS       | FOYER                | LE PARC        | conflit           | ARS    | nom d’usage | 2024-06-01
                        """)
                .with(Gold.CHANGEMENT, """
                        objet         | numero_finess | numero_finess_ej | nom       | champ            | ancienne_valeur | nouvelle_valeur | nature      | realite    | date_effet | date_parution_avant | date_parution | source_avant  | source        | code_departement
                        etablissement | 010000024     | 010780062        | LE <PARC> | numero_finess_ej | 010780054       | 010780062       | transfert   | reel       |            | 2024-07-01          | 2025-01-01    | finess-etalab | finess-etalab | 01
                        etablissement | 010000024     | 010780062        | LE <PARC> | nom              | FOYER           | LE <PARC>       | autre_champ | reel       |            | 2024-07-01          | 2025-01-01    | finess-etalab | finess-etalab | 01
                        etablissement | 010000024     | 010780062        | LE <PARC> | date_fermeture   |                 | 2025-06-30      | fermeture   | reel       | 2025-06-30 | 2024-07-01          | 2025-01-01    | finess-etalab | finess-etalab | 01
                        etablissement | 010000032     | 010780062        | LE CHENE  | presence         |                 | present         | ouverture   | reel       | 2025-07-01 | 2025-01-01          | 2026-01-01    |               | finess-etalab | 01
                        etablissement | 010000040     | 010780062        | MAS       | numero_finess_ej | 010780054       | 010780062       | transfert   | reel       |            | 2024-07-01          | 2025-01-01    | finess-etalab | finess-etalab | 01
                        etablissement | 920000032     | 010780062        | AUTRE     | numero_finess_ej | 010780054       | 010780062       | transfert   | correction | 2024-09-01 | 2024-07-01          | 2025-01-01    | finess-etalab | finess-etalab | 92
                        """)
                .publish();
    }

    @Test
    void givesTheRowsOfAPeriodANatureAndADepartement() {
        assertThat(told("changes", "--from", "2025-01-01", "--format", "csv"))
                .contains("010000032", "ouverture")
                .doesNotContain("transfert");
        assertThat(told(
                                "changes",
                                "--to",
                                "2025-01-01",
                                "--nature",
                                "transfert,ouverture",
                                "--departement",
                                "92",
                                "--format",
                                "csv")
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("920000032"));
    }

    @Test
    void tellsChangesInSentences() {
        assertThat(told("changes", "--format", "text").lines())
                .containsExactly(
                        "Réorganisation : 2 établissements passent du gestionnaire ASSOCIATION (010780054) au gestionnaire"
                                + " FONDATION (010780062). Parution du 1er janvier 2025 (finess-etalab), après celle du"
                                + " 1er juillet 2024.",
                        "LE <PARC> (010000024) : Nom : FOYER → LE <PARC>. Parution du 1er janvier 2025 (finess-etalab),"
                                + " après celle du 1er juillet 2024.",
                        "LE <PARC> (010000024) : fermeture le 30 juin 2025. Parution du 1er janvier 2025 (finess-etalab),"
                                + " après celle du 1er juillet 2024.",
                        "LE <PARC> (010000024) : passe du gestionnaire ASSOCIATION (010780054) au gestionnaire FONDATION"
                                + " (010780062). Parution du 1er janvier 2025 (finess-etalab), après celle du"
                                + " 1er juillet 2024.",
                        "MAS (010000040) : passe du gestionnaire ASSOCIATION (010780054) au gestionnaire FONDATION"
                                + " (010780062). Parution du 1er janvier 2025 (finess-etalab), après celle du"
                                + " 1er juillet 2024.",
                        "AUTRE (920000032) : passe du gestionnaire ASSOCIATION (010780054) au gestionnaire FONDATION"
                                + " (010780062) le 1er septembre 2024, correction de ce qui était dit. Parution du 1er janvier"
                                + " 2025 (finess-etalab), après celle du 1er juillet 2024.",
                        "LE CHENE (010000032) : ouverture le 1er juillet 2025. Parution du 1er janvier 2026"
                                + " (finess-etalab), après celle du 1er janvier 2025.",
                        "LE CHENE (010000032) prend la suite de LE <PARC> (010000024) (même adresse et même catégorie,"
                                + " ouvert quand l’autre ferme). Parution du 1er janvier 2026 (finess-etalab).",
                        "FAM (010000057) prend la suite de MAS (010000040) (même SIRET 12345678200024). Parution du"
                                + " 1er janvier 2026 (finess-etalab).");
    }

    @Test
    void writesAPageThatNeedsNoOtherFile() {
        String page = told("changes", "--format", "html", "--locale", "en");

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("Changes of the register", "Transfers between managers</a></th><td>3</td><td>2</td>")
                .contains("LE &lt;PARC&gt; (010000024): closed on 30 June 2025.")
                .doesNotContain("{{", "LE <PARC>", "http");
    }

    @Test
    void refusesANatureThatIsNoneAndAPeriodThatEndsBeforeItBegins() {
        Typed nature = maillage("changes", "--nature", "rien");
        assertThat(nature.exitCode()).isEqualTo(2);
        assertThat(nature.err().strip()).hasLineCount(1).contains("'rien'", "transfert");
        assertThat(maillage("changes", "--from", "2025", "--to", "2024").exitCode())
                .isEqualTo(2);
    }

    @Test
    void bindsWhatAPersonTypes() {
        Typed injected = maillage("changes", "--departement", "01') OR ('1' = '1", "--format", "csv");
        assertThat(injected.exitCode()).isZero();
        assertThat(injected.out().lines()).hasSize(1);
    }

    @Test
    void tellsTheLifeOfAnEstablishment() {
        assertThat(told("history", "010000024").lines())
                .containsExactly(
                        "2024-01-01  FOYER (010000024) : connu depuis la parution du 1er janvier 2024 (finess-etalab), ouvert"
                                + " le 13 février 1979, géré par 010780054, catégorie 500.",
                        "2024-06-01  ARS corrige Nom : LES LILAS au lieu de FOYER (nom d’usage). Conflit : la source dit"
                                + " maintenant LE PARC ; la correction s’applique toujours.",
                        "2025-01-01  LE <PARC> (010000024) : Nom : FOYER → LE <PARC>. Parution du 1er janvier 2025"
                                + " (finess-etalab), après celle du 1er juillet 2024.",
                        "2025-01-01  LE <PARC> (010000024) : fermeture le 30 juin 2025. Parution du 1er janvier 2025"
                                + " (finess-etalab), après celle du 1er juillet 2024.",
                        "2025-01-01  LE <PARC> (010000024) : passe du gestionnaire ASSOCIATION (010780054) au"
                                + " gestionnaire FONDATION (010780062). Parution du 1er janvier 2025 (finess-etalab),"
                                + " après celle du 1er juillet 2024.",
                        "2026-01-01  LE CHENE (010000032) prend la suite de LE <PARC> (010000024) (même adresse et même"
                                + " catégorie, ouvert quand l’autre ferme). Parution du 1er janvier 2026 (finess-etalab).");
    }

    @Test
    void tellsWhatTheRegisterRecorded() {
        assertThat(told("history", "010000057"))
                .contains("2025-07-01  Événement 003 « Création » (nomenclature R376 du registre), le 1er juillet 2025,"
                        + " enregistré le 7 juillet 2026. Parution du 31 juillet 2026 (finess-plus-structures).")
                .doesNotContain("Événement 012");
    }

    @Test
    void findsAnEntityByItsSirenOrSiretAndAManagerWithItsComingsAndGoings() {
        String life = told("history", "123 456 782");

        assertThat(life)
                .contains("FONDATION (010780062) : connu depuis")
                .contains("LE <PARC> (010000024) rejoint ce gestionnaire, venant de 010780054.");
        assertThat(told("history", "010780062")).isEqualTo(life);
        assertThat(told("history", "10780054", "--locale", "en"))
                .contains("LE <PARC> (010000024) leaves this manager for 010780062.");
        assertThat(told("history", "12345678200024")).contains("MAS (010000040)", "FAM (010000057)");
    }

    @Test
    void namesTheNearestNumbersWhenNobodyHasThisOne() {
        Typed unknown = maillage("history", "010000025");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err().strip()).hasLineCount(1).contains("010000025", "010000024");
    }

    private static String told(String... args) {
        Typed typed = maillage(args);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out();
    }

    private static Typed maillage(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--warehouse", folder.toString()));
        return Typed.run(all.toArray(String[]::new));
    }
}
