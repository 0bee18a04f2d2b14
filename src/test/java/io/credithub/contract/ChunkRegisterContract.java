package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.Valuation;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A chunk is open until it is posted, and what follows about its records is told from what is
/// there.
public abstract class ChunkRegisterContract {
    private final Stores stores;
    private final Steps steps;

    protected ChunkRegisterContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
    }

    private boolean isOpen(LandedChunk chunk) {
        return steps.underLock(ledger -> stores.register().isOpen(ledger, chunk.ref()));
    }

    @Test
    void aChunkIsOpenUntilItIsPosted() {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        assertThat(isOpen(chunk)).isTrue();
        steps.post(chunk, steps.arrival(chunk, "R", steps.teacher("T"), 1, 30));
        assertThat(isOpen(chunk)).isFalse();
    }

    @Test
    void inADryRunEveryChunkIsOpen() {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        steps.post(chunk, steps.arrival(chunk, "R", steps.teacher("T"), 1, 30));
        boolean isOpen =
                Steps.wait(
                        stores.lock()
                                .dryRun(
                                        1,
                                        ledger -> stores.register().isOpen(ledger, chunk.ref())));
        assertThat(isOpen).isTrue();
    }

    private List<Finding> following(LandedChunk chunk) {
        return steps
                .looking(ledger -> stores.register().following(ledger, chunk.ref().delivery()))
                .stream()
                .map(FindingAt::finding)
                .toList();
    }

    @Test
    void ofWhatIsAsTheSourceSaysNothingFollows() {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        steps.post(chunk, steps.arrival(chunk, "R", steps.teacher("T"), 1, 30));
        assertThat(following(chunk)).isEmpty();
    }

    @Test
    void otherContentsUnderOneVersionAreToldOfBoth() {
        int teacher = steps.teacher("T");
        LandedChunk first = stores.land(Stores.PROVINCE, 1);
        LandedChunk second = stores.land(Stores.PROVINCE, 1);
        steps.post(first, steps.arrival(first, "R", teacher, 7, 30));
        steps.post(second, steps.arrival(second, "R", teacher, 7, 60));
        Finding conflict = new Finding(FindingCode.VERSION_CONFLICT, "/revision", "7");
        assertThat(following(first)).containsExactly(conflict);
        assertThat(following(second)).containsExactly(conflict);
    }

    @Test
    void otherCreditsThanTheSourcesAreTold() {
        LandedChunk chunk = stores.land(Stores.PROVINCE, 1);
        Arrival ours = steps.arrival(chunk, "R", steps.teacher("T"), 1, 30);
        Valuation worth = Objects.requireNonNull(ours.copy().worth());
        Valuation theirs =
                new Valuation(
                        worth.facts(), worth.training(), worth.evidence(), worth.price(), 12_00);
        steps.post(chunk, steps.arrival(chunk, "R", ours.teacher(), 1, theirs));
        assertThat(following(chunk))
                .containsExactly(
                        new Finding(
                                FindingCode.CREDITS_DIFFER,
                                "/sourceCredits",
                                "source 12.00, ours 10.00"));
    }
}
