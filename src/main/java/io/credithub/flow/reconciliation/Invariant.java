package io.credithub.flow.reconciliation;

import io.credithub.domain.Text;
import java.util.List;

/// One claim of the proof, with the figures that it rests on.
///
/// @param code stable
/// @param about whose matter it is
public record Invariant(
        String code, InvariantScope about, Text claim, boolean holds, List<Figure> figures) {
    /// One of the hub's own.
    public Invariant(String code, Text claim, boolean holds, List<Figure> figures) {
        this(code, InvariantScope.HUB, claim, holds, figures);
    }

    /// Whose matter it is.
    public enum InvariantScope {
        /// It must hold whatever arrives.
        HUB,
        /// The hub agrees with its sources: it may not, and then what differs is listed.
        SOURCES
    }

    /// A named number of the claim.
    public record Figure(String name, String value) {}
}
