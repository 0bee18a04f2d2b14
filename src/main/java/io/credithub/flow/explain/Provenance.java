package io.credithub.flow.explain;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineReason;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the registry holds behind one line of the ledger. Implemented by `hub.store`.
public interface Provenance {
    /// All of it as of one moment.
    ///
    /// @param seq of the line in the ledger
    /// @return empty too if its teacher is outside the jurisdiction: nobody can tell the difference
    Uni<Optional<PostedEntry>> find(long seq, Jurisdiction within);

    /// A line of the ledger with all that it came from and all that has to do with it.
    ///
    /// @param teacherNo absent for a teacher who is known by a document only
    /// @param contents every content of its record, in the order of their numbers
    /// @param copies what counts for its training, with what is set aside or held for that; it may
    ///   be one of them
    /// @param entries lines of this teacher for its record, for the copies' and for those that took
    ///   its place, in order
    /// @param matching the number of what records are matched by
    record PostedEntry(
            @Nullable String teacherNo,
            LedgerLine line,
            List<RecordVersion> contents,
            List<RecordVersion> copies,
            List<Related> entries,
            Delivered delivered,
            long matching) {
        public PostedEntry {
            contents = List.copyOf(contents);
            copies = List.copyOf(copies);
            entries = List.copyOf(entries);
        }

        /// The content that the line was posted for.
        public RecordVersion content() {
            for (RecordVersion content : contents) {
                if (content.number() == line.origin().version()) return content;
            }
            throw new IllegalStateException("a line of the ledger has no content");
        }

        /// The content of the record that counts now: the only one that no other has superseded.
        public RecordVersion current() {
            for (RecordVersion content : contents) {
                if (content.now() != VersionState.SUPERSEDED) return content;
            }
            throw new IllegalStateException("every content of a record is superseded");
        }
    }

    /// A line of the ledger in short.
    ///
    /// @param version of the record's contents
    record Related(
            long seq,
            UUID record,
            int version,
            LedgerEntry.EntryKind kind,
            Credits credits,
            Instant postedAt,
            LineReason why) {}

    /// The delivery that brought the record, and the chunk that holds it.
    ///
    /// @param sha256 hex
    /// @param statedAt the date that the delivery states of itself
    /// @param readAt when it was asked for that it be read as it was posted: at landing, or later
    /// @param mappingDigest the version of the mapping that it was posted by
    record Delivered(
            long delivery,
            String reference,
            String sha256,
            Instant landedAt,
            Instant readAt,
            @Nullable Instant statedAt,
            String mappingDigest,
            String charset,
            byte[] head,
            Slice slice) {}
}
