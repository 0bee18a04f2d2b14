package io.credithub.flow.recognition;

import static io.credithub.fakes.InMemoryFlow.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.recognition.SimilarClaims.SimilarClaim;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which other claims the county is shown beside one.
final class SimilarClaimsTest {
    private static final String TITLE = "作业设计的实践";

    private final ClaimDesk desk = new ClaimDesk();

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    作业设计的实践    | PAPER | 2022-05-10 | T-1 | true  | the very same
                    “作业设计”的实践  | PAPER | 2022-05-10 | T-1 | true  | quotation marks
                    《作业设计的实践》 | PAPER | 2022-05-10 | T-1 | true  | brackets around it
                    作业设计的实践。   | PAPER | 2022-05-10 | T-1 | true  | a full stop
                    作业设计 的实践   | PAPER | 2023-05-11 | T-1 | true  | 366 days later
                    作业设计的实践    | PAPER | 2023-05-12 | T-1 | false | 367 days later
                    作业设计的实践    | PAPER | 2021-05-09 | T-1 | true  | 366 days earlier
                    作业设计的实践    | PAPER | 2021-05-08 | T-1 | false | 367 days earlier
                    作业设计的实践    | AWARD | 2022-05-10 | T-1 | false | another category
                    作业批改的实践    | PAPER | 2022-05-10 | T-1 | false | another title
                    """)
    void theTitleTheCategoryAndTheDayDecide(
            String title, String category, String day, String who, boolean isShown, String why) {
        ClaimNumber other = filed(title, category, day, who);
        ClaimNumber claim = filed(TITLE, "PAPER", "2022-05-10", "T-1");
        List<SimilarClaim> shown = similar(claim, ClaimDesk.OFFICE);
        assertThat(shown).as(why).hasSize(isShown ? 1 : 0);
        if (!isShown) return;
        assertThat(shown)
                .containsExactly(
                        new SimilarClaim(other, title, ClaimState.SUBMITTED, LocalDate.parse(day)));
        assertThat(similar(other, ClaimDesk.OFFICE))
                .extracting(SimilarClaim::number)
                .containsExactly(claim);
    }

    @Test
    void oneParticipantInCommonIsEnough() {
        ClaimNumber both = filed(TITLE, "PAPER", "2023-05-10", "T-2,T-1");
        ClaimNumber own = filed(TITLE, "PAPER", "2023-05-10", "T-1");
        assertThat(similar(own, ClaimDesk.OFFICE))
                .extracting(SimilarClaim::number)
                .containsExactly(both);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RECOGNISE, true",
        "RETURN, true",
        "REFUSE, false",
    })
    void whatIsRefusedIsNotInQuestion(ClaimAction act, boolean isShown) {
        ClaimNumber other = filed(TITLE, "PAPER", "2023-05-10", "T-1");
        ClaimNumber claim = filed(TITLE, "PAPER", "2023-05-10", "T-1");
        desk.decide(ClaimDesk.OFFICE, other, act);
        assertThat(similar(claim, ClaimDesk.OFFICE)).hasSize(isShown ? 1 : 0);
    }

    @Test
    void whatIsWithdrawnIsNotInQuestion() {
        ClaimNumber other = filed(TITLE, "PAPER", "2023-05-10", "T-1");
        ClaimNumber claim = filed(TITLE, "PAPER", "2023-05-10", "T-1");
        done(desk.submitting.withdraw(ClaimDesk.SCHOOL, other, null));
        assertThat(similar(claim, ClaimDesk.OFFICE)).isEmpty();
    }

    @Test
    void theNewestComesFirstAndNeverTheClaimItself() {
        ClaimNumber first = filed(TITLE, "PAPER", "2023-05-10", "T-1");
        ClaimNumber second = filed(TITLE + "。", "PAPER", "2023-05-11", "T-1");
        ClaimNumber third = filed("《" + TITLE + "》", "PAPER", "2023-05-12", "T-1");
        assertThat(similar(first, ClaimDesk.OFFICE))
                .extracting(SimilarClaim::number)
                .containsExactly(third, second);
    }

    /// The school of the other author claims the same paper: the county sees both, a school its
    /// own.
    @Test
    void whatIsOutOfSightIsNotTold() {
        ClaimNumber own = filed(TITLE, "PAPER", "2023-05-10", "T-1,T-2");
        Caller otherSchool =
                new Caller("other", new Permission.SchoolPermission("S-2", ClaimDesk.COUNTY));
        JsonNode body = body(TITLE, "PAPER", "2023-05-10", "T-2,T-1");
        ClaimNumber theirs =
                ClaimDesk.told(done(desk.submitting.submit(otherSchool, body, null)))
                        .claim()
                        .number();
        assertThat(similar(own, ClaimDesk.OFFICE))
                .extracting(SimilarClaim::number)
                .containsExactly(theirs);
        assertThat(similar(own, ClaimDesk.SCHOOL)).isEmpty();
        Caller province = new Caller("province", new Permission.Reader(new Jurisdiction("140000")));
        assertThat(similar(own, province)).hasSize(1);
    }

    private ClaimNumber filed(String title, String category, String day, String who) {
        JsonNode body = body(title, category, day, who);
        return ClaimDesk.told(done(desk.submitting.submit(ClaimDesk.SCHOOL, body, null)))
                .claim()
                .number();
    }

    private static JsonNode body(String title, String category, String day, String who) {
        ObjectNode body = (ObjectNode) ClaimDesk.body(title, "");
        body.put("category", category).put("completedOn", day);
        body.putArray("participants");
        for (String number : who.split(",", -1)) {
            ObjectNode one = body.withArray("participants").addObject().put("teacherNo", number);
            if (who.contains(",")) {
                one.put("role", who.startsWith(number) ? "FIRST_AUTHOR" : "CO_AUTHOR");
            }
        }
        return body;
    }

    private List<SimilarClaim> similar(ClaimNumber number, Caller caller) {
        return desk.tell(number, caller).similar();
    }
}
