package fr.maillage.silver.localisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.geo.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicesTest {

    private static final Position NOWHERE = Position.setAside("");

    private static final Annuaire ANNUAIRE = new Annuaire.Builder()
            .commune("01451", "Viriat", "VIRIAT")
            .commune("01053", "Bourg-en-Bresse", "BOURG EN BRESSE")
            .commune("2A004", "Ajaccio", "AJACCIO")
            .commune("2B033", "Bastia", "BASTIA")
            .commune("69123", "Lyon", "LYON")
            .part("69383", "69123", "Lyon 3e Arrondissement", "LYON 03")
            .commune("97105", "Basse-Terre", "BASSE TERRE")
            .commune("49092", "Chemillé-en-Anjou", "CHEMILLE EN ANJOU")
            .part("49199", "49092", "Melay", "MELAY")
            .commune("70340", "Melay", "MELAY")
            .commune("55001", "Saint-Rémy", "SAINT REMY")
            .commune("55002", "Saint-Rémy", "SAINT REMY")
            .commune("37001", "Sainte-Catherine-de-Fierbois-sur-Manse", "SAINTE CATHERINE DE FIERBOIS SUR MANSE")
            .build(2024);

    private static final Indices INDICES = new Indices(ANNUAIRE);

    @ParameterizedTest
    @CsvSource({
        "01440, VIRIAT, 01451",
        "01012, BOURG EN BRESSE CEDEX, 01053",
        "20000, AJACCIO CEDEX 9, 2A004",
        "20200, BASTIA, 2B033",
        "69003, LYON, 69123",
        "69437, LYON CEDEX 03, 69123",
        "69003, LYON 3E ARRONDISSEMENT, 69123",
        "97100, BASSE TERRE, 97105",
        "49120, MELAY, 49092",
        "70210, MELAY, 70340",
        "37800, STE CATHERINE DE FIERBOIS, 37001"
    })
    void findsTheCommuneOfAnAddress(String codePostal, String ville, String expected) {
        Indices.Verdict verdict = INDICES.weigh(annonce(null, codePostal, ville), NOWHERE);

        assertThat(verdict).isEqualTo(new Indices.Verdict(expected, expected, 2024, false, null, null, false));
    }

    @ParameterizedTest
    @CsvSource({"55160, ST REMY", "01000, AJACCIO", "01000, NULLE PART", ", "})
    void findsNoCommuneWhenSeveralOrNoneMatch(String codePostal, String ville) {
        Indices.Verdict verdict = INDICES.weigh(annonce(null, codePostal, ville), NOWHERE);

        assertThat(verdict).isEqualTo(new Indices.Verdict(null, null, null, false, null, null, false));
    }

    @Test
    void letsThePositionChooseAmongCommunesOfOneName() {
        Indices.Verdict verdict = INDICES.weigh(annonce(null, "55160", "ST REMY"), in("55002"));

        assertThat(verdict.adresse()).isEqualTo("55002");
        assertThat(verdict.position()).isEqualTo("55002");
    }

    @Test
    void acceptsANameOfAnotherDepartementOnlyWhereThePositionIs() {
        assertThat(INDICES.weigh(annonce(null, "71000", "VIRIAT"), in("01451")).adresse())
                .isEqualTo("01451");
        assertThat(INDICES.weigh(annonce(null, "71000", "VIRIAT"), in("01053")).adresse())
                .isNull();
    }

    @Test
    void takesThePublishedCommuneForTheClaimedOneAndElseThatOfTheAddress() {
        assertThat(INDICES.weigh(annonce("01053", "01440", "VIRIAT"), in("01451")))
                .isEqualTo(new Indices.Verdict("01451", "01053", 2024, true, "01451", 2024, true));
        assertThat(INDICES.weigh(annonce(null, "01440", "VIRIAT"), in("01053")))
                .isEqualTo(new Indices.Verdict("01451", "01451", 2024, false, "01053", 2024, true));
    }

    @Test
    void doubtsAPositionOutsideTheClaimedDepartement() {
        assertThat(INDICES.weigh(annonce(null, "01440", "VIRIAT"), in("69123")).vraisemblable())
                .isFalse();
    }

    @Test
    void leadsTheCodeOfAFormerCommuneToTheOneItBecame() {
        assertThat(INDICES.weigh(annonce(null, null, null), in("49199")).position())
                .isEqualTo("49092");
        assertThat(INDICES.weigh(annonce("69383", null, null), NOWHERE).annoncee())
                .isEqualTo("69123");
    }

    @Test
    void keepsACodeThatLeadsNowhereWithItsOwnVintage() {
        assertThat(INDICES.weigh(annonce("14999", null, null), in("14998")))
                .isEqualTo(new Indices.Verdict(null, "14999", 2021, true, "14998", 2018, true));
    }

    private static Indices.Annonce annonce(String publiee, String codePostal, String ville) {
        return new Indices.Annonce("010000024", publiee, null, codePostal, ville, 2021);
    }

    private static Position in(String commune) {
        IndexCommunes.Contours contours = new Carres().commune(commune, 0, 0, 1).contours(Crs.WGS84, 2018);
        return new Position(Position.TELLE_QUELLE, "", Crs.WGS84, 0, 0, new IndexCommunes.Trouvee(commune, contours));
    }
}
