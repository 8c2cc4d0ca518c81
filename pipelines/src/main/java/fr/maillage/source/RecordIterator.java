package fr.maillage.source;

import java.io.Closeable;
import java.util.Iterator;

/** Records read one after the other; closing it closes the file. Reading failures are {@link BrokenFile}. */
public interface RecordIterator extends Iterator<SourceRecord>, Closeable {}
