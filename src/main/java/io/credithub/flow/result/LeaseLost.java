package io.credithub.flow.result;

/// Another process polls the feed by now, or an operator set its cursor: whoever holds the old
/// fence stops at once and changes nothing.
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long fence;

    /// @param fence the stale token, smaller than the feed's
    public LeaseLost(String feed, long fence) {
        super("the lease on feed " + feed + " with fence " + fence + " is no longer held");
        this.fence = fence;
    }

    public long fence() {
        return fence;
    }
}
