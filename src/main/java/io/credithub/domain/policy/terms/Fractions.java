package io.credithub.domain.policy.terms;

/// Whole-number arithmetic under the fractions of a policy.
public final class Fractions {
    private Fractions() {}

    /// @throws ArithmeticException if it has no place in a `long`
    public static long leastCommonMultiple(long a, long b) {
        return Math.multiplyExact(a / greatestCommonDivisor(a, b), b);
    }

    public static long greatestCommonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
