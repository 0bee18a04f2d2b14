package io.credithub.flow.teacher;

import io.credithub.domain.standing.Tally;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What every teacher has, at a glance. Implemented by `hub.store`.
public interface Balances {
    /// @param cycle its first school year
    /// @return by teacher number; teachers without any entry are not in it
    Uni<Map<String, TeacherBalance>> of(int cycle);

    /// In hundredths.
    ///
    /// @param earned as posted
    /// @param recognised after caps, from the year of registration on
    /// @param years as posted, of the five school years in order
    record TeacherBalance(long earned, long recognised, List<Long> years) {
        public static final TeacherBalance NOTHING =
                new TeacherBalance(0, 0, Collections.nCopies(Tally.YEARS, 0L));
    }
}
