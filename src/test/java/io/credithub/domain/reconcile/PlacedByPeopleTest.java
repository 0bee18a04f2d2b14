package io.credithub.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.Ruling;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.reconcile.Placing.Placed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people decided about records, wherever matching would have put them.
final class PlacedByPeopleTest {
    private static final Placing PLACING =
            new Placing(
                    ListedRegister.of(), MatchingRules.DEFAULT, (_, _) -> 1, _ -> Authority.ANY);
    private static final MatchCandidate COUNTS = record("a", "1").build();
    private static final Placed IN_FORCE = new Placed(VersionState.IN_FORCE, null, null, null);

    private static CandidateBuilder record(String feed, String recordId) {
        return CandidateBuilder.of(feed, recordId).at(Level.COUNTY).days(0, 4).by("山西大学");
    }

    /// On the same days in another place.
    private static CandidateBuilder elsewhere() {
        return record("b", "2").named("另一个集中培训").by("太原师范学院");
    }

    private static @Nullable Placed placed(MatchCandidate other, @Nullable PairVerdict verdict) {
        PairDecisions decisions =
                verdict == null
                        ? PairDecisions.NONE
                        : new PairDecisions(Map.of(Pair.of(COUNTS.key(), other.key()), verdict));
        return PLACING.placeAll(List.of(COUNTS, other), decisions).get(other);
    }

    private static Placed held(HoldReason why, MatchRule rule) {
        return new Placed(VersionState.HELD, why, COUNTS, rule);
    }

    @Test
    void whyARecordIsHeldTellsItsOwnFeedFromAnother() {
        assertThat(placed(record("a", "2").build(), null))
                .isEqualTo(held(HoldReason.WITHIN_SOURCE, MatchRule.ALL_EQUAL));
        assertThat(placed(record("b", "2").later(5).build(), null))
                .isEqualTo(held(HoldReason.SUSPECTED_COPY, MatchRule.NAMES_ALIKE));
    }

    @Test
    void whatPeopleCallTheSameIsSoUnderAnyTitle() {
        assertThat(placed(elsewhere().build(), PairVerdict.SAME))
                .isEqualTo(new Placed(VersionState.ASIDE, null, COUNTS, MatchRule.DECIDED_SAME));
    }

    @Test
    void whatPeopleCallDifferentMayBeInTwoPlaces() {
        assertThat(placed(elsewhere().build(), null))
                .isEqualTo(held(HoldReason.TWO_PLACES, MatchRule.TWO_PLACES));
        assertThat(placed(elsewhere().build(), PairVerdict.DIFFERENT)).isEqualTo(IN_FORCE);
    }

    @Test
    void whatPeopleReleasedMayBeInTwoPlaces() {
        assertThat(placed(elsewhere().ruled(Ruling.RELEASED).build(), null)).isEqualTo(IN_FORCE);
    }
}
