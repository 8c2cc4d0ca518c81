package fr.maillage.source.finess;

import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.TableContract;
import fr.maillage.source.ByteLines;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The etalab files: which sections they hold.
 *
 * <p>The files of structures name their sections in a way that is known. Those of equipment and activities hold one
 * section, beside short lines structureet and structureej; the word of that section was only ever seen for cs1100505
 * (equipementsocial). So their lines are known by their width and by where FINESS numbers stand, under the word the XML
 * flow gives them or under any other, or without.
 */
enum FichierEtalab {
    STRUCTURES(
            "finess-etalab",
            "fichiers etalab (cs1100501, cs1100502, cs1100507)",
            EtalabSection.STRUCTUREET,
            EtalabSection.STRUCTUREEJ,
            EtalabSection.GEOLOCALISATION),
    EQUIPEMENTS_SOCIAUX(
            "finess-etalab-equipementsocial",
            "fichier etalab des équipements sociaux (cs1100505)",
            EtalabSection.EQUIPEMENTSOCIAL),
    ACTIVITES_DE_SOINS(
            "finess-etalab-activiteoffresoin",
            "fichier etalab des activités de soins",
            EtalabSection.ACTIVITEOFFRESOIN),
    EQUIPEMENTS_LOURDS(
            "finess-etalab-equipmateriellourd",
            "fichier etalab des équipements matériels lourds",
            EtalabSection.EQUIPMATERIELLOURD),
    DISCIPLINES(
            "finess-etalab-disciplineenseignee",
            "fichier etalab des disciplines enseignées",
            EtalabSection.DISCIPLINEENSEIGNEE);

    private final String formatName;
    private final String title;
    private final List<EtalabSection> sections;

    FichierEtalab(String formatName, String title, EtalabSection... sections) {
        this.formatName = formatName;
        this.title = title;
        this.sections = List.of(sections);
    }

    String formatName() {
        return formatName;
    }

    String title() {
        return "FINESS, " + title;
    }

    /** The main table first. */
    List<TableContract> tables() {
        Stream<TableContract> own = sections.stream().map(EtalabSection::table);
        return Stream.concat(own, this == STRUCTURES ? Stream.of() : Stream.of(Bronze.FINESS_STRUCTURE_CITEE))
                .toList();
    }

    /** The section of a line; empty when the word is none of a file of structures. */
    Optional<EtalabSection> section(String line) {
        if (this != STRUCTURES) {
            return Optional.of(sections.get(0));
        }
        // Asked of millions of lines: a loop.
        for (EtalabSection section : sections) {
            if (section.names(line)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    /** Whether a line of a file of structures starts with the word of another table than this one. */
    boolean isOfAnother(TableContract table, ByteLines line) {
        if (this != STRUCTURES) {
            return false;
        }
        for (EtalabSection section : sections) {
            if (section.names(line)) {
                return !section.table().equals(table);
            }
        }
        return false;
    }

    /** The columns of a short line in the order of finess_structure_citee; empty when the line is none or no such is expected. */
    Optional<String[]> cited(String line) {
        if (this == STRUCTURES) {
            return Optional.empty();
        }
        String[] cells = line.split(";", -1);
        if (cells.length < 2 || cells.length > 4 || sections.get(0).fields(line).isPresent()) {
            return Optional.empty();
        }
        String second = cells.length > 2 ? cells[2] : "";
        return switch (cells[0]) {
            case "structureet" -> Optional.of(new String[] {cells[0], cells[1], second});
            case "structureej" -> Optional.of(new String[] {cells[0], "", "", cells[1], second});
            default -> Optional.empty();
        };
    }

    /** The file a line can only stand in; empty for a short line and for one that fits nowhere. */
    static Optional<FichierEtalab> of(String line) {
        return Arrays.stream(values()).filter(file -> file.claims(line)).findFirst();
    }

    private boolean claims(String line) {
        if (this == STRUCTURES) {
            return section(line).flatMap(section -> section.fields(line)).isPresent();
        }
        return sections.get(0).resembles(line);
    }
}
