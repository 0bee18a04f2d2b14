package io.credithub.ground;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.policy.Policy;
import java.time.LocalDate;
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

/// Awards a second: what every record costs, between its mapping and its posting.
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class AwardsBenchmark {
    private static final int FACTS = 4_096;

    @Param({"shanxi-2017", "guangxi-2016", "neijiang"})
    private String policy = "";

    private Policy rules;
    private List<Facts> facts = List.of();

    @Setup
    public void readThePolicy() {
        rules = Mixture.policy(policy);
        int cycle = rules.cycleOf(LocalDate.of(2023, 5, 10));
        facts = new Mixture(rules, rules.terms().calendar().firstDayOf(cycle)).facts(FACTS);
    }

    @Benchmark
    @OperationsPerInvocation(FACTS)
    public void judge(Blackhole hole) {
        for (Facts one : facts) hole.consume(rules.judge(one));
    }
}
