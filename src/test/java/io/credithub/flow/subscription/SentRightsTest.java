package io.credithub.flow.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.KeyStore.Stored;
import io.credithub.flow.access.Permission;
import io.credithub.flow.subscription.ReportDispatch.DispatchState;
import io.credithub.flow.subscription.Subscription.SubscriptionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whoever may not have a report any more is not sent it, whenever that ends.
final class SentRightsTest extends SendingHub {
    private void assertRefused(SendRefusal why) {
        assertThat(dispatch().state()).isEqualTo(DispatchState.REFUSED);
        assertThat(dispatch().refused()).isEqualTo(why);
        assertThat(subscription().state()).isEqualTo(SubscriptionState.PAUSED);
        assertThat(subscription().paused()).isEqualTo(why);
        assertThat(target.sent).isEmpty();
        assertThat(outcomes).containsExactly("refused");
    }

    @Test
    void aKeyThatWasTakenBackIsSentNothing() {
        wait(keys.revoke(KEY));
        look(Duration.ZERO);
        assertRefused(SendRefusal.KEY_GONE);
        assertThat(wait(jobs.askedBy(KEY, Integer.MAX_VALUE, 10))).isEmpty();
    }

    @Test
    void aKeyThatNobodyKnowsIsSentNothing() {
        wait(subscriptions.remove(1));
        subscribe("ffffffffffff", "there");
        look(Duration.ZERO);
        assertThat(dispatch().refused()).isEqualTo(SendRefusal.KEY_GONE);
        assertThat(wait(jobs.askedBy("ffffffffffff", Integer.MAX_VALUE, 10))).isEmpty();
        assertThat(outcomes).containsExactly("refused");
    }

    @Test
    void rightsThatEndBetweenMakingAndSendingCount() {
        look(Duration.ZERO);
        make();
        wait(keys.revoke(KEY));
        look(Duration.ofSeconds(3));
        assertRefused(SendRefusal.KEY_GONE);
    }

    @Test
    void rightsThatEndBetweenTwoTriesCount() {
        target.failure = SendFailure.passing("无应答 · no answer");
        look(Duration.ZERO);
        make();
        look(Duration.ofSeconds(3));
        assertThat(dispatch().state()).isEqualTo(DispatchState.MADE);
        target.failure = null;
        wait(keys.revoke(KEY));
        look(Duration.ofMinutes(1));
        assertThat(dispatch().refused()).isEqualTo(SendRefusal.KEY_GONE);
        assertThat(target.sent).as("the try before").hasSize(1);
        assertThat(outcomes).containsExactly("failed", "refused");
    }

    @Test
    void anotherJurisdictionCounts() {
        look(Duration.ZERO);
        make();
        hold(new Permission.Reader(new Jurisdiction("140106")));
        look(Duration.ofSeconds(3));
        assertRefused(SendRefusal.SCOPE);
    }

    @Test
    void anotherRoleCounts() {
        hold(new Permission.FeedPermission("vendor-push"));
        look(Duration.ZERO);
        assertRefused(SendRefusal.ROLE);
    }

    @Test
    void aKeyThatHasExpiredIsSentNothing() {
        wait(
                keys.save(
                        Stored.made(
                                        KEY,
                                        new byte[32],
                                        "test",
                                        new Permission.Operator(),
                                        DUE.minusSeconds(60))
                                .until(DUE)));
        look(Duration.ZERO);
        assertRefused(SendRefusal.KEY_EXPIRED);
    }

    @Test
    void aTargetThatTakesNoPersonsAnyMoreIsSentNone() {
        look(Duration.ZERO);
        make();
        target.takesPersons = false;
        look(Duration.ofSeconds(3));
        assertRefused(SendRefusal.PERSONS);
    }

    @Test
    void whereNobodyCanSayWhoMayHaveItItIsNotSent() {
        look(Duration.ZERO);
        make();
        target.isUnclear = true;
        look(Duration.ofSeconds(3));
        assertThat(target.sent).isEmpty();
        assertThat(dispatch().attempts()).as("it is tried again").isEqualTo(1);
    }

    @Test
    void whatIsPausedMeanwhileIsNotSent() {
        look(Duration.ZERO);
        make();
        wait(subscriptions.remove(1));
        look(Duration.ofSeconds(3));
        assertThat(dispatch().refused()).isEqualTo(SendRefusal.STOPPED);
        assertThat(target.sent).isEmpty();
    }
}
