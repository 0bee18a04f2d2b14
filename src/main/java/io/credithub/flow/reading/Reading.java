package io.credithub.flow.reading;

import io.credithub.flow.feed.FeedDefinition.Format;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Bytes to raw records. Implemented by `hub.reading`; never throws for bad content.
public interface Reading {
    /// Cuts a content into chunks at record boundaries without changing a byte: the chunks' bytes
    /// in order are the content. The head of the file (a CSV header) is in the first chunk's bytes
    /// and in [Cuts#head], so that a later chunk can be read alone.
    ///
    /// @param recordsMax of one chunk, at least 1
    Cuts cut(Format format, @Nullable String charset, Content content, int recordsMax)
            throws IOException;

    /// @return the records in order, one for each that was cut, with positions from
    ///   `firstPosition`; one that was erased has a finding that says so
    List<RawRecord> read(Source source, Slice slice);

    /// The chunks of one content, one after the other. Closed by the caller.
    interface Cuts extends Closeable {
        /// The charset that was declared or found: its canonical Java name.
        String charset();

        /// The bytes that every chunk needs to be understood; empty where there is no head.
        byte[] head();

        /// The next chunk, or null after the last. An empty content has one chunk of no records.
        @Nullable Slice next() throws IOException;

        @Override
        void close() throws IOException;
    }

    /// One chunk's bytes.
    ///
    /// @param bytes as they came, head included in the first
    /// @param erased positions of records that were taken out of the bytes since: see [Blotting]
    record Slice(int chunk, long firstPosition, int records, byte[] bytes, Set<Long> erased) {
        public Slice(int chunk, long firstPosition, int records, byte[] bytes) {
            this(chunk, firstPosition, records, bytes, Set.of());
        }

        /// The same place with other bytes, in which these records are erased.
        public Slice with(byte[] others, Set<Long> positions) {
            return new Slice(chunk, firstPosition, records, others, positions);
        }
    }

    /// What is common to the chunks of one delivery.
    record Source(Format format, String charset, byte[] head) {}
}
