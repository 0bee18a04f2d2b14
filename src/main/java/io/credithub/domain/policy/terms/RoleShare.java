package io.credithub.domain.policy.terms;

/// What those of one role get of a result that several have a part in: `part / whole` of it.
///
/// @param role as the source names it
/// @param part at least 0
/// @param whole 10 000 where the share is a percentage; n where it is one n-th
public record RoleShare(String role, int part, int whole) {
    static final int PERCENT_WHOLE = 10_000;

    public RoleShare {
        if (part < 0 || whole <= 0) throw new IllegalArgumentException("share of " + role);
    }

    public static RoleShare percent(String role, int tenThousandths) {
        return new RoleShare(role, tenThousandths, PERCENT_WHOLE);
    }

    public static RoleShare oneOf(String role, int of) {
        return new RoleShare(role, 1, of);
    }

    public boolean isPercent() {
        return whole == PERCENT_WHOLE;
    }
}
