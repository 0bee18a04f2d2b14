package io.credithub.flow.explain;

import io.credithub.domain.ledger.LedgerEntry.EntryKind;
import io.credithub.flow.explain.Provenance.PostedEntry;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.teacher.Registry.LedgerLine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How the lines of one record hang together, seen from one of them. Each content of a record is
/// posted and reversed by turns.
///
/// @param lines of the record, in order
/// @param reversal of the line, or the line itself if it is one
/// @param reversedBy the reversal of an award
/// @param restoredBy the award of the same content after that reversal
/// @param reverses the award that a reversal takes back
/// @param replaces the award of an earlier content whose place an award took
/// @param replacedBy the award of another content that came after a reversal
public record EntryTrail(
        List<Related> lines,
        @Nullable Related reversal,
        @Nullable Related reversedBy,
        @Nullable Related restoredBy,
        @Nullable Related reverses,
        @Nullable Related replaces,
        @Nullable Related replacedBy) {

    public EntryTrail {
        lines = List.copyOf(lines);
    }

    /// The reversal of what an award replaced, which says why.
    @Nullable Related replacement(long seq) {
        Related last = null;
        for (Related one : lines) if (one.seq() < seq) last = one;
        return last;
    }

    static EntryTrail of(PostedEntry posted) {
        UUID record = posted.content().copy().key();
        List<Related> lines =
                posted.entries().stream().filter(line -> line.record().equals(record)).toList();
        return new Look(posted.line(), lines).trail();
    }

    private record Look(LedgerLine line, List<Related> lines) {
        EntryTrail trail() {
            boolean isAward = line.kind() == EntryKind.AWARD;
            Related reversedBy = isAward ? after(line.seq(), EntryKind.REVERSAL, true) : null;
            Related end = isAward ? reversedBy : before(line.seq() + 1, EntryKind.REVERSAL, true);
            Related again = end == null ? null : after(end.seq(), EntryKind.AWARD, true);
            Related other = end == null ? null : after(end.seq(), EntryKind.AWARD, false);
            return new EntryTrail(
                    lines,
                    end,
                    reversedBy,
                    again,
                    isAward ? null : before(line.seq(), EntryKind.AWARD, true),
                    isAward ? replaced() : null,
                    other);
        }

        /// The last line before an award is the reversal of what was in force until then.
        private @Nullable Related replaced() {
            Related reversal = before(line.seq(), EntryKind.REVERSAL, false);
            if (reversal == null) return null;
            Related last = reversal;
            for (Related one : lines) if (one.seq() < line.seq()) last = one;
            if (last.seq() != reversal.seq()) return null;
            Related award = null;
            for (Related one : lines) {
                boolean is = one.kind() == EntryKind.AWARD && one.version() == reversal.version();
                if (is && one.seq() < reversal.seq()) award = one;
            }
            return award;
        }

        private @Nullable Related after(long seq, EntryKind kind, boolean sameContent) {
            for (Related one : lines) {
                if (one.seq() > seq && fits(one, kind, sameContent)) return one;
            }
            return null;
        }

        private @Nullable Related before(long seq, EntryKind kind, boolean sameContent) {
            Related found = null;
            for (Related one : lines) {
                if (one.seq() < seq && fits(one, kind, sameContent)) found = one;
            }
            return found;
        }

        private boolean fits(Related one, EntryKind kind, boolean sameContent) {
            boolean same = one.version() == line.origin().version();
            return one.kind() == kind && same == sameContent;
        }
    }
}
