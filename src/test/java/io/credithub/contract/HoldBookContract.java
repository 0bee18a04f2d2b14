package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldBook.NewDecision;
import io.credithub.flow.hold.HoldBook.OwnedRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is decided about held records is kept, the last word counts, and matching goes by it.
public abstract class HoldBookContract {
    private static final Jurisdiction COUNTY = new Jurisdiction(Steps.COUNTY);

    private final Stores stores;
    private final Steps steps;

    protected HoldBookContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private UUID posted(String record, int teacher) {
        LandedChunk chunk = stores.land(Stores.VENDOR, 1);
        Arrival arrival = steps.arrival(chunk, record, teacher, 1, 30);
        steps.post(chunk, arrival);
        return Steps.key(arrival);
    }

    private Map<UUID, OwnedRecord> owned(Jurisdiction within, UUID... records) {
        return steps.looking(ledger -> stores.holdBook().owned(ledger, List.of(records), within));
    }

    private void keep(NewDecision... decisions) {
        steps.underLock(ledger -> stores.holdBook().keep(ledger, List.of(decisions)));
    }

    private static NewDecision alone(UUID record, HoldDecision decision, String why) {
        return new NewDecision(
                record, 1, HoldReason.HOURS_A_DAY, null, null, decision, why, "somebody");
    }

    private static NewDecision ofPair(UUID record, UUID peer, HoldDecision decision) {
        return new NewDecision(
                record,
                1,
                HoldReason.WITHIN_SOURCE,
                peer,
                MatchRule.ALL_EQUAL,
                decision,
                "核对",
                "somebody");
    }

    private @Nullable PairVerdict verdict(UUID one, UUID other) {
        KnownCopies known = steps.looking(ledger -> ledger.copies(Set.of(), Set.of(one, other)));
        return known.decisions().of(one, other);
    }

    @Test
    void aRecordIsOwnedByItsTeacherAndSeenWithinTheCounty() {
        int teacher = steps.teacher("T");
        UUID record = posted("r", teacher);
        UUID unknown = new Digest().of(steps.own("nothing"));
        assertThat(owned(COUNTY, record, unknown))
                .isEqualTo(Map.of(record, new OwnedRecord(teacher, null)));
        assertThat(owned(new Jurisdiction("140100"), record)).containsOnlyKeys(record);
        assertThat(owned(new Jurisdiction("140106"), record)).isEmpty();
    }

    @Test
    void theLastDecisionCounts() {
        UUID record = posted("r", steps.teacher("T"));
        keep(alone(record, HoldDecision.RELEASE, "先"));
        keep(alone(record, HoldDecision.REFUSE, "后"));
        PastDecision last =
                Objects.requireNonNull(
                        Objects.requireNonNull(owned(COUNTY, record).get(record)).last());
        assertThat(last)
                .isEqualTo(
                        new PastDecision(
                                HoldDecision.REFUSE,
                                1,
                                HoldReason.HOURS_A_DAY,
                                null,
                                null,
                                "后",
                                last.at(),
                                "somebody"));
    }

    @Test
    void aDecisionAboutAPairIsTheLastWordOnIt() {
        int teacher = steps.teacher("T");
        UUID one = posted("a", teacher);
        UUID other = posted("b", teacher);
        assertThat(verdict(one, other)).isNull();
        keep(ofPair(one, other, HoldDecision.SAME));
        assertThat(verdict(other, one)).isEqualTo(PairVerdict.SAME);
        keep(ofPair(other, one, HoldDecision.DIFFERENT));
        assertThat(verdict(one, other)).isEqualTo(PairVerdict.DIFFERENT);
        PastDecision last =
                Objects.requireNonNull(Objects.requireNonNull(owned(COUNTY, one).get(one)).last());
        assertThat(last.peer()).isEqualTo(other);
        assertThat(last.rule()).isEqualTo(MatchRule.ALL_EQUAL);
    }

    @Test
    void manyAreKeptAtOnce() {
        int teacher = steps.teacher("T");
        UUID one = posted("a", teacher);
        UUID other = posted("b", teacher);
        keep(alone(one, HoldDecision.RELEASE, "一"), ofPair(other, one, HoldDecision.SAME));
        assertThat(owned(COUNTY, one, other).values())
                .extracting(record -> Objects.requireNonNull(record.last()).decision())
                .containsExactlyInAnyOrder(HoldDecision.RELEASE, HoldDecision.SAME);
    }
}
