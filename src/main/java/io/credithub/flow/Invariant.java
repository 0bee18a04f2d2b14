package io.credithub.flow;

import io.credithub.domain.Text;
import java.util.List;

/// One claim of the proof, with the figures that it rests on.
///
/// @param code stable
public record Invariant(String code, Text claim, boolean holds, List<Figure> figures) {
    /// A named number of the claim.
    public record Figure(String name, String value) {}
}
