package fr.maillage.source.dgcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.schemas.Bronze;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Probe;
import fr.maillage.source.SourceRecord;
import fr.maillage.source.insee.EpciInsee;
import fr.maillage.testing.Probes;
import fr.maillage.testing.SmallWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpciWorkbooksTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheWorkbookOfDgclWithNumbersInFull() throws IOException {
        Probe probe = Probes.of(
                folder,
                "liste.xlsx",
                new SmallWorkbook().sheet("Epcicom2023", """
                        dept | siren       | raison_sociale | nature_juridique | insee | siren_membre | ptot_2023 | pmun_2023
                        01   | 2.00029999E8 | CC Test        | CC               | 01304 | 210103040    | 2957      | 2904
                        """).bytes());

        assertThat(new DgclEpci().recognise(probe).orElseThrow().vintage()).isEqualTo("2023-01-01");
        assertThat(new EpciInsee().recognise(probe)).isEmpty();
        SourceRecord row =
                Probes.records(new DgclEpci(), probe, Bronze.DGCL_EPCI_COMMUNE).get(0);
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.values()).contains("200029999", "CC Test", "01304", "2904");
    }

    @Test
    void readsTheTwoSheetsOfInseeUnderTheirTitles() throws IOException {
        Probe probe = Probes.of(folder, "EPCI.xlsx", insee());

        assertThat(new DgclEpci().recognise(probe)).isEmpty();
        assertThat(new EpciInsee().recognise(probe).orElseThrow().vintage()).isEqualTo("2024-01-01");
        List<SourceRecord> epci = Probes.records(new EpciInsee(), probe, Bronze.INSEE_EPCI);
        assertThat(epci).hasSize(1);
        assertThat(epci.get(0).values()).containsExactly("200000172", "CC Faucigny - Glières", "CC", "7");
        List<SourceRecord> communes = Probes.records(new EpciInsee(), probe, Bronze.INSEE_EPCI_COMMUNE);
        assertThat(communes).extracting(SourceRecord::line).containsExactly(7L, 8L);
        assertThat(communes.get(1).values()).startsWith("22016", "Île-de-Bréhat", "ZZZZZZZZZ");
    }

    @Test
    void refusesAWorkbookThatIsCutShort() throws IOException {
        byte[] whole = insee();
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> new EpciInsee().records(Probes.file(cut, "EPCI.xlsx"), Bronze.INSEE_EPCI))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("EPCI.xlsx");
        assertThat(new EpciInsee().recognise(Probes.of(cut, "EPCI.xlsx"))).isEmpty();
    }

    private static byte[] insee() throws IOException {
        return new SmallWorkbook()
                .sheet("EPCI", """
                        Intercommunalité - Métropole au 01/01/2024
                        Mise en ligne le 20/02/2024
                        Géographie au 01/01/2024
                        -
                        EPCI - Métropole | Libellé | Nature | Nombre de communes
                        EPCI | LIBEPCI | NATURE_EPCI | NB_COM
                        200000172 | CC Faucigny - Glières | CC | 7
                        """)
                .sheet("Composition_communale", """
                        Composition communale des EPCI à fiscalité propre au 01/01/2024
                        Mise en ligne le 20/02/2024
                        Géographie au 01/01/2024
                        -
                        Code géographique | Libellé | EPCI | Libellé | Département | Région
                        CODGEO | LIBGEO | EPCI | LIBEPCI | DEP | REG
                        74042 | Bonneville | 200000172 | CC Faucigny - Glières | 74 | 84
                        22016 | Île-de-Bréhat | ZZZZZZZZZ | Sans objet | 22 | 53
                        """)
                .bytes();
    }
}
