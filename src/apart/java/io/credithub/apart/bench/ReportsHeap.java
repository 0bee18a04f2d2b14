package io.credithub.apart.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/// How much of the heap was in use at most since [#begin]: what had not been collected yet is in
/// it, so that it may be less in a smaller heap.
final class ReportsHeap {
    private static final double MIB = 1 << 20;

    private final List<MemoryPoolMXBean> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();

    void begin() {
        for (MemoryPoolMXBean pool : pools) pool.resetPeakUsage();
    }

    double peakMib() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MIB;
    }

    /// What this process may have.
    static double mostMib() {
        return Runtime.getRuntime().maxMemory() / MIB;
    }
}
