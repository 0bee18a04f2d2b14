package io.credithub.reading;

import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import org.jspecify.annotations.Nullable;

/// A page is one chunk, its bytes unchanged.
final class PageCuts implements Cuts {
    private final String charset;
    private @Nullable Slice slice;

    PageCuts(String charset, int records, byte[] page) {
        this.charset = charset;
        this.slice = new Slice(0, 0, records, page);
    }

    @Override
    public String charset() {
        return charset;
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public @Nullable Slice next() {
        Slice only = slice;
        slice = null;
        return only;
    }

    @Override
    public void close() {}
}
