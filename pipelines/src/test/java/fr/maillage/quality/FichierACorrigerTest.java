package fr.maillage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.quality.FichierACorriger.Ligne;
import fr.maillage.schemas.Silver;
import fr.maillage.source.declaration.Gabarit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FichierACorrigerTest {

    private static final List<String> CELLS =
            Arrays.asList("finess:010000024", "2024-01", "a \"b\"", "01053", "-3", null, null);

    private final FichierACorriger fichier = new FichierACorriger(Gabarit.ACTIVITE, Silver.ACTIVITE);

    @Test
    void hasTheRefusedLineAsTypedWithTheReasonInFrench() {
        assertThat(fichier.header()).isEqualTo("membre;mois;service;commune;heures;personnes;etp;ligne_corrigee;motif");
        assertThat(fichier.line(new Ligne("abcd", 3, CELLS, null, List.of("service_inconnu", "nb_heures.minimum"))))
                .isEqualTo("finess:010000024;2024-01;\"a \"\"b\"\"\";01053;-3;;;abcd:3;"
                        + "Le service ne figure pas dans la liste service_activite.");
    }

    @Test
    void saysWhichColumnIsWrongWhenOnlyAConstraintIsBroken() {
        assertThat(fichier.line(new Ligne("abcd", 3, CELLS, null, List.of("code_commune.required"))))
                .endsWith(";Commune (code_commune) : valeur absente.");
    }

    @Test
    void keepsALineThatCouldNotBeTakenApartAsAComment() {
        assertThat(fichier.line(new Ligne("abcd", 3, null, "a;b;c;d;e;f;g;h", List.of("largeur_de_ligne"))))
                .isEqualTo("# ligne 3, à ressaisir. La ligne n’a pas le nombre de champs attendu. a;b;c;d;e;f;g;h");
    }
}
