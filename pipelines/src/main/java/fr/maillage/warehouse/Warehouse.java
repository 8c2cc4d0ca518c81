package fr.maillage.warehouse;

import fr.maillage.MaillageException;
import fr.maillage.schemas.TableContract;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where a warehouse keeps what it holds; knows names, touches nothing.
 *
 * <p>Everything is named relative to {@code root}, so that a warehouse folder can be moved.
 *
 * @param root absolute folder of the warehouse
 */
public record Warehouse(Path root) {

    /** The warehouse at a folder or a {@code file:} address. */
    public static Warehouse at(String location) {
        if (location.startsWith("file:")) {
            return new Warehouse(Path.of(URI.create(location)).toAbsolutePath().normalize());
        }
        if (location.matches("[a-z][a-z0-9]+:/.*")) {
            throw new MaillageException("Cannot open the warehouse " + location
                    + ": only folders and file: addresses are supported. Give a folder, mounted if it is remote.");
        }
        return new Warehouse(Path.of(location).toAbsolutePath().normalize());
    }

    /** Files as they came, the only thing to back up. */
    public Path landing() {
        return root.resolve("landing");
    }

    /** The numbered publications, the only thing a reader trusts. */
    public Path publications() {
        return root.resolve("publications");
    }

    /** The publications of a cadre: those of the base, or a folder of its own. */
    public Path publications(Cadre cadre) {
        return cadre.isBase() ? publications() : root.resolve("cadres").resolve(cadre.name());
    }

    /** The Delta table of a contract. */
    public Path table(TableContract contract) {
        return root.resolve(contract.layer().database()).resolve(contract.name());
    }

    /** Values of parameters that differ from the defaults, when a person chose some. */
    public Path parametres() {
        return root.resolve("parametres.yaml");
    }

    /** The file whose operating-system lock lets one writer in at a time. */
    public Path lock() {
        return root.resolve(".verrou");
    }

    /** Scratch space; may be removed whenever nobody writes. */
    public Path work() {
        return root.resolve(".travail");
    }
}
