package io.credithub.domain.ledger;

import org.jspecify.annotations.Nullable;

/// Where matching puts a record of a teacher.
///
/// @param state in force, aside, held or refused
/// @param hold why it is held, or was when it was refused; else absent
/// @param peer the record that counts in its place, or that it was held for
/// @param rule by which the two belong together
public record Placement(
        VersionState state,
        @Nullable HoldReason hold,
        @Nullable RecordVersion peer,
        @Nullable MatchRule rule) {
    public static final Placement IN_FORCE = new Placement(VersionState.IN_FORCE, null, null, null);

    public static Placement aside(RecordVersion counts, MatchRule rule) {
        return new Placement(VersionState.ASIDE, null, counts, rule);
    }

    public static Placement held(HoldReason hold) {
        return new Placement(VersionState.HELD, hold, null, null);
    }

    public static Placement held(HoldReason hold, RecordVersion peer, MatchRule rule) {
        return new Placement(VersionState.HELD, hold, peer, rule);
    }

    public static Placement refused(HoldReason hold) {
        return new Placement(VersionState.REFUSED, hold, null, null);
    }
}
