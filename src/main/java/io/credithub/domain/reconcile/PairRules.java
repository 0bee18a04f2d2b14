package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Form;
import io.credithub.domain.ledger.MatchRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two records of one family are one training: the first rule that holds. The same
/// whichever of the two is asked about.
record PairRules(MatchingRules rules) {
    /// @return null if they are two trainings
    @Nullable MatchRule between(Contender one, Contender other) {
        if (isSameProgramme(one, other)) return MatchRule.SAME_PROGRAMME;
        if (isOfAnotherProgramme(one, other)) return null;
        if (!one.isOfAnotherFeed(other)) {
            return isAllEqual(one.record, other.record) ? MatchRule.ALL_EQUAL : null;
        }
        if (isAgreedCode(one, other)) return MatchRule.AGREED_CODE;
        if (isSameNameAndDay(one.record, other.record)) return MatchRule.SAME_NAME_AND_DAY;
        return isAlike(one, other) ? MatchRule.NAMES_ALIKE : null;
    }

    private boolean isSameProgramme(Contender one, Contender other) {
        return one.entry != null
                && other.entry != null
                && one.entry.number() == other.entry.number()
                && isNear(one, other);
    }

    /// Two entries of the register, or two codes that systems agreed on, are two trainings.
    private boolean isOfAnotherProgramme(Contender one, Contender other) {
        String code = settledCode(one);
        String others = settledCode(other);
        return code != null && others != null && !code.equals(others);
    }

    /// The code that tells the training from all others; null if it has none.
    private @Nullable String settledCode(Contender one) {
        if (one.entry != null) return one.entry.code();
        String code = one.record.title().code();
        boolean isAgreed = code != null && rules.agreedCodes().stream().anyMatch(code::startsWith);
        return isAgreed ? code : null;
    }

    private boolean isAgreedCode(Contender one, Contender other) {
        String code = one.record.title().code();
        return code != null
                && code.equals(other.record.title().code())
                && isNear(one, other)
                && one.coreName().isLike(other.coreName());
    }

    private boolean isNear(Contender one, Contender other) {
        return one.record.period().isNear(other.record.period(), rules.sameProgrammeDays());
    }

    private static boolean isSameNameAndDay(MatchCandidate one, MatchCandidate other) {
        return (one.title().code() == null || other.title().code() == null)
                && one.title().name().equals(other.title().name())
                && one.facts().completedOn().equals(other.facts().completedOn())
                && one.facts().level() == other.facts().level();
    }

    private boolean isAlike(Contender one, Contender other) {
        return isSoonAfter(one.record.facts().completedOn(), other.record.facts().completedOn())
                && isWorthAlike(one.record, other.record)
                && one.coreName().isLike(other.coreName());
    }

    private boolean isSoonAfter(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= rules.alikeDays();
    }

    /// Hours near, or the very same credits. That two courses earn nothing says nothing of them;
    /// results of one's own work have no hours, and may earn nothing until they are reviewed.
    private boolean isWorthAlike(MatchCandidate one, MatchCandidate other) {
        long larger = Math.max(one.hourHundredths(), other.hourHundredths());
        long apart = Math.abs((long) one.hourHundredths() - other.hourHundredths());
        if (larger > 0 && apart * 100 <= larger * rules.alikeHoursPercent()) return true;
        return one.credits() == other.credits()
                && (one.credits() > 0 || (isOwnWork(one) && isOwnWork(other)));
    }

    private static boolean isOwnWork(MatchCandidate record) {
        return record.facts().training().form() == Form.SELF_DIRECTED;
    }

    private static boolean isAllEqual(MatchCandidate one, MatchCandidate other) {
        return one.title().equals(other.title())
                && one.facts().equals(other.facts())
                && Objects.equals(one.startedOn(), other.startedOn());
    }
}
