package dev.holdfast.web.network;

import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Reads requests as Tomcat does, and lets [SlowCallers] see where each of them stands.
///
/// What is seen is written by another thread without a lock, so it may be a moment old. A request that ended in that
/// moment is no loss: it was over its time.
final class WatchedRequests extends Http11Processor {
    WatchedRequests(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
    }

    static Processor with(AbstractHttp11Protocol<?> protocol, Adapter adapter, SlowCallers watch) {
        WatchedRequests requests = new WatchedRequests(protocol, adapter);
        watch.add(requests);
        return requests;
    }

    /// @return whether the caller was too slow, and is gone
    boolean endIfTooSlow(Slowness slowness, long now) {
        SocketWrapperBase<?> socket = getSocketWrapper();
        long start = request.getStartTimeNanos();
        if (socket == null || start < 0 || socket.isClosed() || !slowness.isTooSlow(standing(now - start))) {
            return false;
        }
        // Whoever waits for this caller, a thread or the poller, finds it closed.
        socket.close();
        return true;
    }

    private Slowness.Standing standing(long nanos) {
        int stage = request.getRequestProcessor().getStage();
        return new Slowness.Standing(
                nanos,
                stage <= Constants.STAGE_PARSE,
                stage >= Constants.STAGE_SERVICE && stage <= Constants.STAGE_ENDINPUT && !isRequestBodyFullyRead(),
                request.getBytesRead(),
                response.getBytesWritten(false));
    }
}
