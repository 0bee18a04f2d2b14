package io.credithub.store.feed;

/// What a feed delivered, when some of it was read again.
public final class ReplayedSum {
    /// Of deliveries `d`: what replays made of records that waited. They came once more, and were
    /// not rejected before.
    public static final String SUM =
            """
            coalesce(sum(d.accepted + d.duplicate + d.waiting) filter (where d.replay_of is not null),
                0) - coalesce(sum(d.replayed), 0)\
            """;

    private ReplayedSum() {}
}
