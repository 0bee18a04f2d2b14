package io.credithub.api.explain;

import io.credithub.api.teacher.CauseView;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.VersionRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.explain.AwardExplanation;
import io.credithub.flow.explain.EntryTrail;
import io.credithub.flow.explain.OtherCopy;
import io.credithub.flow.explain.Provenance.Related;
import io.credithub.flow.teacher.Registry.LineReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a line of the ledger.
///
/// @param reason why the line is there, written with it
/// @param state of the content behind it now
/// @param reversedBy number of the line that reverses it; restored, replaced and so on likewise
/// @param entries every line of the same record, in order
/// @param contents every content that the record ever had
/// @param copies other records of the same training
public record OutcomeView(
        EntryReason reason,
        Text why,
        CauseView cause,
        VersionState state,
        boolean withdrawn,
        @Nullable Long reversedBy,
        @Nullable Long restoredBy,
        @Nullable Long reverses,
        @Nullable Long replaces,
        @Nullable Long replacedBy,
        List<LineOfRecord> entries,
        List<ContentOfRecord> contents,
        List<CopyOfTraining> copies) {
    static OutcomeView of(AwardExplanation award) {
        EntryTrail trail = award.trail();
        RecordVersion current = award.posted().current();
        LineReason why = award.posted().line().why();
        return new OutcomeView(
                why.reason(),
                why.reason().text(),
                CauseView.of(why),
                award.posted().content().now(),
                award.posted().line().origin().withdrawn(),
                seq(trail.reversedBy()),
                seq(trail.restoredBy()),
                seq(trail.reverses()),
                seq(trail.replaces()),
                seq(trail.replacedBy()),
                trail.lines().stream().map(LineOfRecord::of).toList(),
                award.posted().contents().stream()
                        .map(content -> ContentOfRecord.of(current, content))
                        .toList(),
                award.copies().stream().map(CopyOfTraining::of).toList());
    }

    private static @Nullable Long seq(@Nullable Related line) {
        return line == null ? null : line.seq();
    }

    /// A line of the ledger in short.
    ///
    /// @param version of the record's contents
    public record LineOfRecord(
            long seq,
            LedgerEntry.EntryKind kind,
            EntryReason reason,
            int version,
            Credits credits,
            Instant postedAt) {
        static LineOfRecord of(Related line) {
            return new LineOfRecord(
                    line.seq(),
                    line.kind(),
                    line.why().reason(),
                    line.version(),
                    line.credits(),
                    line.postedAt());
        }
    }

    /// A content of the record.
    ///
    /// @param criterion by which the content that counts goes before it; absent for that one
    public record ContentOfRecord(
            int version,
            VersionState state,
            long delivery,
            long position,
            Credits credits,
            @Nullable VersionRule criterion,
            @Nullable Text why) {
        static ContentOfRecord of(RecordVersion current, RecordVersion content) {
            VersionRule criterion =
                    content == current ? null : VersionRule.between(current, content);
            return new ContentOfRecord(
                    content.number(),
                    content.now(),
                    content.copy().origin().delivery(),
                    content.copy().origin().position(),
                    new Credits(content.copy().credits()),
                    criterion,
                    criterion == null ? null : criterion.text());
        }
    }

    /// Another record of the same training, or of what may be the same.
    ///
    /// @param seq of the line that it is in force by; absent if it is set aside or held
    /// @param criterion by which one of the two counts before the other, or is held for it
    public record CopyOfTraining(
            String feed,
            Text title,
            String recordId,
            long delivery,
            long position,
            VersionState state,
            Credits credits,
            @Nullable Long seq,
            @Nullable String criterion,
            @Nullable Text why) {
        static CopyOfTraining of(OtherCopy other) {
            RecordVersion copy = other.copy();
            return new CopyOfTraining(
                    copy.copy().origin().feedCode(),
                    other.title(),
                    AwardExplanation.shown(copy.copy().origin().recordId()),
                    copy.copy().origin().delivery(),
                    copy.copy().origin().position(),
                    copy.now(),
                    new Credits(copy.copy().credits()),
                    other.seq(),
                    other.criterion() == null ? null : other.criterion().name(),
                    other.criterion() == null ? null : other.criterion().text());
        }
    }
}
