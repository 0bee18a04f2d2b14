package io.credithub.fakes;

import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.TeacherAccount;
import java.util.Arrays;
import java.util.List;

/// What is kept of a teacher's cycle.
///
/// @param tally hundredths, as [Tally#toArray] gives them
/// @param counts records in force: feed × school year
/// @param standing that follows from them
record StoredSums(
        int policy,
        List<Long> tally,
        List<Integer> counts,
        int entries,
        long earned,
        Standing standing) {
    /// Whose.
    record Key(int teacher, int cycle) {}

    static StoredSums of(Posting.StandingUpdate stand) {
        TeacherAccount.AccountCycle sums = stand.sums();
        return new StoredSums(
                sums.policy(),
                Arrays.stream(sums.tally().toArray()).boxed().toList(),
                Arrays.stream(sums.counts()).boxed().toList(),
                sums.entries(),
                sums.earned(),
                stand.standing());
    }

    Tally tallyOf(int cycle) {
        return Tally.of(cycle, tally.stream().mapToLong(Long::longValue).toArray());
    }

    /// For one transaction: whoever posts changes it.
    TeacherAccount.AccountCycle fresh(int cycle) {
        int[] each = counts.stream().mapToInt(Integer::intValue).toArray();
        return new TeacherAccount.AccountCycle(false, policy, tallyOf(cycle), each)
                .holding(entries, earned);
    }
}
