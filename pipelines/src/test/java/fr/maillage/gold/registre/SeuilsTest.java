package fr.maillage.gold.registre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeuilsTest {

    @Test
    void areYearsInGrowingOrder() {
        assertThat(Seuils.of(" 3, 6 ,10").annees()).isEqualTo(List.of(3.0, 6.0, 10.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3,2", "trois", "3,,6"})
    void refuseAnythingElseInOneLine(String text) {
        assertThatThrownBy(() -> Seuils.of(text))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("anciennete_seuils='" + text + "'")
                .hasMessageContaining("such as 3,6,10");
    }
}
