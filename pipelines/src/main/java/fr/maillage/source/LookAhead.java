package fr.maillage.source;

import java.util.NoSuchElementException;

/** Records of which one is read ahead: a subclass says what the next one is, or null at the end. */
public abstract class LookAhead implements RecordIterator {

    private SourceRecord ahead;
    private boolean ended;

    /** The next record, null when there is none left. */
    protected abstract SourceRecord advance();

    @Override
    public final boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = advance();
            ended = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public final SourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        SourceRecord record = ahead;
        ahead = null;
        return record;
    }
}
