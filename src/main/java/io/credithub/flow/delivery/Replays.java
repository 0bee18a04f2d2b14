package io.credithub.flow.delivery;

import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads stored bytes again, with today's mapping, code tables and rules, and takes only what was
/// rejected, or what waits and would be mapped otherwise today. A replay is a delivery of its own
/// that names its original. A record keeps the place that its original has in the order of landing,
/// so a replay changes nothing that came later, and a second one nothing at all. Implemented by
/// `hub.store`.
public interface Replays {
    /// Who asked, for the record.
    static final String HUB = "hub";

    /// @param by id of a key, or `feed:` and the code of the feed that sent the same bytes again
    record ReplayRequest(String by, @Nullable String reason) {}

    /// Where a replay that was asked for is.
    sealed interface ReplayState {
        /// @param replay 0: it was only asked what it would take
        /// @param records how many are judged again
        record BegunReplay(long original, long replay, long records) implements ReplayState {}

        /// Another replay of the delivery is not finished: this one.
        record UnderWay(long original, long replay) implements ReplayState {}

        /// Nothing is rejected, and nothing waits that would be mapped otherwise.
        record NothingToReplay(long original) implements ReplayState {}
    }

    /// Why a delivery cannot be replayed.
    enum ReplayRefusal {
        /// It has not been judged a first time.
        STILL_OPEN,
        /// No mapping of its feed is loaded.
        NO_MAPPING
    }

    /// Begins a replay.
    ///
    /// @param delivery of the original, or of one of its replays
    Uni<Outcome<ReplayState, ReplayRefusal>> begin(long delivery, ReplayRequest asking);

    /// The same, if a reason may have passed for which one of its records was rejected: the mapping
    /// is another, the day of a date in the future has come, the rules or the roster are others.
    ///
    /// @return the replay, also one that is under way; null if there is none
    Uni<@Nullable Long> beginIfPassed(long delivery, ReplayRequest asking);

    /// What a replay would take now.
    Uni<Outcome<ReplayState, ReplayRefusal>> look(long delivery);

    /// Which deliveries an operator means.
    ///
    /// @param feed null: any
    /// @param code of a finding by which a record is rejected; null: any
    record ReplayFilter(@Nullable String feed, @Nullable String code) {}

    /// Originals with records that are still rejected, in the order of their numbers.
    ///
    /// @param after of deliveries above this number
    Uni<List<Long>> rejected(ReplayFilter wanted, long after, int most);

    /// Originals with rejected records of which the reason has passed, whoever sends them again.
    Uni<List<Long>> passed(int most);
}
