package fr.maillage.serving.publish;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.Access;
import fr.maillage.schemas.Field;
import fr.maillage.schemas.FieldType;
import fr.maillage.schemas.TableContract;
import fr.maillage.serving.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void tellsTwoColumnsOfOneTitleApart() {
        assertThat(Labels.unique(List.of(field("a", "Nom"), field("b", "Nom")), false))
                .containsExactly("Nom", "Nom (b)");
    }

    @Test
    void cutsWhatPostgresqlWouldCutWithoutAWord() {
        String title = "É".repeat(40);
        assertThat(Labels.unique(List.of(field("a", title), field("b", title)), false))
                .containsExactly("É".repeat(30) + "…", "É".repeat(29) + " (b)");
    }

    @Test
    void everyContractHasLabelsOfItsOwnInBothLanguages() {
        for (TableContract table : Contracts.ALL) {
            for (boolean english : List.of(false, true)) {
                assertThat(Labels.unique(table.fields(), english))
                        .as(table.id())
                        .doesNotHaveDuplicates()
                        .allMatch(label -> label.getBytes(StandardCharsets.UTF_8).length <= 63);
            }
        }
    }

    static Field field(String name, String title) {
        return new Field(
                name, FieldType.STRING, title, title, "", "", "", Access.PUBLIC, true, "", Field.Constraints.NONE);
    }
}
