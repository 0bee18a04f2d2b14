package io.credithub.app.command.pipe;

import io.credithub.domain.Narrow;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output, past `System.out`, which would hide that the reader of a pipe has gone: with `|
/// head` that is no fault, and nobody wants to read about it.
public final class PipeOutput extends FilterOutputStream {
    /// What a shell says of a program that wrote to a pipe without a reader: 128 + SIGPIPE.
    public static final int STATUS = 141;

    PipeOutput(OutputStream out) {
        super(out);
    }

    public static OutputStream standard() {
        return new PipeOutput(new FileOutputStream(FileDescriptor.out));
    }

    /// Nobody reads any more.
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1;

        Closed(IOException cause) {
            super("nobody reads the output any more", cause);
        }
    }

    public static boolean isClosed(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Closed) return true;
        }
        return false;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {Narrow.lowest(one)}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException broken) {
            throw new Closed(broken);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException broken) {
            throw new Closed(broken);
        }
    }
}
