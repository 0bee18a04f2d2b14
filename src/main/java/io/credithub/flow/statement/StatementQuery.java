package io.credithub.flow.statement;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.RuleLabel;
import io.credithub.domain.policy.terms.Residence;
import io.credithub.domain.standing.CycleSums;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Probation;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.rules.AwardJudge;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.statement.HeldRecords.HeldTraining;
import io.credithub.flow.statement.KnownAccounts.FoundAccount.KnownAccount;
import io.credithub.flow.statement.Statement.Explained;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Registry.Kept;
import io.credithub.flow.teacher.Registry.LedgerLine;
import io.credithub.flow.teacher.Registry.LineAdjustment;
import io.credithub.flow.teacher.Registry.LineAmounts;
import io.credithub.flow.teacher.Registry.RegisteredTeacher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells a teacher's account (累积、查询), and recomputes every line of it on the way.
@Article({"四(五)", "五(一)"})
@Singleton
public final class StatementQuery {
    private final Registry registry;
    private final HeldRecords heldRecords;
    private final Bank bank;
    private final Policies policies;
    private final InstantSource clock;

    public StatementQuery(
            Registry registry,
            HeldRecords heldRecords,
            Bank bank,
            Policies policies,
            InstantSource clock) {
        this.registry = registry;
        this.heldRecords = heldRecords;
        this.bank = bank;
        this.policies = policies;
        this.clock = clock;
    }

    /// The cycle that runs today, named by its first school year.
    public int currentCycle() {
        return policies.inForce().policy().cycleOf(today());
    }

    public boolean isCycle(int year) {
        return policies.inForce().policy().cycleOfSchoolYear(year) == year;
    }

    /// @param cycle see [#isCycle]
    /// @return empty if there is no such teacher within the jurisdiction
    public Uni<Optional<Statement>> tell(String teacherNo, int cycle, Jurisdiction within) {
        return tell(teacherNo, cycle, new TeacherSight(within));
    }

    /// @param cycle see [#isCycle]
    /// @return empty if there is no such teacher in sight
    public Uni<Optional<Statement>> tell(String teacherNo, int cycle, TeacherSight sight) {
        return registry.find(teacherNo, sight)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : statement(found.get(), cycle).map(Optional::of));
    }

    private Uni<Statement> statement(RegisteredTeacher teacher, int cycle) {
        int years = policies.inForce().policy().terms().calendar().cycleYears();
        Uni<List<LedgerLine>> lines =
                registry.ledger(teacher.number(), firstYear(teacher, cycle), cycle + years - 1);
        Uni<Map<Integer, Kept>> kept = registry.standings(teacher.number());
        Uni<List<Bank.MovementLine>> moved =
                bank.movements(teacher.number(), cycle, cycle + years - 1);
        Uni<List<HeldTraining>> held = heldRecords.held(teacher.number(), cycle, cycle + years - 1);
        return Uni.combine()
                .all()
                .unis(lines, kept, moved, held)
                .with((entries, sums, movements, waiting) ->
                        statement(teacher, cycle, new Lines(entries, waiting, movements), sums));
    }

    /// The lines of the ledger: awards, and what the bank moved; and what is in none of them.
    private record Lines(
            List<LedgerLine> entries, List<HeldTraining> held, List<Bank.MovementLine> movements) {}

    private Statement statement(
            RegisteredTeacher teacher, int cycle, Lines lines, Map<Integer, Kept> kept) {
        KeptCycles cycles = new KeptCycles(policies, policies.rules(), today());
        Policy policy = cycles.sums(teacher, kept, cycle).policy();
        List<LedgerLine> entries =
                lines.entries().stream().filter(line -> line.schoolYear() >= cycle).toList();
        return new Statement(
                teacher.profile(),
                cycle,
                policy.id(),
                cycles.standing(teacher, kept, cycle)
                        .tellingOf(policy, teacher.facts(), trainings(lines.entries())),
                entries.stream().map(this::explain).toList(),
                lines.held(),
                lines.movements());
    }

    /// The school year in which a new teacher's first year begins, or the cycle's first.
    private int firstYear(RegisteredTeacher teacher, int cycle) {
        Policy policy = policies.rules().ofCycle(teacher.residences(), cycle, today()).policy();
        Probation.Period period = Probation.period(policy, teacher.facts(), cycle, today());
        return period == null ? cycle : Math.min(cycle, policy.schoolYearOf(period.from()));
    }

    /// The same as it was known at a moment, worked out of the lines that the ledger had by then.
    ///
    /// @param cycle see [#isCycle]
    /// @param rules that were in force
    /// @param day of the moment: decides what was over
    /// @return without movements: no paper tells them
    public Statement tell(KnownAccount account, int cycle, Rulebook rules, LocalDate day) {
        RegisteredTeacher teacher = account.teacher();
        List<Earned> earned = StandingQuery.inForce(account.lines(), Instant.MAX);
        List<Facts> trainings = earned.stream().map(Earned::facts).toList();
        List<Residence> there = teacher.residences();
        CycleSums asked = sums(there, earned, rules, cycle, day);
        int last = cycle + asked.policy().terms().calendar().cycleYears() - 1;
        Standing standing =
                Standing.of(asked, of -> sums(there, earned, rules, of, day), teacher.facts(), day);
        return new Statement(
                teacher.profile(),
                cycle,
                asked.policy().id(),
                standing.tellingOf(asked.policy(), teacher.facts(), trainings),
                account.lines().stream()
                        .filter(line -> line.schoolYear() >= cycle && line.schoolYear() <= last)
                        .map(this::explain)
                        .toList(),
                account.held(),
                List.of());
    }

    private static CycleSums sums(
            List<Residence> there, List<Earned> earned, Rulebook rules, int cycle, LocalDate day) {
        Policy asking = rules.ofCycle(there, cycle, day).policy();
        return new CycleSums(asking, Tally.of(asking, new Entries(cycle, earned), LocalDate.MAX));
    }

    private static List<Facts> trainings(List<LedgerLine> lines) {
        return StandingQuery.inForce(lines, Instant.MAX).stream().map(Earned::facts).toList();
    }

    /// One line with the steps that led to it.
    public Explained explain(LedgerLine line) {
        Policy policy = policies.numbered(line.policy());
        RuleLabel rule = policy.rules().get(AwardAmounts.ruleOfPolicy(line.rule()));
        AwardAmounts byRules =
                policy.judge(line.facts()) instanceof Judgement.Awarded awarded
                        ? AwardJudge.priceOf(line.policy(), awarded.award())
                        : null;
        return new Explained(
                line,
                policy.id(),
                rule.code(),
                rule.paragraphs(),
                policy.explain(line.facts()),
                byRules == null || !line.isAdjusted() ? null : new Credits(byRules.credits()),
                byRules != null && isAsPosted(byRules, line));
    }

    /// An adjusted line must be what somebody decided, split as the rules' award is.
    private static boolean isAsPosted(AwardAmounts byRules, LedgerLine line) {
        LineAdjustment adjustment = line.adjustment();
        if (adjustment == null) return !line.isAdjusted() && isEqual(byRules, line);
        if (!line.isAdjusted()) return false;
        int credits = Math.toIntExact(adjustment.credits().hundredths());
        return isEqual(Valuation.adjusted(line.facts(), byRules, credits), line);
    }

    private static boolean isEqual(AwardAmounts award, LedgerLine line) {
        LineAmounts posted = line.amounts();
        int sign = line.kind().sign();
        return posted.credits().hundredths() == (long) sign * award.credits()
                && posted.experience().hundredths() == (long) sign * award.experience()
                && posted.quality().hundredths() == (long) sign * award.quality()
                && line.schoolYear() == award.schoolYear()
                && line.rule() == award.rule();
    }

    private LocalDate today() {
        return policies.dayOf(clock.instant());
    }
}
