package io.credithub.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakActionTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OPEN      | ASSIGN COMMENT ACCEPT CORRECT_AT_SOURCE CHANGE_OWNER ADJUST | a move
                    ACCEPTED  | COMMENT ADJUST REOPEN | settled by a person, who may think again
                    CORRECTED | COMMENT        | whether it is there, runs say alone
                    TOLD      | COMMENT ADJUST | nobody need do anything, and anybody may
                    """)
    void whatIsPossibleGoesByTheState(BreakState state, String actions, String why) {
        Set<BreakAction> possible =
                Stream.of(actions.split(" ")).map(BreakAction::valueOf).collect(Collectors.toSet());
        assertThat(BreakAction.possible(state)).as(why).isEqualTo(possible);
    }

    @Test
    void aStateIsReachedByWhatIsPossibleThereOnly() {
        for (BreakAction action : BreakAction.values()) {
            for (BreakState state : EnumSet.complementOf(EnumSet.copyOf(action.states()))) {
                assertThatThrownBy(() -> action.from(state))
                        .as("%s of %s", action, state)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /// What acts on many takes it for granted.
    @Test
    void anActionLeadsToOneStateOrLeavesItAsItIs() {
        for (BreakAction action : BreakAction.values()) {
            Set<BreakState> reached =
                    action.states().stream().map(action::from).collect(Collectors.toSet());
            assertThat(reached.size() == 1 || reached.equals(action.states()))
                    .as("%s", action)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    CORRECT_AT_SOURCE | SOURCE
                    CHANGE_OWNER      | SCHOOL
                    ACCEPT            | -
                    ASSIGN            | -
                    """)
    void whoseMoveItIsChangesWithTheTwoThatSaySo(BreakAction action, @Nullable BreakOwner becomes) {
        assertThat(action.owner(BreakOwner.SCHOOL)).isEqualTo(becomes);
    }
}
