package fr.maillage.source.finess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Columns;
import fr.maillage.source.BrokenFile;
import fr.maillage.source.Recognised;
import fr.maillage.source.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinessFhirTest {

    private static final FinessFhir FORMAT = new FinessFhir();

    private static final String ORGANIZATION = """
            {"id": "010780054-010000024", "meta": {"lastUpdated": "2020-02-04T00:00:00+00:00"}, \
            "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/organization-period", "valuePeriod": {"start": "1979-02-13"}}], \
            "text": {"div": "<div>Entit\\u00e9 G\\u00e9ographique - finess 010000024</div>"}, "active": true, \
            "address": [{"city": "VIRIAT", "country": "France", "line": ["900 RTE DE PARIS", "BP 139"], "postalCode": "01440"}], \
            "identifier": [{"system": "urn:oid:1.2.250.1.71.4.2.2", "type": {"coding": [{"code": "FINEG"}]}, "value": "010000024"}, \
            {"system": "http://sirene.fr", "value": "26010004500012"}], "name": "CH DE FLEYRIAT", \
            "telecom": [{"system": "phone", "value": "0474454647"}], \
            "type": [{"coding": [{"code": "prov", "system": "http://hl7.org/fhir/organization-type"}, \
            {"code": "355", "display": "Centre Hospitalier", "system": "http://finess.sante.gouv.fr/valuesets/CAT_ETAB"}, \
            {"code": "1102", "display": "Centres Hospitaliers", "system": "http://finess.sante.gouv.fr/valuesets/CAT_AGR_ETAB"}, \
            {"code": "1", "system": "http://finess.sante.gouv.fr/valuesets/SPH"}]}], "resourceType": "Organization"}
            """;

    private static final String LOCATION = """
            {"id": "010780054-010000024-loc", "managingOrganization": {"reference": "Organization/010780054-010000024"}, \
            "position": {"latitude": 46.22274479119414, "longitude": 5.2085961326419605}, "resourceType": "Location"}
            """;

    @TempDir
    private Path folder;

    @Test
    void flattensAnOrganizationInTheWordsOfTheRegister() throws IOException {
        List<SourceRecord> records =
                Landed.of(folder, "etab.ndjson", ORGANIZATION).records(FORMAT, Bronze.FINESS_FHIR);

        assertThat(records).hasSize(1);
        SourceRecord record = records.get(0);
        assertThat(value(record, Columns.ID)).isEqualTo("010780054-010000024");
        assertThat(value(record, Columns.FINESS)).isEqualTo("010000024");
        assertThat(value(record, Columns.SIRET)).isEqualTo("26010004500012");
        assertThat(value(record, Columns.CAT_ETAB)).isEqualTo("355");
        assertThat(value(record, Columns.CAT_AGR_ETAB)).isEqualTo("1102");
        assertThat(value(record, Columns.SPH)).isEqualTo("1");
        assertThat(value(record, Columns.LINE)).isEqualTo("900 RTE DE PARIS\nBP 139");
        assertThat(value(record, Columns.CITY)).isEqualTo("VIRIAT");
        assertThat(value(record, Columns.PERIOD_START)).isEqualTo("1979-02-13");
        assertThat(value(record, Columns.PHONE)).isEqualTo("0474454647");
        assertThat(value(record, Columns.NAF)).isNull();
    }

    @Test
    void readsTheNumbersOfAPositionAsTheyStand() throws IOException {
        SourceRecord record = Landed.of(folder, "etab.ndjson", LOCATION)
                .records(FORMAT, Bronze.FINESS_FHIR)
                .get(0);

        assertThat(value(record, Columns.POSITION_LONGITUDE)).isEqualTo(5.2085961326419605);
        assertThat(value(record, Columns.POSITION_LATITUDE)).isEqualTo(46.22274479119414);
        assertThat(value(record, Columns.MANAGINGORGANIZATION)).isEqualTo("Organization/010780054-010000024");
    }

    @Test
    void setsAsideALineThatIsNoJsonAndGoesOn() throws IOException {
        List<SourceRecord> records = Landed.of(
                        folder, "etab.ndjson", ORGANIZATION + "{\"id\": \n{\"resourceType\": \"Bundle\"}\n" + LOCATION)
                .records(FORMAT, Bronze.FINESS_FHIR);

        assertThat(records)
                .extracting(SourceRecord::line, SourceRecord::brokenRule)
                .containsExactly(
                        tuple(1L, null), tuple(2L, "json_illisible"), tuple(3L, "ressource_inconnue"), tuple(4L, null));
        assertThat(records.get(1).text()).isEqualTo("{\"id\": ");
    }

    @Test
    void refusesAFileCutInTheMiddleOfALine() throws IOException {
        Landed cut = Landed.of(folder, "etab.ndjson", ORGANIZATION + LOCATION.substring(0, 60));

        assertThatThrownBy(() -> cut.records(FORMAT, Bronze.FINESS_FHIR))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("in the middle of line 2");
    }

    @Test
    void refusesACompressedFileCutShort() throws IOException {
        byte[] gzip = Landed.gzip((ORGANIZATION + LOCATION).repeat(50));
        Landed cut = Landed.of(folder, "etab.ndjson.gz", Arrays.copyOf(gzip, gzip.length - 20));

        assertThatThrownBy(() -> cut.records(FORMAT, Bronze.FINESS_FHIR))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("truncated");
    }

    @Test
    void takesTheReleaseFromTheNewestDateOfThePathElseFromTheNewestUpdate() throws IOException {
        assertThat(Landed.of(folder, "2019-05-02/fhir-20210108/etab0-10000.ndjson", ORGANIZATION)
                        .recognisedBy(FORMAT))
                .contains(new Recognised("finess-fhir", LocalDate.of(2021, 1, 8), "date in the name"));
        assertThat(Landed.of(folder, "etab0-10000.ndjson", LOCATION + ORGANIZATION)
                        .recognisedBy(FORMAT))
                .contains(new Recognised("finess-fhir", LocalDate.of(2020, 2, 4), "newest lastUpdated"));
    }

    @Test
    void doesNotClaimOtherJson() throws IOException {
        assertThat(Landed.of(folder, "fhir-20210108.ndjson", "{\"type\": \"FeatureCollection\"}")
                        .recognisedBy(FORMAT))
                .isEmpty();
        assertThat(Landed.of(folder, "vide-20210108.ndjson", "").recognisedBy(FORMAT))
                .isEmpty();
    }

    private static Object value(SourceRecord record, String column) {
        return Landed.value(record, Bronze.FINESS_FHIR, column);
    }
}
