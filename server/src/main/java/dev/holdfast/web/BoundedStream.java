package dev.holdfast.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body of unknown length that may not become longer than its bound.
final class BoundedStream extends FilterInputStream {
    private final long max;
    private long read;

    BoundedStream(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > max) {
            throw Exchange.tooLarge(max);
        }
    }
}
