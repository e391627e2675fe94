package dev.holdfast.launch.intake;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The hand-over between those who ask and the one thread that serves them.
///
/// Whatever was let in is served, also at the end: who lets something in looks once more whether the end came in
/// between, for then that thread may have looked its last. What can still be taken back is turned away; what cannot
/// was taken by it. Without that second look an ask waited for ever, about once in a busy shutdown.
///
/// @param <T> what waits; equal to nothing but itself
public class Waiting<T> {
    private final BlockingQueue<T> queue;
    private volatile boolean closed;

    /// @param max that may wait
    public Waiting(int max) {
        queue = new ArrayBlockingQueue<>(max);
    }

    /// @return false: too many wait, or the end has come
    public boolean letIn(T one) {
        if (closed || !queue.offer(one)) {
            return false;
        }
        return !isClosed() || !queue.remove(one);
    }

    /// Whether the end came while something was let in.
    boolean isClosed() {
        return closed;
    }

    /// Puts what waits into `batch`, and waits for the first as long as the end has not come.
    public void take(List<T> batch, int max) throws InterruptedException {
        // After the end what waited may have been taken back, and nothing else comes.
        if (!closed) {
            batch.add(queue.take());
        }
        takeNow(batch, max - batch.size());
    }

    /// The same without waiting.
    void takeNow(List<T> batch, int max) {
        queue.drainTo(batch, max);
    }

    /// Lets nobody in any more. Whoever waits in [#take] has to be interrupted.
    public void close() {
        closed = true;
    }

    /// Whether all is served that ever will be.
    public boolean isOver() {
        return closed && queue.isEmpty();
    }

    int size() {
        return queue.size();
    }
}
