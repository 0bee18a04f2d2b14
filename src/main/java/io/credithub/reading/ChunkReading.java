package io.credithub.reading;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.erasure.Blotting;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.result.OverTime;
import io.credithub.reading.BlottedPlaces.Filler;
import io.credithub.reading.ContentCuts.Start;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Cuts contents into chunks, reads chunks and takes records out of them, whatever the bytes are.
/// Safe for several threads.
@ApplicationScoped
public class ChunkReading implements Reading, Blotting {
    private static final Logger LOG = Logger.getLogger(ChunkReading.class);

    @Override
    public Cuts cut(Format format, @Nullable String charset, Content content, int recordsMax)
            throws IOException {
        boolean isTable = format.syntax() == Syntax.CSV;
        CharsetChoice choice = CharsetChoice.of(charset, agreed(format), content, isTable);
        if (!choice.isReadable()) return unreadable(choice, content, recordsMax);
        if (format.syntax() == Syntax.JSON_PAGE) return page(format, choice, content, recordsMax);
        byte[] head = Heads.find(format.syntax(), choice, content);
        if (head == null) return unreadable(choice, content, recordsMax);
        InputStream in = content.open();
        in.skipNBytes(head.length);
        RecordScanner scanner = scanner(format.syntax(), choice.charset(), head, true);
        return new ContentCuts(new Start(choice.charset(), head), in, scanner, recordsMax);
    }

    /// A page is JSON from one system to another, which is UTF-8 unless something else was agreed:
    /// a broken character is its record's, never a reason to read the page as something else.
    private static @Nullable String agreed(Format format) {
        boolean isPage = format.syntax() == Syntax.JSON_PAGE;
        return isPage && format.charset() == null ? CharsetChoice.UTF_8 : format.charset();
    }

    @Override
    public List<RawRecord> read(Source source, Slice slice) {
        return BlottedPlaces.withErased(
                read(source, slice, UnaryOperator.identity()), slice.erased());
    }

    @Override
    public List<List<String>> texts(Source source, Slice slice) {
        BlottedPlaces places = new BlottedPlaces(slice);
        if (slice.records() == 0) return List.of(List.of(places.text(source)));
        return places.texts(source, read(source, slice, places::noting));
    }

    @Override
    public byte[] blot(Source source, Slice slice, Set<Long> positions) {
        BlottedPlaces places = new BlottedPlaces(slice);
        List<RawRecord> before = read(source, slice, places::noting);
        List<RawRecord> wanted = BlottedPlaces.withErased(before, positions);
        for (Filler filler : fillers(source)) {
            byte[] bytes = places.without(source, positions, filler);
            Slice blotted = slice.with(bytes, positions);
            if (read(source, blotted).equals(wanted)) return bytes;
        }
        throw new IllegalStateException("a record beside the erased ones would change");
    }

    private static List<Filler> fillers(Source source) {
        return List.of(BlottedPlaces.shortest(source), BlottedPlaces::likeIt);
    }

    /// @param seen wraps whatever reads a record
    private List<RawRecord> read(Source source, Slice slice, UnaryOperator<RecordReader> seen) {
        if (slice.records() == 0) return List.of();
        if (!CharsetChoice.isReadable(source.charset())) {
            return List.of(unreadable(slice, FindingCode.BAD_CHARACTER, source.charset()));
        }
        int from = slice.chunk() == 0 ? source.head().length : 0;
        return switch (source.format().syntax()) {
            case CSV -> csv(source, slice, from, seen);
            case JSON -> json(source, slice, from, seen);
            case JSON_PAGE -> page(source, slice, seen);
        };
    }

    private static List<RawRecord> json(
            Source source, Slice slice, int from, UnaryOperator<RecordReader> seen) {
        boolean isFirst = slice.chunk() == 0;
        if (isFirst && Heads.isMissing(source.head(), slice.bytes())) return headless(slice);
        RecordScanner scanner = scanner(Syntax.JSON, source.charset(), source.head(), isFirst);
        RecordReader reader = seen.apply(new JsonRecords(source));
        return new SlicePart(slice, from, slice.bytes().length).read(scanner, reader);
    }

    private static List<RawRecord> headless(Slice slice) {
        String size = "> " + Limits.RECORD_BYTES_MAX + " B";
        return List.of(unreadable(slice, FindingCode.TOO_LONG, size));
    }

    private List<RawRecord> csv(
            Source source, Slice slice, int from, UnaryOperator<RecordReader> seen) {
        if (source.head().length == 0) return headless(slice);
        CsvRecords records = new CsvRecords(source.charset(), source.head());
        return new SlicePart(slice, from, slice.bytes().length)
                .read(records.scanner(), seen.apply(records));
    }

    private static List<RawRecord> page(
            Source source, Slice slice, UnaryOperator<RecordReader> seen) {
        byte[] page = slice.bytes();
        String pointer = pointer(source.format());
        PageArray array =
                source.charset().equals(CharsetChoice.UTF_8)
                        ? PageArray.find(page, CharsetChoice.markIn(page), pointer)
                        : null;
        if (array == null || (slice.records() == 1 && !isOne(page, array))) {
            Finding finding = new Finding(FindingCode.MALFORMED, pointer, null);
            return List.of(RawRecord.unreadable(slice.firstPosition(), finding));
        }
        ArrayScanner scanner = new ArrayScanner(false, true);
        SlicePart elements = new SlicePart(slice, array.from(), array.to());
        return elements.read(scanner, seen.apply(new JsonRecords(source)));
    }

    /// The part of a slice where the records are.
    private record SlicePart(Slice slice, int from, int to) {
        /// As many records as were cut: the scanner finds the same ones again.
        List<RawRecord> read(RecordScanner scanner, RecordReader reader) {
            List<RawRecord> records = new ArrayList<>(slice.records());
            byte[] bytes = slice.bytes();
            int at = from;
            while (records.size() < slice.records() && scanner.next(bytes, at, to, true)) {
                OverTime.check();
                at = scanner.end;
                if (!scanner.isRecord && at == to) break;
                if (!scanner.isRecord) continue;
                records.add(one(slice.firstPosition() + records.size(), scanner, reader));
            }
            while (records.size() < slice.records()) {
                long position = slice.firstPosition() + records.size();
                Finding finding = new Finding(FindingCode.TOO_LONG, "", null);
                records.add(RawRecord.unreadable(position, finding));
            }
            return records;
        }

        /// What nobody foresaw costs this record, and no other.
        private RawRecord one(long position, RecordScanner scanner, RecordReader reader) {
            try {
                return reader.read(position, slice.bytes(), scanner);
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.errorf(failure, "A record could not be read: position=%d", position);
                return RawRecord.unreadable(
                        position, new Finding(FindingCode.UNPROCESSABLE, "", null));
            }
        }
    }

    private static Cuts unreadable(CharsetChoice choice, Content content, int recordsMax)
            throws IOException {
        Start start = new Start(choice.charset(), new byte[0]);
        return new ContentCuts(start, content.open(), new UnreadableScanner(), recordsMax);
    }

    private static RawRecord unreadable(Slice slice, FindingCode code, String value) {
        return RawRecord.unreadable(slice.firstPosition(), new Finding(code, "", value));
    }

    private static Cuts page(Format format, CharsetChoice choice, Content content, int recordsMax)
            throws IOException {
        byte[] page;
        try (InputStream in = content.open()) {
            page = in.readNBytes(Limits.PAGE_BYTES_MAX + 1);
        }
        if (page.length > Limits.PAGE_BYTES_MAX || !choice.charset().equals(CharsetChoice.UTF_8)) {
            return unreadable(choice, content, recordsMax);
        }
        PageArray array = PageArray.find(page, choice.markBytes(), pointer(format));
        boolean isBlank = Heads.isBlank(page, choice.markBytes());
        int records = isBlank ? 0 : array == null ? 1 : count(page, array);
        if (records > Limits.PAGE_RECORDS_MAX) records = 1;
        return new PageCuts(choice.charset(), records, page);
    }

    /// What was cut as one record because it could not be taken apart is read as one, too.
    private static boolean isOne(byte[] page, PageArray array) {
        return array.isClosed() && count(page, array) == 1;
    }

    private static int count(byte[] page, PageArray array) {
        ArrayScanner scanner = new ArrayScanner(false, true);
        int records = 0;
        int at = array.from();
        do {
            if (!scanner.next(page, at, array.to(), true)) break;
            if (scanner.isRecord) records++;
            at = scanner.end;
        } while (scanner.isRecord && records <= Limits.PAGE_RECORDS_MAX);
        return records;
    }

    private static String pointer(Format format) {
        String pointer = format.records();
        return pointer == null ? "" : pointer;
    }

    private static RecordScanner scanner(
            Syntax syntax, String charset, byte[] head, boolean isFirst) {
        if (syntax == Syntax.CSV) return new CsvRecords(charset, head).scanner();
        boolean isArray = head.length > 0 && head[head.length - 1] == '[';
        boolean inPairs = charset.equals(CharsetChoice.GB18030);
        return isArray ? new ArrayScanner(inPairs, isFirst) : new LineScanner();
    }
}
