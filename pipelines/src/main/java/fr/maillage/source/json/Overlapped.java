package fr.maillage.source.json;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Results of tasks that are found and done on threads of their own while earlier results are used: finding, doing and
 * using overlap, results keep the order of their tasks, and no more than a few wait.
 */
final class Overlapped<R> implements Iterator<R>, Closeable {

    /** Finds tasks one after the other; null after the last. */
    interface Tasks<R> extends Closeable {
        Callable<R> next() throws Exception;
    }

    private final Future<R> end = CompletableFuture.completedFuture(null);
    private final BlockingQueue<Future<R>> waiting;
    private final ExecutorService workers;
    private final Thread finder;
    private Future<R> ahead;
    private volatile boolean closed;

    Overlapped(String name, Tasks<R> tasks, int threads) {
        this.waiting = new ArrayBlockingQueue<>(threads + 1);
        this.workers = Executors.newFixedThreadPool(threads, work -> daemon(work, name));
        this.finder = daemon(() -> find(tasks), name);
        finder.start();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void find(Tasks<R> tasks) {
        Future<R> last = end;
        try (tasks) {
            for (Callable<R> task = tasks.next(); task != null && !closed; task = tasks.next()) {
                waiting.put(workers.submit(task));
            }
        } catch (InterruptedException e) {
            return;
        } catch (Throwable e) {
            // Nothing is passed over: it is thrown where results are used. Left here, an Error would end this thread
            // alone
            // and the caller would wait for ever.
            last = CompletableFuture.failedFuture(e);
        }
        putLast(last);
    }

    private void putLast(Future<R> last) {
        try {
            waiting.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            try {
                ahead = waiting.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for " + finder.getName(), e);
            }
        }
        if (ahead == end) {
            workers.shutdown();
        }
        return ahead != end;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Future<R> result = ahead;
        ahead = null;
        try {
            return result.get();
        } catch (ExecutionException e) {
            ahead = end;
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + finder.getName(), e);
        }
    }

    /** Ends the threads; what was found is let go. */
    @Override
    public void close() {
        closed = true;
        finder.interrupt();
        workers.shutdownNow();
        waiting.clear();
    }
}
