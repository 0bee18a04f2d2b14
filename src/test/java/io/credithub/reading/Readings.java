package io.credithub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.RawRecord;
import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a content, checks what must always hold of cutting, and reads the chunks again.
final class Readings {
    static final Format CSV = new Format(Syntax.CSV, null, null);
    static final Format JSON = new Format(Syntax.JSON, null, null);
    static final Format PAGE = new Format(Syntax.JSON_PAGE, null, "/data/items");

    private Readings() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<RawRecord> csv(String text) {
        return all(CSV, null, utf8(text), 1000);
    }

    static List<RawRecord> json(String text) {
        return all(JSON, null, utf8(text), 1000);
    }

    static List<RawRecord> page(String text) {
        return all(PAGE, null, utf8(text), 1000);
    }

    static String charset(Format format, @Nullable String declared, byte[] content) {
        try (Cuts cuts = new ChunkReading().cut(format, declared, Content.of(content), 10)) {
            return cuts.charset();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Every record, through cutting and reading.
    static List<RawRecord> all(
            Format format, @Nullable String declared, byte[] content, int recordsMax) {
        ChunkReading reading = new ChunkReading();
        List<RawRecord> records = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Cuts cuts = reading.cut(format, declared, Content.of(content), recordsMax)) {
            Source source = new Source(format, cuts.charset(), cuts.head());
            int chunk = 0;
            for (Slice slice = cuts.next(); slice != null; slice = cuts.next()) {
                assertThat(slice.chunk()).isEqualTo(chunk++);
                assertThat(slice.firstPosition()).isEqualTo(records.size());
                assertThat(slice.records())
                        .isBetween(0, format.syntax() == Syntax.JSON_PAGE ? 9999 : recordsMax);
                List<RawRecord> read = reading.read(source, slice);
                assertThat(read).as("records read of those cut").hasSize(slice.records());
                records.addAll(read);
                bytes.writeBytes(slice.bytes());
            }
            assertThat(chunk).as("chunks, even of an empty content").isPositive();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertThat(bytes.toByteArray()).as("the chunks' bytes are the content").isEqualTo(content);
        for (int at = 0; at < records.size(); at++) {
            assertThat(records.get(at).position()).isEqualTo(at);
        }
        return records;
    }

    /// What a record says, or the code, field and value of its first finding.
    static List<String> told(List<RawRecord> records) {
        List<String> told = new ArrayList<>();
        for (RawRecord raw : records) {
            told.add(
                    raw.findings().isEmpty()
                            ? raw.fields().toString()
                            : raw.findings().stream()
                                    .map(f -> f.code() + " " + f.field() + " " + f.value())
                                    .toList()
                                    .toString());
        }
        return told;
    }
}
