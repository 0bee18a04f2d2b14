package io.credithub.fakes;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.RecordVersion.Matched;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.ledger.VersionState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A content as it was written.
record StoredContent(
        RecordContent copy,
        VersionOrder order,
        int number,
        VersionState state,
        int teacher,
        Matched matched,
        Ruling ruling) {
    static StoredContent of(RecordVersion version) {
        return new StoredContent(
                version.copy(),
                version.order(),
                version.number(),
                version.now(),
                version.teacher(),
                version.matched(),
                version.ruling());
    }

    /// For one decision: whoever decides changes it.
    RecordVersion fresh() {
        return RecordVersion.known(
                copy, order, new RecordVersion.Entered(number, state, teacher, matched, ruling));
    }

    /// Absent unless matching has placed it.
    @Nullable FamilyKey family() {
        return state.isMatched() ? fresh().group() : null;
    }

    /// Whether some rule of matching may take both for one training: of one family, and they share
    /// a day or end near to one another; of one feed mostly only on the same day.
    boolean mayBe(RecordVersion news, CopyMatcher matcher) {
        Valuation worth = copy.worth();
        Valuation other = news.copy().worth();
        if (worth == null || other == null || !Objects.equals(family(), news.group())) return false;
        LocalDate last = worth.facts().completedOn();
        LocalDate otherLast = other.facts().completedOn();
        boolean isFarOff =
                copy.origin().feed() == news.copy().origin().feed()
                        && !last.equals(otherLast)
                        && !matcher.isSoughtInOwnFeed(news);
        if (isFarOff) return false;
        boolean isShared = !worth.firstDay().isAfter(otherLast) && !other.firstDay().isAfter(last);
        return isShared || Math.abs(ChronoUnit.DAYS.between(last, otherLast)) <= matcher.reach();
    }
}
