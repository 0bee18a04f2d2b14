package io.credithub.flow.roster;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.reading.Content;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/// Takes in the roster of teachers (花名册). Records that waited for a teacher are posted when the
/// teacher is in it.
public interface RosterIntake {
    /// The whole file in one transaction, or nothing of it. Doing it twice is harmless.
    Uni<Outcome> take(File file);

    /// The same for a file that the hub has written itself.
    ///
    /// @return fails with `IllegalArgumentException` if it cannot be read
    default Uni<RosterReport> importCsv(Content content) {
        return take(new File(content, null, false))
                .map(outcome ->
                        switch (outcome) {
                            case Taken taken -> taken.report();
                            case Refused refused ->
                                    throw new IllegalArgumentException(refused.why().code().code());
                        });
    }

    /// Whether a charset of this name can be read.
    boolean knows(String charset);

    /// A roster as it came.
    ///
    /// @param content CSV with a header, UTF-8 or GB18030
    /// @param charset as the sender named it
    /// @param isTrial whether to tell what would happen, and keep nothing
    record File(Content content, @Nullable String charset, boolean isTrial) {}

    /// What became of it.
    sealed interface Outcome {}

    /// A file of which no row could be read.
    record Refused(Finding why) implements Outcome {}

    record Taken(RosterReport report) implements Outcome {}
}
