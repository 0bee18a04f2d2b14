package io.credithub.ground;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Earned;
import io.credithub.domain.standing.Entries;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.domain.standing.TeacherFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// Standings a second, of teachers with twenty awards each, one in eight with a loan and one in
/// eight joining in mid-cycle: from the sums that posting keeps, and from single awards.
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class StandingsBenchmark {
    private static final int TEACHERS = 512;
    private static final int AWARDS = 20;

    @Param({"shanxi-2017", "guangxi-2016", "shanghai-14fyp"})
    private String policy = "";

    private Policy rules;
    private LocalDate asOf = LocalDate.EPOCH;
    private final List<Tally> sums = new ArrayList<>();
    private final List<Entries> entries = new ArrayList<>();
    private final List<TeacherFacts> teachers = new ArrayList<>();

    @Setup
    public void makeTheTeachers() {
        rules = Mixture.policy(policy);
        int cycle = rules.cycleOf(LocalDate.of(2023, 5, 10));
        LocalDate firstDay = rules.terms().calendar().firstDayOf(cycle);
        asOf = firstDay.plusYears(rules.terms().calendar().cycleYears());
        List<Facts> facts = new Mixture(rules, firstDay).facts(TEACHERS * AWARDS);
        for (int teacher = 0; teacher < TEACHERS; teacher++) {
            teachers.add(teacher(teacher, cycle));
            add(cycle, facts.subList(teacher * AWARDS, (teacher + 1) * AWARDS));
        }
    }

    private void add(int cycle, List<Facts> completed) {
        Tally tally = Tally.empty(rules, cycle);
        List<Earned> earned = new ArrayList<>();
        for (Facts facts : completed) {
            Award award = ((Awarded) rules.judge(facts)).award();
            tally.add(award, 1);
            earned.add(new Earned(facts, award.credits(), null, "r" + earned.size()));
        }
        sums.add(tally);
        entries.add(new Entries(cycle, earned));
    }

    private static TeacherFacts teacher(int number, int cycle) {
        return switch (number % 8) {
            case 0 -> new TeacherFacts(LocalDate.of(cycle + 2, 10, 1), null, true);
            case 1 ->
                    TeacherFacts.SETTLED.with(
                            List.of(),
                            List.of(new TeacherFacts.Loan(cycle + 1, new Credits(500), null)),
                            List.of());
            default -> TeacherFacts.SETTLED;
        };
    }

    @Benchmark
    @OperationsPerInvocation(TEACHERS)
    public void fromSums(Blackhole hole) {
        for (int i = 0; i < TEACHERS; i++) {
            hole.consume(Standing.of(rules, sums.get(i), teachers.get(i), asOf));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TEACHERS)
    public void fromTwentyAwards(Blackhole hole) {
        for (int i = 0; i < TEACHERS; i++) {
            hole.consume(Standing.of(rules, entries.get(i), teachers.get(i), asOf));
        }
    }
}
