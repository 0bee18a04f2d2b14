package io.credithub.flow.bank;

import io.credithub.domain.Article;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Tells a deciding authority which of its decisions the ledger does not bear out any more: until
/// they are confirmed or decided anew, the credit bank gives out what the ledger holds.
@Article({"二(四)", "五(二)"})
@Singleton
public final class TellYearsInQuestion {
    private final YearsInQuestion years;
    private final Policies policies;
    private final InstantSource clock;

    public TellYearsInQuestion(YearsInQuestion years, Policies policies, InstantSource clock) {
        this.years = years;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param number orders the list
    /// @param years those in question, at least one
    public record OpenQuestion(
            long number, Registry.Profile teacher, int cycle, List<YearStanding> years) {}

    /// @param after see [YearsInQuestion#list]
    public Uni<List<OpenQuestion>> tell(Jurisdiction within, long after, int most) {
        ZoneId zone = policies.inForce().policy().terms().calendar().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        KeptCycles kept = new KeptCycles(policies, policies.rules(), today);
        return years.list(within, after, most)
                .map(all -> all.stream().map(one -> open(one, kept)).toList());
    }

    private static OpenQuestion open(YearsInQuestion.QuestionedCycle one, KeptCycles kept) {
        Standing standing =
                kept.standing(one.teacher(), Map.of(one.cycle(), one.kept()), one.cycle());
        return new OpenQuestion(
                one.number(), one.teacher().profile(), one.cycle(), standing.inQuestion());
    }
}
