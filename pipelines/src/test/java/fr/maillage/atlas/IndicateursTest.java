package fr.maillage.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.atlas.habillage.Resources;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.TableContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicateursTest {

    private static final List<TableContract> TABLES = List.of(
            Gold.ACCES_PAR_TERRITOIRE,
            Gold.ACTIVITE_PAR_TERRITOIRE,
            Gold.COUVERTURE_PAR_SENS,
            Gold.COUVERTURE_PAR_TERRITOIRE,
            Gold.OFFRE_PAR_TERRITOIRE,
            Gold.POPULATION_PAR_AGE);

    @Test
    void nameOnlyColumnsOfTheirTable() {
        assertThat(Indicateurs.list()).isNotEmpty().allSatisfy(indicateur -> {
            TableContract table = TABLES.stream()
                    .filter(one -> one.name().equals(indicateur.table()))
                    .findFirst()
                    .orElseThrow();
            assertThat(table.columns())
                    .contains(indicateur.numerator())
                    .containsAll(indicateur.filter().keySet());
            indicateur.denominator().ifPresent(column -> assertThat(table.columns())
                    .contains(column));
            indicateur.unknown().ifPresent(column -> assertThat(table.columns()).contains(column));
        });
    }

    @Test
    void showTheCoverageOfEstablishmentsFirst() {
        assertThat(Indicateurs.list().get(0).id()).isEqualTo("part_etablissements_en_cooperation");
    }

    /** The guide maps the members of the GECAC in classes of its own. */
    @Test
    void mayFixTheLimitsOfTheirClasses() {
        String yaml = Resources.text("indicateurs/nb_etablissements.yaml") + "classes: [1, 4, 8, 9, 12, 14, 26]\n";

        assertThat(Indicateurs.of("essai", yaml).classes()).contains(List.of(1.0, 4.0, 8.0, 9.0, 12.0, 14.0, 26.0));
    }

    @Test
    void refuseClassesThatDoNotGrow() {
        String yaml = Resources.text("indicateurs/nb_etablissements.yaml") + "classes: [1, 4, 4]\n";

        assertThatThrownBy(() -> Indicateurs.of("essai", yaml))
                .hasMessage("atlas/indicateurs/essai.yaml has classes that do not grow: [1.0, 4.0, 4.0]");
    }

    @Test
    void refuseAFileThatDoesNotSayWhatItShows() {
        assertThatThrownBy(() -> Indicateurs.of("essai", "rank: 1"))
                .hasMessage("atlas/indicateurs/essai.yaml has no key title");
    }
}
