package io.credithub.domain.policy;

import java.util.List;

/// The least number that every divisor of a policy divides.
final class CommonMultiple {
    /// Keeps every product of the arithmetic far inside a `long`.
    private static final long MOST = 1_000_000_000L;

    private CommonMultiple() {}

    static long of(List<HoursRule> rules) {
        long common = 1;
        for (HoursRule rule : rules) {
            long divisor = rule.hourHundredthsPerCredit();
            common = Math.multiplyExact(common / greatestCommonDivisor(common, divisor), divisor);
            if (common > MOST)
                throw new IllegalArgumentException("the divisors have no multiple below " + MOST);
        }
        return common;
    }

    private static long greatestCommonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
