package io.credithub.demo.model;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// One version of one record, as a system hands it over.
///
/// @param revision where the system counts
/// @param updatedAt Beijing time, where the system says
/// @param fault what is wrong with it; it can then never count
/// @param wave 0 with the first files, 1 and 2 with the corrections, 3 long after, 4 by a
///   straggling export
/// @param isRepeated whether the very same record comes once more
public record ReportedVersion(
        @Nullable Integer revision,
        @Nullable LocalDateTime updatedAt,
        boolean isWithdrawal,
        Details details,
        @Nullable SimulatedFault fault,
        Naming naming,
        int wave,
        boolean isRepeated) {

    /// How a record names its teacher.
    public enum Naming {
        NUMBER,
        DOCUMENT,
        BOTH;

        static Naming any(SeededRandom dice) {
            int thrown = dice.below(100);
            return thrown < 70 ? NUMBER : thrown < 80 ? DOCUMENT : BOTH;
        }
    }
}
