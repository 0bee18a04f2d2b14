package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.reading.Content;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/// Takes in the roster of teachers (花名册). Records that waited for a teacher are posted when the
/// teacher is in it.
public interface RosterIntake {
    /// The whole file in one transaction, or nothing of it. Doing it twice is harmless.
    ///
    /// @return refused with a finding: a file of which no row could be read
    Uni<Outcome<RosterReport, Finding>> take(RosterFile file);

    /// The same for a file that the hub has written itself.
    ///
    /// @return fails with `IllegalArgumentException` if it cannot be read
    default Uni<RosterReport> importCsv(Content content) {
        return take(new RosterFile(content, null, false))
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Done<RosterReport, Finding>(RosterReport report) -> report;
                            case Outcome.Refused<RosterReport, Finding>(Finding why) ->
                                    throw new IllegalArgumentException(why.code().code());
                            case Outcome.NotFound<RosterReport, Finding> _ ->
                                    throw new IllegalStateException("a roster is there");
                        });
    }

    /// Whether a charset of this name can be read.
    boolean knows(String charset);

    /// A roster as it came.
    ///
    /// @param content CSV with a header, UTF-8 or GB18030
    /// @param charset as the sender named it
    /// @param isTrial whether to tell what would happen, and keep nothing
    record RosterFile(Content content, @Nullable String charset, boolean isTrial) {}
}
