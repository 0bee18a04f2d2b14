package io.credithub.store.recognition;

import static io.credithub.testing.AtOnce.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.Claim.Event;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.recognition.ClaimOutbox.Pending;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recognition.ClaimRepository.ClaimIdentity;
import io.credithub.flow.recognition.ClaimRepository.ClaimMove;
import io.credithub.flow.recognition.ClaimRepository.NewClaim;
import io.credithub.flow.recognition.ClaimText;
import io.credithub.flow.recognition.Visibility;
import io.credithub.testing.PostgresResource;
import io.credithub.testing.SpokenSql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Many who do something about one claim at the same moment.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ClaimChangesIT {
    private static final String COUNTY = "149972";
    private static final Visibility SIGHT = new Visibility(new Jurisdiction(COUNTY), null);
    private static final ClaimText TEXT = new ClaimText("{\"category\":\"paper\"}");
    private static final byte[] PAYLOAD = {};

    @Inject ClaimRepository claims;
    @Inject ClaimOutbox outbox;

    @Test
    void ofManyWhoFileUnderOneKeyOneDoes() {
        String key = UUID.randomUUID().toString();
        List<Optional<ClaimNumber>> filed = told(_ -> file(key));
        assertThat(filed.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(told(claims.earlier(identity(key), TEXT)))
                .singleElement()
                .matches(earlier -> earlier.isByKey() && earlier.isSame());
    }

    @Test
    void ofManyWhoDecideOneDoesWithItsEventAndWhatItPushes() {
        ClaimNumber number = filed();
        List<Boolean> moved =
                told(no -> claims.move(decision(number, no % 2 == 0 ? PAYLOAD : null)));
        assertThat(moved.stream().filter(done -> done)).hasSize(1);
        Claim claim = found(number);
        assertThat(claim.version()).isEqualTo(2);
        assertThat(claim.history()).extracting(Event::no).containsExactly(1, 2);
        assertThat(claim.dispatches()).hasSize(moved.indexOf(true) % 2 == 0 ? 1 : 0);
    }

    @Test
    void whatFailsLeavesNothingBehind() {
        ClaimNumber number = filed();
        Event twice =
                new Event(
                        2,
                        ClaimAction.RETURN,
                        ClaimState.RETURNED,
                        "k",
                        Instant.EPOCH,
                        1,
                        "?",
                        null);
        Uni<Boolean> move =
                claims.move(new ClaimMove(number, twice, TEXT, null)); // revision 1 is there
        assertThat(told(move.onFailure().recoverWithItem(false))).isFalse();
        Claim claim = found(number);
        assertThat(claim.state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(claim.history()).hasSize(1);
    }

    @Test
    void aDecisionNamesNothingThatWasFiled() {
        ClaimNumber number = filed();
        try (SpokenSql sql = new SpokenSql()) {
            told(claims.move(decision(number, PAYLOAD)));
            told(outbox.landed(new Pending(number, 2, PAYLOAD), 1));
            assertThat(sql.updates("recognition"))
                    .containsExactly(
                            "update recognition set state=$1,version=$2 where id=$3 and"
                                    + " version=$4");
            assertThat(sql.updates("recognition_push"))
                    .containsExactly(
                            "update recognition_push set delivery_id=$1,version=$2 where"
                                    + " recognition_id=$3 and no=$4 and version=$5");
        }
    }

    @Test
    void thatItLandedIsNotedByManyAtOnce() {
        ClaimNumber number = filed();
        told(claims.move(decision(number, PAYLOAD)));
        Pending pending = new Pending(number, 2, PAYLOAD);
        told(_ -> outbox.landed(pending, 7).replaceWith(true));
        assertThat(found(number).dispatches())
                .singleElement()
                .matches(one -> one.delivery() != null);
    }

    private static ClaimMove decision(ClaimNumber number, byte @Nullable [] payload) {
        ClaimState to = ClaimState.RECOGNISED;
        Event event = new Event(2, ClaimAction.RECOGNISE, to, "k", Instant.EPOCH, 1, null, null);
        return new ClaimMove(number, event, null, payload);
    }

    private ClaimNumber filed() {
        return told(file(UUID.randomUUID().toString())).orElseThrow();
    }

    private Uni<Optional<ClaimNumber>> file(String key) {
        Claim.ClaimingSchool school = new Claim.ClaimingSchool("changed", COUNTY);
        return claims.file(new NewClaim(school, identity(key), TEXT));
    }

    private static ClaimIdentity identity(String key) {
        return new ClaimIdentity("k", key, SIGHT, null, null);
    }

    private Claim found(ClaimNumber number) {
        return told(claims.find(number, SIGHT)).orElseThrow();
    }
}
