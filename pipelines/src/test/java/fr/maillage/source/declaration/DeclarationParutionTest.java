package fr.maillage.source.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.MaillageException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeclarationParutionTest {

    private static final Instant LE = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void recordsTheDepartementsToldWhole() {
        assertThat(declaration("finess-etalab", "75 2A", false).csv()).isEqualTo("""
                systeme;date_parution;portee;departements;statut;auteur;raison;le\r
                finess-etalab;2024-03-11;departements;75 2A;retenue;"ARS ""Bretagne""\";"extrait";2026-11-21T10:00:00Z\r
                """);
    }

    @Test
    void recordsAWithdrawalInWords() {
        assertThat(declaration("finess-fhir", null, true).csv()).contains(";;;retiree;");
        assertThat(declaration("finess-fhir", null, true).sentence(false))
                .isEqualTo("Parution finess-fhir du 2024-03-11 : retirée.");
    }

    @Test
    void refusesASystemAndAScopeThatAreNone() {
        assertThatThrownBy(() -> declaration("etalab", null, false))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("finess-etalab");
        assertThatThrownBy(() -> declaration("finess-etalab", "Bretagne", false))
                .isInstanceOf(MaillageException.class)
                .hasMessageContaining("75 92 2A 9D");
    }

    private static DeclarationParution declaration(String system, String scope, boolean withdrawn) {
        return new DeclarationParution(
                system, LocalDate.of(2024, 3, 11), scope, withdrawn, "ARS \"Bretagne\"", "extrait", LE);
    }
}
