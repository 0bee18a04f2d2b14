package io.credithub.flow.statement;

import io.credithub.domain.Article;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Probation;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.words.StandingReason;
import io.credithub.domain.standing.words.StandingWords;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Tells where a teacher stood in a cycle, as it was known on a day: from the lines that the ledger
/// had by the end of it. Since lines are only ever added, a past day's answer never changes.
///
/// What was granted, lent and decided counts as it was known then too. What the roster says is
/// today's: it keeps no history.
@Article({"四(五)", "二(四)"})
@Singleton
public final class StandingQuery {
    /// No moment of a registry is after it.
    public static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Registry registry;
    private final Policies policies;
    private final InstantSource clock;

    public StandingQuery(Registry registry, Policies policies, InstantSource clock) {
        this.registry = registry;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param policy under which the standing is computed
    /// @param entries awards in force at the end of the day
    public record KnownStanding(String teacherNo, Policy policy, int entries, Standing standing) {
        /// Why it is what it is.
        public List<StandingReason> reasons() {
            return StandingWords.of(policy, standing);
        }
    }

    public LocalDate today() {
        return policies.dayOf(clock.instant());
    }

    /// @param cycle its first school year
    /// @param asOf not after today
    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<KnownStanding>> tell(
            String teacherNo, int cycle, LocalDate asOf, Jurisdiction within) {
        Instant end = endOf(asOf);
        return registry.find(teacherNo, within, end)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : known(found.get(), cycle, asOf).map(Optional::of));
    }

    private Uni<KnownStanding> known(RegisteredTeacher teacher, int cycle, LocalDate asOf) {
        boolean isTied = !teacher.facts().loans().isEmpty();
        int first = isTied ? 0 : Math.min(cycle, firstYear(teacher, cycle, asOf));
        int last = isTied ? Short.MAX_VALUE : cycle + Tally.YEARS - 1;
        return registry.ledger(teacher.number(), first, last)
                .map(lines -> known(teacher, cycle, asOf, lines));
    }

    /// The school year in which a new teacher's first year begins, or the cycle's first.
    private int firstYear(RegisteredTeacher teacher, int cycle, LocalDate asOf) {
        Policy policy =
                policies.rulesAt(endOf(asOf)).ofCycle(teacher.residences(), cycle, asOf).policy();
        Probation.Period period = Probation.period(policy, teacher.facts(), cycle, asOf);
        return period == null ? cycle : policy.schoolYearOf(period.from());
    }

    /// @param lines of the cycle and of a new teacher's first year; of every year if loans tie
    ///   cycles together
    private KnownStanding known(
            RegisteredTeacher teacher, int cycle, LocalDate asOf, List<LedgerLine> lines) {
        Instant end = endOf(asOf);
        Rulebook rules = policies.rulesAt(end);
        IntFunction<Policy> asking = of -> rules.ofCycle(teacher.residences(), of, asOf).policy();
        List<Earned> earned = inForce(lines, end);
        Policy policy = asking.apply(cycle);
        long count =
                earned.stream()
                        .filter(one -> policy.cycleOf(one.facts().completedOn()) == cycle)
                        .count();
        return new KnownStanding(
                teacher.profile().teacherNo(),
                policy,
                Math.toIntExact(count),
                Standing.of(new Entries(cycle, earned), asking, teacher.facts(), asOf));
    }

    /// Of today all that is known counts, whatever the database's clock says.
    private Instant endOf(LocalDate day) {
        if (day.equals(today())) return END_OF_TIME;
        return day.plusDays(1).atStartOfDay(policies.zone()).toInstant();
    }

    /// The awards that no reversal had taken back by then.
    static List<Earned> inForce(List<LedgerLine> lines, Instant end) {
        record CountedContent(String feed, String recordId, int version) {}
        Map<CountedContent, LedgerLine> awards = new LinkedHashMap<>();
        for (LedgerLine line : lines) {
            if (!line.postedAt().isBefore(end)) continue;
            Registry.RecordOrigin origin = line.origin();
            CountedContent content =
                    new CountedContent(origin.feed(), origin.recordId(), origin.version());
            if (line.kind() == LedgerEntry.EntryKind.AWARD) awards.put(content, line);
            else awards.remove(content);
        }
        List<Earned> earned = new ArrayList<>(awards.size());
        for (Map.Entry<CountedContent, LedgerLine> award : awards.entrySet()) {
            LedgerLine line = award.getValue();
            earned.add(
                    new Earned(
                            line.facts(),
                            line.amounts().credits(),
                            line.programme(),
                            award.getKey().recordId()));
        }
        return earned;
    }
}
