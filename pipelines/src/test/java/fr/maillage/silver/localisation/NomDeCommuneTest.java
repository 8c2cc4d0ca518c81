package fr.maillage.silver.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NomDeCommuneTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TREVOUX CEDEX             | Trévoux
            LYON CEDEX 03             | Lyon
            ST ETIENNE                | Saint-Étienne
            STE FOY LES LYON          | Sainte-Foy-lès-Lyon
            LA ROCHE SUR YON          | ROCHE SUR YON
            CHALON S/ SAONE           | Chalon-sur-Saône
            CHALON S/SAONE            | Chalon-sur-Saône
            CHALON S SAONE            | Chalon-sur-Saône
            L'ISLE D'ABEAU            | L’Isle-d’Abeau
            L ISLE D ABEAU            | L’Isle-d’Abeau
            PARIS 13                  | Paris
            PARIS 13E ARRONDISSEMENT  | Paris
            LYON 3EME                 | Lyon
            MARSEILLE 08              | Marseille
            Œting                     | OETING
            VILLENEUVE D ASCQ CEDEX   | Villeneuve-d'Ascq
            LES ABYMES                | Abymes
            """)
    void reducesTwoWaysOfWritingToOne(String written, String official) {
        assertThat(NomDeCommune.key(written)).isNotEmpty().isEqualTo(NomDeCommune.key(official));
    }

    @ParameterizedTest
    @CsvSource({"SAINT DENIS, SAINT DENIS EN VAL", "LA MURE, LAMURE SUR AZERGUES", "MONS, MONT", "PARISOT, PARIS"})
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(NomDeCommune.key(one)).isNotEqualTo(NomDeCommune.key(other));
    }

    @Test
    void leavesNothingOfNothing() {
        assertThat(NomDeCommune.key(null)).isEmpty();
        assertThat(NomDeCommune.key(" CEDEX 9")).isEmpty();
    }
}
