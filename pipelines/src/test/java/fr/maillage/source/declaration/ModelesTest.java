package fr.maillage.source.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelesTest {

    @TempDir
    Path folder;

    @Test
    void writesTheTwoFilesOfActivityWithTheirClosedListBeside() throws IOException {
        assertThat(Modeles.write("activite", folder.resolve("a/remplir")))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("activite.csv", "relais.csv", "service_activite.csv");

        assertThat(Files.readString(folder.resolve("a/remplir/activite.csv")))
                .startsWith("\ufeffmembre;mois;service;commune;heures;personnes;etp\r\n# ");
        assertThat(Files.readString(folder.resolve("a/remplir/service_activite.csv")))
                .contains("repas_domicile;Portage de repas");
    }

    @Test
    void writesTheFrameworksBesideTheTemplateOfAssessments() throws IOException {
        assertThat(Modeles.write("evaluations", folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("evaluations.csv", "referentiel.csv", "axe.csv", "item.csv", "reponse.csv");

        assertThat(Files.readString(folder.resolve("evaluations.csv")))
                .startsWith(
                        "\ufeffcooperation;referentiel;session;repondant;item;reponse;commentaire;poids;prioritaire;");
        assertThat(Files.readString(folder.resolve("item.csv")))
                .contains("inter_diag;besoins;diagnostic;", ";inter_diag;cooperation;maillage;anap;5879;5879");
    }

    @Test
    void neverOverwritesAFileThatMayBeFilledIn() throws IOException {
        Modeles.write("membres", folder);

        assertThatThrownBy(() -> Modeles.write("membres", folder))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("membres.csv: it exists");
    }

    @Test
    void refusesAKindItDoesNotKnow() {
        assertThatThrownBy(() -> Modeles.write("relais", folder))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining(
                        "Choose one of activite, affiliations, agrements, cas_anap_2011, contexte, cooperations, corrections,"
                                + " divisions, doublons, evaluations, faits_cooperation, liens_territoire, membres, organisations,"
                                + " parutions, projections, rapprochements, recensement, relations, successions, territoires, trajets");
    }
}
