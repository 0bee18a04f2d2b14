package io.credithub.domain.report;

import io.credithub.domain.Text;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One value of a report. Its column says how it is to be read.
public sealed interface ReportCell {
    /// Where nothing is said.
    ReportCell NOTHING = new Nothing();

    record Nothing() implements ReportCell {}

    /// @param text the same in both languages where it is a name or a code
    record Words(Text text) implements ReportCell {}

    /// @param value whole, in hundredths or a share: the column says which
    record Amount(long value) implements ReportCell {}

    record Day(LocalDate day) implements ReportCell {}

    record Moment(Instant moment) implements ReportCell {}

    static ReportCell of(@Nullable String word) {
        return word == null || word.isEmpty() ? NOTHING : new Words(new Text(word, word));
    }

    static ReportCell of(Text text) {
        return new Words(text);
    }

    static ReportCell of(long amount) {
        return new Amount(amount);
    }

    static ReportCell ofNullable(@Nullable Long amount) {
        return amount == null ? NOTHING : new Amount(amount);
    }

    static ReportCell of(@Nullable LocalDate day) {
        return day == null ? NOTHING : new Day(day);
    }

    static ReportCell of(@Nullable Instant moment) {
        return moment == null ? NOTHING : new Moment(moment);
    }
}
