package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Breaks as they are read. Implemented by `hub.store`.
public interface Breaks {
    /// The longest open first; then by identity.
    Uni<List<KnownBreak>> list(BreakFilter filter, BreakPlaceInList after, int most);

    /// With what happened to it.
    ///
    /// @return empty too if it lies outside of the view
    Uni<Optional<KnownBreak>> find(UUID identity, Jurisdiction within);

    /// How many there are of each code, owner and age class, of those that somebody has to see to.
    Uni<List<BreakAging>> aging(Jurisdiction within, @Nullable Integer schoolYear, Instant now);

    /// Which breaks are asked for; null: any.
    ///
    /// @param state null only if a teacher is named: a list of all states has no end
    /// @param feed of the record that they are about, or whose total
    /// @param openedAfter with `openedUntil`: when they were opened
    record BreakFilter(
            Jurisdiction within,
            @Nullable BreakState state,
            @Nullable BreakCode code,
            @Nullable BreakOwner owner,
            @Nullable String feed,
            @Nullable String teacherNo,
            @Nullable Integer schoolYear,
            @Nullable String assignee,
            @Nullable Instant openedAfter,
            @Nullable Instant openedUntil) {
        public BreakFilter {
            if (state == null && teacherNo == null) {
                throw new IllegalArgumentException("breaks of any state, and of anybody");
            }
        }
    }

    /// Where a page of breaks ends.
    ///
    /// @param openedAt to the microsecond
    record BreakPlaceInList(Instant openedAt, UUID identity) {
        /// Before all.
        public static final BreakPlaceInList FIRST =
                new BreakPlaceInList(Instant.EPOCH, new UUID(0, 0));
    }

    /// @param owner whose move it is
    record BreakAging(BreakCode code, BreakOwner owner, BreakAge age, long breaks) {}
}
