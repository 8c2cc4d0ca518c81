package fr.maillage.source;

import fr.maillage.schemas.TableContract;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One shape in which a register publishes: how to know it by its content, and how to read its records.
 *
 * <p>A format has no state and is read by several threads, once per file and bronze table it feeds. It mends nothing:
 * values are texts as they stand in the file (numbers and geometries where the file itself is typed).
 */
public interface RegisterFormat extends Serializable {

    /** Short name kept with every row, such as {@code finess-fhir}. */
    String name();

    /** What such a file is, in French, for a person. */
    String title();

    /** The bronze tables it feeds. */
    List<TableContract> tables();

    /** Whether the content is of this format, and the vintage it speaks of; empty when it is something else. */
    Optional<Recognised> recognise(Probe probe) throws IOException;

    /** Whether another member of the archive is read along with a member of this format, and is no data of its own. */
    default boolean readsWith(String member, String other) {
        return false;
    }

    /**
     * The records of the file for one of {@link #tables()}, in the file's order, good and unreadable.
     *
     * <p>Each record of the file comes out once over all the tables, so that counts in are counts out.
     *
     * @throws BrokenFile when the file ends too early or is not what it was recognised as
     */
    RecordIterator records(SourceFile file, TableContract table) throws IOException;
}
