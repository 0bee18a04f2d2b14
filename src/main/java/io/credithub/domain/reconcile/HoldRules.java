package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Training;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.programme.RegisteredProgramme;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What holds a record whatever else its teacher has: what its feed may not report, what the
/// register says, what is not plausible. The first reason counts, in the order of [HoldReason].
///
/// @param authority by the feed's code
record HoldRules(MatchingRules rules, Function<String, Authority> authority) {
    /// @return null if nothing holds it
    @Nullable HoldReason of(Contender contender) {
        MatchCandidate record = contender.record;
        HoldReason unauthorised = unauthorised(contender, authority.apply(record.feed()));
        if (unauthorised != null) return unauthorised;
        RegisteredProgramme entry = contender.entry;
        if (entry != null && entry.isWithdrawn()) return HoldReason.PROGRAMME_WITHDRAWN;
        if (!record.isRoleRuled()) return HoldReason.ROLE_NOT_RULED;
        if (isTooManyHours(record)) return HoldReason.HOURS_A_DAY;
        if (isTooEarly(record, entry)) return HoldReason.BEFORE_PERIOD;
        return record.isCrowded() ? HoldReason.SAME_INSTANT : null;
    }

    private static @Nullable HoldReason unauthorised(Contender contender, Authority authority) {
        MatchCandidate record = contender.record;
        Training training = record.facts().training();
        if (!authority.levels().contains(record.facts().level())) return HoldReason.LEVEL;
        if (!authority.forms().contains(training.form())) return HoldReason.FORM;
        boolean isOwnWork = training instanceof Training.SelfDirected;
        if (training instanceof Training.SelfDirected result
                && !allows(authority.categories(), result.category())) return HoldReason.CATEGORY;
        if (!authority.roles().contains(record.facts().role())) return HoldReason.ROLE;
        // A paper is run by nobody, and of no programme.
        if (!isOwnWork && !allows(authority.organisers(), contender.organiser()))
            return HoldReason.ORGANISER;
        if (training instanceof Training.SelfDirected result
                && result.decidedCredits() != null
                && !allows(authority.decides(), result.category()))
            return HoldReason.DECIDED_CREDITS;
        boolean isUnknown = authority.isRegisteredOnly() && contender.entry == null;
        return isUnknown && !isOwnWork ? HoldReason.NOT_REGISTERED : null;
    }

    /// Where the feed is bound to some, what is not stated is none of them: to leave it out would
    /// be the way around.
    private static boolean allows(@Nullable Set<String> allowed, @Nullable String stated) {
        return allowed == null || (stated != null && allowed.contains(stated));
    }

    private boolean isTooManyHours(MatchCandidate record) {
        long hundredths = record.centralisedHundredths();
        long days = record.startedOn() == null ? rules.openPeriodDays() : record.period().days();
        return hundredths > rules.hoursADayMax() * days;
    }

    private static boolean isTooEarly(MatchCandidate record, @Nullable RegisteredProgramme entry) {
        return entry != null
                && entry.startsOn() != null
                && record.facts().completedOn().isBefore(entry.startsOn());
    }
}
