package io.credithub.flow.delivery;

import io.credithub.domain.Text;
import java.util.List;

/// What a delivery declares and what was received of it, where the two differ.
///
/// @param what that is counted
/// @param positions of the rejected records of the delivery, the first of them: with persons and
///   hours, what is missing is theirs
/// @param rejected how many there are in all
public record Difference(
        What what,
        Text text,
        String declared,
        String received,
        List<Long> positions,
        long rejected) {
    public static final int POSITIONS_MAX = 100;

    /// Counted in deliveries.
    public enum What {
        RECORDS,
        PERSONS,
        HOURS
    }
}
