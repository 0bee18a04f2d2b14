package io.credithub.flow.report.year;

import io.credithub.domain.review.SignedTotals.FigureChange;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is other at a moment than what was signed by then of a county's school year. Implemented by
/// `hub.store`.
public interface AfterSigning {
    /// Where nothing was ever signed.
    AfterSigning NEVER = (_, _) -> Uni.createFrom().item(Optional.empty());

    /// @param asOf as known on this moment
    /// @return empty: nothing is signed of it, or all agrees with what is
    Uni<Optional<SignedAdjustments>> since(YearScope scope, Instant asOf);

    /// @param version that was signed last
    /// @param sha256 of its manifest
    record SignedAdjustments(int version, String sha256, List<FigureChange> changes) {
        public SignedAdjustments {
            changes = List.copyOf(changes);
        }
    }
}
