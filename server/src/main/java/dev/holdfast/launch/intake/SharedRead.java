package dev.holdfast.launch.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One read for all who ask at the same time.
///
/// Whoever asks gets the result of a read that began after they asked, so nobody is told of an older state than was
/// committed when they came; yet however many ask, only one read runs at a time.
final class SharedRead<T> {
    private final Supplier<T> read;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<T> next;
    private boolean running;

    SharedRead(Supplier<T> read) {
        this.read = read;
    }

    T get() {
        CompletableFuture<T> mine;
        boolean lead;
        lock.lock();
        try {
            if (next == null) {
                next = new CompletableFuture<>();
            }
            mine = next;
            lead = !running;
            running = true;
        } finally {
            lock.unlock();
        }
        if (lead) {
            runNext();
        }
        try {
            return mine.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /// Runs the read that is waited for, and hands the lead on when others came in the meantime.
    private void runNext() {
        CompletableFuture<T> current;
        lock.lock();
        try {
            current = next;
            next = null;
        } finally {
            lock.unlock();
        }
        if (current != null) {
            try {
                current.complete(read.get());
            } catch (Throwable failure) {
                current.completeExceptionally(failure);
            }
        }
        boolean more;
        lock.lock();
        try {
            more = next != null;
            running = more;
        } finally {
            lock.unlock();
        }
        if (more) {
            Thread.startVirtualThread(this::runNext);
        }
    }
}
