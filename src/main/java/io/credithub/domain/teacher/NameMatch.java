package io.credithub.domain.teacher;

import java.util.Set;

/// How like two names are, both in their normal form.
public enum NameMatch {
    SAME,
    /// One character was mistyped, or one of the two is the beginning of the other.
    ALIKE,
    OTHER;

    private static final int SHORT_NAME = 2;

    /// The best of them; names that are not said differ from none.
    static NameMatch of(Set<String> known, Set<String> said) {
        if (known.isEmpty() || said.isEmpty()) return SAME;
        NameMatch best = OTHER;
        for (String one : known) {
            for (String other : said) {
                NameMatch match = of(one, other);
                if (match.compareTo(best) < 0) best = match;
            }
        }
        return best;
    }

    public static NameMatch of(String one, String other) {
        if (one.equals(other)) return SAME;
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        boolean isLonger = Math.min(a.length, b.length) >= SHORT_NAME;
        if (isLonger && (one.startsWith(other) || other.startsWith(one))) return ALIKE;
        return isOneApart(a, b) ? ALIKE : OTHER;
    }

    /// Of two characters the first is the family's, so only the second may be the mistyped one.
    private static boolean isOneApart(int[] a, int[] b) {
        int[] shorter = a.length <= b.length ? a : b;
        int[] longer = a.length <= b.length ? b : a;
        if (longer.length - shorter.length > 1 || shorter.length < SHORT_NAME) return false;
        int head = 0;
        while (head < shorter.length && shorter[head] == longer[head]) head++;
        int tail = 0;
        while (tail < shorter.length - head
                && shorter[shorter.length - 1 - tail] == longer[longer.length - 1 - tail]) {
            tail++;
        }
        boolean isOne = longer.length - head - tail <= 1;
        return isOne && (longer.length > SHORT_NAME || head > 0);
    }
}
