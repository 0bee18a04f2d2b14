package io.credithub.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.review.SignOffAct.SignOffActor;
import io.credithub.domain.review.SignOffAct.SignOffBar;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignOffActTest {
    private static final Set<String> EARLIER = Set.of("earlier");

    @ParameterizedTest(name = "{0} when {1}, by {2} of {3}: {4}: {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    PREPARE  | -         | somebody | COUNTY | -            | the county begins
                    PREPARE  | -         | somebody | ABOVE  | COUNTY_ONLY  | nobody else does
                    PREPARE  | PREPARED  | somebody | COUNTY | OPEN         | one at a time
                    APPROVE  | PREPARED  | somebody | COUNTY | -            | a second person
                    APPROVE  | PREPARED  | earlier  | COUNTY | SAME_PERSON  | never one's own
                    APPROVE  | PREPARED  | somebody | ABOVE  | COUNTY_ONLY  | the county's own step
                    APPROVE  | APPROVED  | somebody | COUNTY | ANOTHER_STEP | once
                    APPROVE  | RETURNED  | somebody | COUNTY | ANOTHER_STEP | it was returned
                    CONCLUDE | PREPARED  | somebody | ABOVE  | ANOTHER_STEP | not approved yet
                    CONCLUDE | APPROVED  | somebody | ABOVE  | -            | the city concludes
                    CONCLUDE | APPROVED  | somebody | COUNTY | ABOVE_ONLY   | not the county
                    CONCLUDE | APPROVED  | earlier  | ABOVE  | SAME_PERSON  | a third person
                    CONCLUDE | CONCLUDED | somebody | ABOVE  | ANOTHER_STEP | once
                    RETURN   | PREPARED  | somebody | COUNTY | -            | the approver returns it
                    RETURN   | PREPARED  | earlier  | COUNTY | SAME_PERSON  | who prepared it does not
                    RETURN   | PREPARED  | somebody | ABOVE  | -            | the city returns it
                    RETURN   | APPROVED  | somebody | ABOVE  | -            | so it does an approved one
                    RETURN   | APPROVED  | somebody | COUNTY | ABOVE_ONLY   | the county said its word
                    RETURN   | CONCLUDED | somebody | ABOVE  | ANOTHER_STEP | a signed one stays
                    RETURN   | RETURNED  | somebody | ABOVE  | ANOTHER_STEP | once
                    """)
    void whoMayTakeWhichStep(
            SignOffAct act,
            @Nullable SignOffState state,
            String key,
            SignOffOffice office,
            @Nullable SignOffBar bar,
            String why) {
        SignOffActor who = new SignOffActor(key, office);
        assertThat(act.barred(state, who, EARLIER)).as(why).isEqualTo(bar);
    }

    /// Whatever people do, a signed one has seen three of them.
    @Test
    void noWayLeadsToASignatureWithoutThreePersons() {
        for (SignOffOffice office : SignOffOffice.values()) {
            SignOffActor one = new SignOffActor("earlier", office);
            assertThat(SignOffAct.APPROVE.barred(SignOffState.PREPARED, one, EARLIER)).isNotNull();
            assertThat(SignOffAct.CONCLUDE.barred(SignOffState.APPROVED, one, EARLIER)).isNotNull();
            assertThat(SignOffAct.CONCLUDE.barred(SignOffState.PREPARED, one, Set.of()))
                    .isNotNull();
        }
    }

    @Test
    void codesLeadBack() {
        for (SignOffAct act : SignOffAct.values()) {
            assertThat(SignOffAct.of(act.code())).isEqualTo(act);
        }
        for (SignOffState state : SignOffState.values()) {
            assertThat(SignOffState.of(state.code())).isEqualTo(state);
        }
    }
}
