package io.credithub.domain.reconcile;

import java.util.List;

/// What a matching file states: how near two records must be, and what is plausible. The regulation
/// leaves all of it open.
///
/// @param sameProgrammeDays copies of one registered programme end within so many days
/// @param alikeDays suspected copies end within so many days
/// @param alikeHoursPercent their hours differ by at most this share of the larger
/// @param agreedCodes beginnings of codes that systems agreed on: two of them that differ are two
///   trainings
/// @param hoursADayMax hundredths of an hour of centralised training in a day
/// @param openPeriodDays taken for the length of a training of which no first day is stated
/// @param sameInstant so many teachers do not finish one online training at the very same instant
/// @param breaks from when on something is a break
public record MatchingRules(
        int sameProgrammeDays,
        int alikeDays,
        int alikeHoursPercent,
        List<String> agreedCodes,
        int hoursADayMax,
        int openPeriodDays,
        int sameInstant,
        BreakRules breaks) {
    /// What holds where a file does not say.
    public static final int SAME_INSTANT = 100;

    /// What holds where no file says otherwise.
    public static final MatchingRules DEFAULT =
            new MatchingRules(31, 15, 20, List.of(), 1200, 31, SAME_INSTANT, BreakRules.DEFAULT);

    public MatchingRules {
        agreedCodes = List.copyOf(agreedCodes);
    }

    /// Of how many days apart two records may end for any of [PairRules] to hold, if they do not
    /// share a day.
    int reach() {
        return Math.max(sameProgrammeDays, alikeDays);
    }
}
