package dev.holdfast.web.network;

import java.time.Duration;
import java.util.function.Function;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/// HTTP as Tomcat speaks it, with a watch over callers who are slow. Tomcat makes it by its name.
public final class WatchedProtocol extends Http11NioProtocol {
    /// What the kernel keeps for a caller who does not read; by itself it would grow to megabytes for each. Enough
    /// for a megabyte a second to the other side of the earth.
    private static final int SEND_BUFFER = 256 * 1024;

    private final SlowCallers watch = new SlowCallers(this);

    public WatchedProtocol() {
        getEndpoint().getSocketProperties().setTxBufSize(SEND_BUFFER);
    }

    /// @param settings the value of a property, or null
    public void hold(Function<String, @Nullable Duration> settings) {
        watch.hold(Slowness.read(settings));
    }

    @Override
    protected Processor createProcessor() {
        return WatchedRequests.with(this, getAdapter(), watch);
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch.start();
    }

    @Override
    public void destroy() throws Exception {
        watch.close();
        super.destroy();
    }
}
