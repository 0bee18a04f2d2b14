package io.credithub.demo.answer;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SourceSystem;
import io.credithub.domain.completion.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which copy of an attendance counts: that of the level's own system, then the one with more
/// evidence, then by feed, then by record. Never by order of arrival.
final class KeyWinner {
    private static final Comparator<InForce> ORDER =
            Comparator.comparingInt(InForce::precedence)
                    .thenComparing(Comparator.comparingInt(InForce::evidence).reversed())
                    .thenComparing(InForce::feed)
                    .thenComparing(InForce::recordId);

    private KeyWinner() {}

    /// @return nothing if no copy is in force
    static Optional<InForce> of(Level level, List<SimulatedCopy> copies) {
        return copies.stream()
                .flatMap(copy ->
                        Optional.ofNullable(copy.inForce())
                                .map(d -> new InForce(copy, d, level))
                                .stream())
                .min(ORDER);
    }

    /// A copy that is in force.
    record InForce(SimulatedCopy copy, Details details, Level level) {
        private int precedence() {
            return KeyWinner.precedence(level, copy.system());
        }

        private int evidence() {
            return details.evidence();
        }

        private String feed() {
            return copy.system().feed();
        }

        private String recordId() {
            return copy.recordId();
        }
    }

    /// Smaller comes first: what the agreements with the three systems say.
    static int precedence(Level level, SourceSystem system) {
        return switch (system) {
            case NATIONAL -> level == Level.NATIONAL ? 1 : 3;
            case PROVINCE -> level == Level.NATIONAL || level == Level.SCHOOL ? 2 : 1;
            case VENDOR -> level == Level.SCHOOL ? 1 : 4;
        };
    }
}
