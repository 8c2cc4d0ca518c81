package fr.maillage.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListTest {

    private static final String TWO = "code;libelle;libelle_en\ngcsms;Groupement médico-social;Medico-social group\n";

    @Test
    void givesLabelsInBothLanguagesAndTheCodeWhenUnknown() {
        CodeList list = CodeList.of("forme", TWO);

        assertThat(list.libelle("gcsms", false)).isEqualTo("Groupement médico-social");
        assertThat(list.libelle("gcsms", true)).isEqualTo("Medico-social group");
        assertThat(list.libelle("autre", true)).isEqualTo("autre");
    }

    @Test
    void refusesALineWithTheWrongNumberOfCells() {
        assertThatThrownBy(() -> CodeList.of("forme", TWO + "gie;Groupement\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells instead of 3")
                .hasMessageContaining("gie;Groupement");
    }

    @Test
    void refusesAListThatDoesNotExist() {
        assertThatThrownBy(() -> CodeList.read("sans_nom")).hasMessageContaining("sans_nom.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forme_juridique", "role_membre", "service_activite", "objet_cooperation", "signal_cooperation"})
    void everyCodeStandsOnceWithBothLabelsAndASource(String name) {
        CodeList list = CodeList.read(name);

        assertThat(list.values("code")).doesNotHaveDuplicates().isNotEmpty();
        for (String column : list.columns()) {
            assertThat(list.values(column)).as(column).noneMatch(String::isBlank);
        }
        assertThat(list.columns()).contains("libelle", "libelle_en", "source");
    }

    @Test
    void everySignalLeadsToALegalFormOfTheList() {
        assertThat(CodeList.read("forme_juridique").codes())
                .containsAll(CodeList.read("signal_cooperation").values("forme_juridique"));
    }
}
