package io.credithub.report.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Passes a workbook on and says in it when it was made: fastexcel writes the time of the clock
/// into `docProps/core.xml`, and lets nobody say another. That file comes behind all sheets, so no
/// more than the small files there are held back.
final class DatedZip extends OutputStream {
    private static final String CORE = "docProps/core.xml";
    private static final String CREATED = "(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*";

    private final OutputStream out;
    private @Nullable ByteArrayOutputStream held;
    private long passed;

    DatedZip(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        if (held != null) {
            held.write(octet);
        } else {
            out.write(octet);
            passed++;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (held != null) {
            held.write(bytes, from, length);
        } else {
            out.write(bytes, from, length);
            passed += length;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /// From here on everything is kept until [#release].
    void hold() {
        held = new ByteArrayOutputStream();
    }

    /// @throws IllegalStateException if the end of the archive is not as it is known to be
    void release(Instant made) throws IOException {
        if (held == null) throw new IllegalStateException("nothing is held");
        ZipTail tail = new ZipTail(held.toByteArray(), passed);
        String core = new String(tail.read(CORE), UTF_8);
        String dated = core.replaceFirst(CREATED, made.truncatedTo(ChronoUnit.SECONDS).toString());
        byte[] bytes = tail.with(CORE, dated.getBytes(UTF_8));
        held = null;
        write(bytes, 0, bytes.length);
    }
}
