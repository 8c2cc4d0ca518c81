package fr.maillage.source.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.Shapefiles;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EsriProjectionTest {

    /** The register itself says what each code stands for; the code is taken out before it is looked for. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                4326, 4171, 2154, 3942, 3943, 3944, 3945, 3946, 3947, 3948, 3949, 3950, 5490, 2972, 4467, 2975, 4471,
                32620, 32621, 32622, 32630, 32631, 32632, 32701, 32738, 32740
            })
    void findsEachKnownSystemByItsNumbers(int srid) throws Exception {
        String wkt = CRS.decode("EPSG:" + srid, true).toWKT().replaceAll(",\\s*AUTHORITY\\[[^\\]]*\\]", "");

        assertThat(wkt).doesNotContain(Integer.toString(srid));
        assertThat(EsriProjection.srid(wkt)).hasValue(srid);
    }

    @Test
    void readsTheWordsOfEsri() {
        assertThat(EsriProjection.srid(Shapefiles.LAMBERT_93)).hasValue(2154);
    }

    @Test
    void doesNotGuess() {
        assertThat(unknown("6600000.0", "6600001.0")).isTrue();
        assertThat(unknown("298.257222101", "293.4660212936269")).isTrue();
        assertThat(unknown("PRIMEM[\"Greenwich\",0.0]", "PRIMEM[\"Paris\",2.337229167]"))
                .isTrue();
        assertThat(unknown("UNIT[\"Meter\",1.0]", "UNIT[\"Kilometer\",1000.0]")).isTrue();
        assertThat(unknown("Lambert_Conformal_Conic", "Albers")).isTrue();
        assertThat(unknown("Standard_Parallel_1\",44.0", "Standard_Parallel_1\",45.0"))
                .isTrue();
        assertThat(EsriProjection.srid("")).isEmpty();
    }

    private static boolean unknown(String instead, String of) {
        assertThat(Shapefiles.LAMBERT_93).contains(instead);
        return EsriProjection.srid(Shapefiles.LAMBERT_93.replace(instead, of)).isEmpty();
    }
}
