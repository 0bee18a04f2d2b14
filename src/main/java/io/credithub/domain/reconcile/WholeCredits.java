package io.credithub.domain.reconcile;

/// The national system takes whole credits: what differs by that alone is told and is no dispute.
final class WholeCredits {
    private static final int ONE = 100;
    private static final int HALF = 50;

    private WholeCredits() {}

    /// Whether the one is the other in whole credits, rounded HALF_UP. Both in hundredths, neither
    /// negative; equal ones are not told apart by rounding.
    static boolean isWholeOf(long whole, long exact) {
        return whole != exact && whole == (exact + HALF) / ONE * ONE;
    }
}
