package io.credithub.flow.recognition;

import static io.credithub.fakes.InMemoryFlow.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.result.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecideClaimTest {
    private final ClaimDesk desk = new ClaimDesk();

    private String decide(ClaimNumber number, ClaimAction act) {
        return ClaimDesk.text(desk.decide(ClaimDesk.OFFICE, number, act));
    }

    private List<String> pushed() {
        return desk.pushed.stream()
                .map(delivery -> delivery.feed() + " " + delivery.reference())
                .toList();
    }

    @Test
    void aRecognitionIsPushedAsRecords() {
        ClaimNumber number = desk.submitted();
        assertThat(decide(number, ClaimAction.RECOGNISE)).isEqualTo("RECOGNISED");
        assertThat(pushed()).containsExactly("county-recognition " + number + "/2");
        assertThat(records()).hasSize(1).first().asString().contains("\"" + number + "-1\"");
        assertThat(done(desk.claims.pending(10))).isEmpty();
    }

    private List<String> records() {
        try (InputStream bytes = desk.pushed.getLast().content().open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void whatIsNotRecognisedIsNotPushed() {
        assertThat(decide(desk.submitted(), ClaimAction.REFUSE)).isEqualTo("REFUSED");
        assertThat(decide(desk.submitted(), ClaimAction.RETURN)).isEqualTo("RETURNED");
        assertThat(pushed()).isEmpty();
    }

    @Test
    void aDecisionThatCannotBePushedIsPushedLaterAndOnce() {
        desk.isClosed = true;
        ClaimNumber number = desk.submitted();
        assertThat(decide(number, ClaimAction.RECOGNISE)).isEqualTo("RECOGNISED");
        assertThat(pushed()).isEmpty();
        desk.isClosed = false;
        assertThat(done(desk.pushes.sweep())).isEqualTo(1);
        assertThat(done(desk.pushes.sweep())).isZero();
        assertThat(pushed()).containsExactly("county-recognition " + number + "/2");
    }

    @Test
    void aRevokedRecognitionWithdrawsItsRecords() {
        ClaimNumber number = desk.submitted();
        decide(number, ClaimAction.RECOGNISE);
        assertThat(decide(number, ClaimAction.REVOKE)).isEqualTo("REVOKED");
        assertThat(pushed()).last().isEqualTo("county-recognition " + number + "/3");
        assertThat(records()).first().asString().contains("WITHDRAWN");
    }

    @Test
    void whoeverSubmittedItDoesNotDecideOnIt() {
        JsonNode body = ClaimDesk.body("论文", ",\"schoolCode\":\"S-1\"");
        ClaimNumber number =
                ClaimDesk.told(done(desk.submitting.submit(ClaimDesk.OFFICE, body, null)))
                        .claim()
                        .number();
        assertThat(decide(number, ClaimAction.RECOGNISE)).isEqualTo("OWN_SUBMISSION");
        Caller colleague = new Caller("colleague", ClaimDesk.OFFICE.grant());
        assertThat(ClaimDesk.text(desk.decide(colleague, number, ClaimAction.RECOGNISE)))
                .isEqualTo("RECOGNISED");
    }

    @Test
    void aSchoolDecidesNothing() {
        ClaimNumber number = desk.submitted();
        assertThat(ClaimDesk.text(desk.decide(ClaimDesk.SCHOOL, number, ClaimAction.RECOGNISE)))
                .isEqualTo("NOT_YOURS");
        assertThat(desk.state(number)).isEqualTo(ClaimState.SUBMITTED);
    }

    @Test
    void anotherCountySeesNothingOfIt() {
        Caller other = new Caller("other", new Permission.Registrar(new Jurisdiction("140106")));
        assertThat(ClaimDesk.text(desk.decide(other, desk.submitted(), ClaimAction.RECOGNISE)))
                .isEqualTo("not there");
    }

    @Test
    void whatIsDecidedIsDecided() {
        ClaimNumber number = desk.submitted();
        decide(number, ClaimAction.RECOGNISE);
        assertThat(decide(number, ClaimAction.RECOGNISE)).isEqualTo("NOT_NOW");
        assertThat(pushed()).hasSize(1);
    }

    @Test
    void aRevisionThatNobodyLookedAtIsNotDecidedOn() {
        ClaimNumber number = desk.submitted();
        Outcome<ActedClaim, ClaimRefusal> answer =
                desk.decide(
                        number, new DecideClaim.ClaimVerdict(ClaimAction.RECOGNISE, null, null, 2));
        assertThat(ClaimDesk.text(answer)).isEqualTo("changed");
    }

    @Test
    void aRefusalNeedsAReason() {
        Outcome<ActedClaim, ClaimRefusal> answer =
                desk.decide(
                        desk.submitted(),
                        new DecideClaim.ClaimVerdict(ClaimAction.REFUSE, null, null, null));
        assertThat(ClaimDesk.text(answer)).isEqualTo("NO_REASON");
    }

    @Test
    void whereThePolicySaysHowMuchNobodyDecidesOtherwise() {
        JsonNode credits = JsonNodeFactory.instance.numberNode(4);
        Outcome<ActedClaim, ClaimRefusal> answer =
                desk.decide(
                        desk.submitted(),
                        new DecideClaim.ClaimVerdict(ClaimAction.RECOGNISE, null, credits, null));
        assertThat(ClaimDesk.text(answer)).isEqualTo("NOT_APPLICABLE /decidedCredits");
        assertThat(pushed()).isEmpty();
    }
}
