package io.credithub.flow;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/// What every teacher has, at a glance. Implemented by `hub.store`.
public interface Balances {
    /// @param cycle its first school year
    /// @return by teacher number; teachers without any entry are not in it
    Uni<Map<String, Balance>> of(int cycle);

    /// In hundredths.
    ///
    /// @param earned as posted
    /// @param recognised after caps, from the year of registration on
    record Balance(long earned, long recognised) {
        public static final Balance NOTHING = new Balance(0, 0);
    }
}
