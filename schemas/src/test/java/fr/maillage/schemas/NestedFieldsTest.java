package fr.maillage.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedFieldsTest {

    private static final String HEAD = """
            name: essai
            title: Essai
            title_en: Trial
            grain: One row per trial.
            description: Trial.
            access: public
            fields:
            """;
    private static final String NESTED = """
              - name: pmej
                type: object
                title: Entité
                fields:
                  - name: siren
                    title: SIREN
                    constraints: {enum: ['1', '2']}
                  - name: ege
                    type: array
                    title: Établissements
                    items:
                      fields:
                        - name: espic
                          type: array
                          title: ESPIC
                          optional: true
                          items: {type: string}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsObjectsListsOfObjectsAndListsOfTexts() throws IOException {
        Field pmej = read(NESTED, Layer.BRONZE).fields().get(0);

        assertThat(pmej.byPath().keySet()).containsExactly("pmej", "pmej.siren", "pmej.ege", "pmej.ege[].espic");
        assertThat(pmej.byPath().get("pmej.ege").type()).isEqualTo(FieldType.ARRAY);
        assertThat(pmej.byPath().get("pmej.ege[].espic").type()).isEqualTo(FieldType.TEXTS);
        assertThat(pmej.byPath().get("pmej.ege[].espic").optional()).isTrue();
        assertThat(pmej.byPath().get("pmej.siren").constraints().oneOf()).containsExactly("1", "2");
    }

    @Test
    void refusesNestedFieldsOutsideBronze() {
        assertThatThrownBy(() -> read(NESTED, Layer.SILVER)).hasMessageContaining("only bronze");
    }

    @Test
    void refusesAnObjectOfNothingAndATextThatHoldsFields() {
        assertThatThrownBy(() -> read("  - {name: vide, type: object, title: Vide}\n", Layer.BRONZE))
                .hasMessageContaining("holds 0 fields");
        assertThatThrownBy(() -> read("  - {name: texte, title: Texte, fields: [{name: a, title: A}]}\n", Layer.BRONZE))
                .hasMessageContaining("holds 1 fields");
    }

    @Test
    void refusesAFieldTwiceInOneObject() {
        assertThatThrownBy(() -> read(
                        "  - {name: o, type: object, title: O, fields: [{name: a, title: A}, {name: a, title: A}]}\n",
                        Layer.BRONZE))
                .hasMessageContaining("a field twice");
    }

    private TableContract read(String fields, Layer layer) throws IOException {
        return ContractReader.read(Files.writeString(folder.resolve("essai.yaml"), HEAD + fields), layer);
    }
}
