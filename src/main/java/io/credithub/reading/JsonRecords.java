package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.reading.StrictJson;
import java.nio.charset.Charset;

/// Reads JSON elements strictly, each for itself.
final class JsonRecords implements RecordReader {
    private static final char REPLACEMENT = '\uFFFD';

    private final boolean isUtf8;
    private final Charset charset;

    JsonRecords(Source source) {
        isUtf8 = source.charset().equals(CharsetChoice.UTF_8);
        charset = Charset.forName(source.charset());
    }

    @Override
    public RawRecord read(long position, byte[] bytes, RecordScanner found) {
        int from = found.bodyFrom;
        int to = found.bodyTo;
        if (to - from > Limits.RECORD_BYTES_MAX) {
            String size = "> " + Limits.RECORD_BYTES_MAX + " B";
            return unreadable(position, FindingCode.TOO_LONG, size);
        }
        return isUtf8 ? utf8(position, bytes, found) : decoded(position, bytes, found);
    }

    private static RawRecord utf8(long position, byte[] bytes, RecordScanner found) {
        if (!Utf8.isValid(bytes, found.bodyFrom, found.bodyTo)) {
            return unreadable(position, FindingCode.BAD_CHARACTER, "UTF-8");
        }
        if (!found.isWhole) return unreadable(position, FindingCode.MALFORMED, "…");
        int length = found.bodyTo - found.bodyFrom;
        return record(position, StrictJson.read(bytes, found.bodyFrom, length));
    }

    private RawRecord decoded(long position, byte[] bytes, RecordScanner found) {
        String text = new String(bytes, found.bodyFrom, found.bodyTo - found.bodyFrom, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            return unreadable(position, FindingCode.BAD_CHARACTER, charset.name());
        }
        if (!found.isWhole) return unreadable(position, FindingCode.MALFORMED, "…");
        return record(position, StrictJson.read(text));
    }

    private static RawRecord record(long position, StrictJson.Parsed parsed) {
        return switch (parsed) {
            case StrictJson.Parsed.ParsedValue value -> RawRecord.of(position, value.node());
            case StrictJson.Parsed.Broken broken ->
                    RawRecord.unreadable(position, broken.finding());
        };
    }

    private static RawRecord unreadable(long position, FindingCode code, String value) {
        return RawRecord.unreadable(position, new Finding(code, "", value));
    }
}
