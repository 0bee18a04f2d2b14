package io.credithub.flow.ledger;

import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.CycleSums;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.Kept;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Works standings out of the sums that are kept. A standing takes those of other cycles too, since
/// a loan is repaid across the end of a cycle. Where nothing was awarded yet, what holds where the
/// teacher is asks.
///
/// @param rules that say who asks
/// @param today what is due by now
public record KeptCycles(Policies policies, Rulebook rules, LocalDate today) {
    /// @param cycle its first school year
    public Standing standing(TeacherAccount account, int cycle) {
        return Standing.of(
                sums(account, cycle), other -> sums(account, other), account.facts(), today);
    }

    public CycleSums sums(TeacherAccount account, int cycle) {
        TeacherAccount.AccountCycle kept = account.cycles().get(cycle);
        return kept == null
                ? nothing(account.residences(), cycle)
                : new CycleSums(policies.numbered(kept.policy()), kept.tally());
    }

    /// @param kept by the first school year
    public Standing standing(
            Registry.RegisteredTeacher teacher, Map<Integer, Kept> kept, int cycle) {
        TeacherFacts facts = teacher.facts();
        return Standing.of(
                sums(teacher, kept, cycle), other -> sums(teacher, kept, other), facts, today);
    }

    public CycleSums sums(Registry.RegisteredTeacher teacher, Map<Integer, Kept> all, int cycle) {
        Kept kept = all.get(cycle);
        return kept == null
                ? nothing(teacher.residences(), cycle)
                : new CycleSums(policies.numbered(kept.policy()), kept.tally());
    }

    private CycleSums nothing(List<Residence> residences, int cycle) {
        Policy asking = rules.ofCycle(residences, cycle, today).policy();
        return CycleSums.empty(asking, cycle);
    }
}
