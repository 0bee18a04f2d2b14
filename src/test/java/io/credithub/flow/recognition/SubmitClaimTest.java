package io.credithub.flow.recognition;

import static io.credithub.fakes.InMemoryFlow.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.Credits;
import io.credithub.domain.recognition.Appraisal;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Permission;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.result.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubmitClaimTest {
    private final ClaimDesk desk = new ClaimDesk();

    private String submit(String title, String key, String more) {
        JsonNode body = ClaimDesk.body(title, more);
        return ClaimDesk.text(done(desk.submitting.submit(ClaimDesk.SCHOOL, body, key)));
    }

    @Test
    void aClaimSaysWhatItWouldBeWorth() {
        ToldClaim told = ClaimDesk.told(desk.submit("论文", null));
        assertThat(told.claim().state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(told.parts())
                .singleElement()
                .satisfies(part ->
                        assertThat(((Appraisal.Settled) part.appraisal()).award().credits())
                                .isEqualTo(new Credits(3_00)));
        assertThat(desk.flow.lines("T-1")).isEmpty();
    }

    @Test
    void theSameTwiceIsOneClaim() {
        assertThat(submit("论文", "k", "")).isEqualTo("SUBMITTED");
        assertThat(submit("论文", "k", "")).isEqualTo("SUBMITTED again");
        assertThat(submit("另一篇", "k", "")).isEqualTo("key taken");
    }

    @Test
    void aReferenceStandsForOneClaimWhateverTheKey() {
        String ref = ",\"claimRef\":\"ref-1\"";
        assertThat(submit("论文", "k-1", ref)).isEqualTo("SUBMITTED");
        assertThat(submit("论文", "k-2", ref)).isEqualTo("SUBMITTED again");
        assertThat(submit("另一篇", "k-3", ref)).isEqualTo("reference taken");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    ,"schoolCode":"S-2"                      | NOT_OF_SCHOOL /schoolCode
                    ,"unheard":1                             | UNKNOWN_FIELD /unheard
                    ,"participants":[{"teacherNo":"T-2"}]    | NOT_OF_SCHOOL /participants
                    ,"participants":[]                       | OUT_OF_RANGE /participants
                    ,"rank":"GALAXY"                         | NO_RULE /rank
                    """)
    void whatCannotBeRecognisedIsRefused(String more, String refusal) {
        JsonNode body = ClaimDesk.body("论文", "");
        if (StrictJson.read("{" + more.substring(1) + "}")
                instanceof StrictJson.Parsed.ParsedValue(var other)) {
            ((ObjectNode) body).setAll((ObjectNode) other);
        }
        assertThat(ClaimDesk.text(done(desk.submitting.submit(ClaimDesk.SCHOOL, body, null))))
                .isEqualTo(refusal);
    }

    @Test
    void aReturnedClaimComesBackWithItsNextRevision() {
        ClaimNumber number = desk.submitted();
        desk.decide(ClaimDesk.OFFICE, number, ClaimAction.RETURN);
        Outcome<ActedClaim, ClaimRefusal> answer =
                done(desk.submitting.resubmit(ClaimDesk.SCHOOL, number, ClaimDesk.body("修改稿", "")));
        Claim claim = ClaimDesk.told(answer).claim();
        assertThat(claim.state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(List.of(claim.revision(), claim.version())).containsExactly(2, 3);
        assertThat(claim.body().path("title").textValue()).isEqualTo("修改稿");
    }

    @Test
    void whatWasNotReturnedDoesNotComeBack() {
        ClaimNumber number = desk.submitted();
        assertThat(
                        ClaimDesk.text(
                                done(
                                        desk.submitting.resubmit(
                                                ClaimDesk.SCHOOL,
                                                number,
                                                ClaimDesk.body("修改稿", "")))))
                .isEqualTo("NOT_NOW");
    }

    @Test
    void aSchoolTakesBackWhatNobodyHasDecided() {
        ClaimNumber number = desk.submitted();
        assertThat(withdraw(number)).isEqualTo("WITHDRAWN");
        assertThat(withdraw(number)).isEqualTo("NOT_NOW");
    }

    private String withdraw(ClaimNumber number) {
        return ClaimDesk.text(done(desk.submitting.withdraw(ClaimDesk.SCHOOL, number, null)));
    }

    @Test
    void anotherSchoolsClaimIsNotThere() {
        Caller other =
                new Caller("other", new Permission.SchoolPermission("S-2", ClaimDesk.COUNTY));
        assertThat(ClaimDesk.text(done(desk.submitting.withdraw(other, desk.submitted(), null))))
                .isEqualTo("not there");
    }
}
