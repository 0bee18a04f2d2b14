package io.credithub.ground;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// Operations for each second that this process had a core, its compilers and its garbage
/// collection included. Where others use the machine too, this is what a core can do; the score
/// itself is what was left of it.
public final class CpuSecond implements InternalProfiler {
    private static final double NANOS = 1e9;

    private long before;

    @Override
    public String getDescription() {
        return "operations for each second that the process had a core";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = cpuNanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (cpuNanos() - before) / NANOS;
        double operations = result.getMetadata().getAllOps();
        return List.of(
                new ScalarResult("cpu", operations / seconds, "ops/cpu-s", AggregationPolicy.AVG));
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
