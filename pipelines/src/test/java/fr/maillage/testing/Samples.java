package fr.maillage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/**
 * Small valid files of every format that is understood.
 *
 * <p>Texts lie in {@code src/test/resources/samples/<name of the format>/}, one file or more each; what cannot be written
 * as text is made here. Whoever adds a format adds a sample.
 */
public final class Samples {

    /** A valid file of a format. */
    public record Sample(String format, String name, byte[] content) {
        @Override
        public String toString() {
            return format + "/" + name;
        }
    }

    private Samples() {}

    /** All of them, in the order of their names. */
    public static List<Sample> all() {
        try (Stream<Path> files = Files.walk(folder())) {
            List<Sample> samples = new ArrayList<>(List.of(
                    workbookOfDgcl(),
                    workbookOfInsee(),
                    workbookOfZonings(),
                    workbookOfAges(),
                    oldWorkbookOfAges(),
                    geoPackage(),
                    perimeters()));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                samples.add(new Sample(
                        file.getParent().getFileName().toString(),
                        file.getFileName().toString(),
                        Files.readAllBytes(file)));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Samples.class.getResource("/samples").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sample workbookOfDgcl() throws IOException {
        return new Sample(
                "dgcl-epci",
                "epcicom2023.xlsx",
                new SmallWorkbook().sheet("Epcicom2023", """
                dept | siren       | raison_sociale | nature_juridique | insee | siren_membre | ptot_2023 | pmun_2023
                01   | 2.00029999E8 | CC Test        | CC               | 01304 | 210103040    | 2957      | 2904
                2A   | 2.00029998E8 | CA d'Ajaccio   | CA               | 2A004 | 212000046    | 0         | 0
                """).bytes());
    }

    private static Sample workbookOfInsee() throws IOException {
        return new Sample(
                "insee-epci",
                "EPCI_au_01-01-2024.xlsx",
                new SmallWorkbook()
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
                        .bytes());
    }

    private static Sample workbookOfZonings() throws IOException {
        return new Sample(
                "insee-zonages-classeur",
                "table-appartenance-geo-communes-2024.xlsx",
                new SmallWorkbook()
                        .sheet("COM", """
                        Table d'appartenance géographique des communes
                        Géographie au 01/01/2024
                        -
                        Code géographique | Libellé | Département | Zone d'emploi 2020 | Bassin de vie 2022
                        CODGEO | LIBGEO | DEP | ZE2020 | BV2022
                        01001 | L'Abergement-Clémenciat | 01 | 8405 | 01093
                        2A004 | Ajaccio | 2A | 9401 | 2A004
                        """)
                        .sheet("Zones_supra_communales", """
                        Zones supra-communales
                        Géographie au 01/01/2024
                        -
                        Niveau géographique | Code géographique | Libellé | Nombre de communes
                        NIVGEO | CODGEO | LIBGEO | NB_COM
                        ZE2020 | 8405 | Bourg en Bresse | 200
                        BV2022 | 01093 | Châtillon-sur-Chalaronne | 15
                        """)
                        .bytes());
    }

    private static Sample workbookOfAges() throws IOException {
        return new Sample(
                "insee-structure-ages-classeur",
                "TD_POP1B_2020.xlsx",
                new SmallWorkbook().sheet("COM", """
                        POP1B - Population par sexe et âge en 2020
                        Communes
                        -
                        CODGEO | LIBGEO | SEXE1_AGED100000 | SEXE1_AGED100001 | SEXE1_AGED100100 | SEXE2_AGED100000 | SEXE2_AGED100001 | SEXE2_AGED100100
                        01001 | L'Abergement-Clémenciat | 4 | 6 | 0 | 3 | 5 | 1
                        2A004 | Ajaccio | 301 | 299.5 | 2 | 280 | 281 | 7
                        """).sheet("ARM", """
                        CODGEO | LIBGEO | SEXE1_AGED100000 | SEXE1_AGED100001 | SEXE1_AGED100100
                        75101 | Paris 1er Arrondissement | 55 | 57 | 1
                        """).bytes());
    }

    private static Sample oldWorkbookOfAges() throws IOException {
        return new Sample(
                "insee-estimations-departement",
                "estim-pop-dep-sexe-aq-1990-2020.xls",
                new SmallOldWorkbook()
                        .sheet("À savoir", "Quelques remarques")
                        .sheet("2020", """
                        Estimation de population au 1er janvier, par département, sexe et âge quinquennal
                        Année 2020
                        -
                        Départements |  | Ensemble |  |  |  |  |  |  |  |  | Hommes |  |  |  |  |  |  |  |  | Femmes |  |  |  |  |  |  |  |
                         |  | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 à 94 ans | 95 ans et plus | Total | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 à 94 ans | 95 ans et plus | Total | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 à 94 ans | 95 ans et plus | Total
                        01 | Ain | 32847 | 32847 | 32847 | 32847 | 32847 | 6569 | 3284 | 2189 | 656955 | 16167 | 16167 | 16167 | 16167 | 16167 | 3233 | 1616 | 1077 | 323345 | 16680 | 16680 | 16680 | 16680 | 16680 | 3336 | 1668 | 1112 | 333610
                        971 | Guadeloupe | 18843 | 18843 | 18843 | 18843 | 18843 | 3768 | 1884 | 1256 | 376879 | 8560 | 8560 | 8560 | 8560 | 8560 | 1712 | 856 | 570 | 171215 | 10283 | 10283 | 10283 | 10283 | 10283 | 2056 | 1028 | 685 | 205664
                        -
                        Source : Insee - Estimations de population
                        """)
                        .sheet("1991", """
                        Estimation de population
                        Année 1991
                        -
                        Départements |  | Ensemble |  |  |  |  |  |  |  |  | Hommes |  |  |  |  |  |  |  |  | Femmes |  |  |  |  |  |  |  |
                         |  | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 à 94 ans | 95 ans et plus | Total | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 à 94 ans | 95 ans et plus | Total | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 à 94 ans | 95 ans et plus | Total
                        01 | Ain | 23849 | 23849 | 23849 | 23849 | 23849 | 4769 | 2384 | 1589 | 476982 | 11882 | 11882 | 11882 | 11882 | 11882 | 2376 | 1188 | 792 | 237659 | 11966 | 11966 | 11966 | 11966 | 11966 | 2393 | 1196 | 797 | 239323
                        -
                         |  | Ensemble |  |  |  |  |  |  |  |  | Hommes |  |  |  |  |  |  |  |  | Femmes |  |  |  |  |  |  |  |
                         |  | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 ans et plus |  | Total | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 ans et plus |  | Total | 0 à 4 ans | 5 à 9 ans | 10 à 14 ans | 15 à 19 ans | 20 à 24 ans | 85 à 89 ans | 90 ans et plus |  | Total
                        971 | Guadeloupe | 17726 | 17726 | 17726 | 17726 | 17726 | 3545 | 2363 |  | 354536 | 8649 | 8649 | 8649 | 8649 | 8649 | 1729 | 1153 |  | 172980 | 9077 | 9077 | 9077 | 9077 | 9077 | 1815 | 1210 |  | =181550+6
                        """)
                        .bytes());
    }

    private static Sample geoPackage() throws IOException {
        Path file = Files.createTempFile("contours", ".gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
            statement.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'EPSG', 2154)");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('communes_geo_2024', 'geom', 7)");
            statement.execute("CREATE TABLE communes_geo_2024 (fid INTEGER PRIMARY KEY, geom BLOB, DEPCOM TEXT)");
            for (int i = 1; i <= 20; i++) {
                statement.execute(
                        "INSERT INTO communes_geo_2024 VALUES (%d, x'%s', '010%02d')".formatted(i, square(i), i));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Sample sample = new Sample("contours-geopackage", "communes_geo_2024.gpkg", Files.readAllBytes(file));
        Files.delete(file);
        return sample;
    }

    private static Sample perimeters() throws IOException {
        Path file = Files.createTempFile("perimetres", ".gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
            statement.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id)");
            statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (7, 'EPSG', 2154)");
            statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('projets', 'geom', 7)");
            statement.execute(
                    "CREATE TABLE projets"
                            + " (fid INTEGER PRIMARY KEY, geom BLOB, identifiant TEXT, nom TEXT, Proprietaire TEXT, date_debut TEXT)");
            for (int i = 1; i <= 5; i++) {
                statement.execute(
                        "INSERT INTO projets VALUES (%1$d, x'%2$s', 'p%1$d', 'Projet %1$d', 'ARS', '2024-01-0%1$d')"
                                .formatted(i, square(i)));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Sample sample = new Sample("perimetres-geopackage", "projets.gpkg", Files.readAllBytes(file));
        Files.delete(file);
        return sample;
    }

    private static String square(int x) throws IOException {
        try {
            String wkt = "POLYGON ((%1$d 0, %2$d 0, %2$d 1, %1$d 0))".formatted(x, x + 1);
            String header = HexFormat.of().formatHex("GP\0\1\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            return header + HexFormat.of().formatHex(new WKBWriter().write(new WKTReader().read(wkt)));
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }
}
