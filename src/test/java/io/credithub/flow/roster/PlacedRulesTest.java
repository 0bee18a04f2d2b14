package io.credithub.flow.roster;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.policy.Policy;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.Policies;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.DecidePersons.PersonRefusal;
import io.credithub.flow.roster.DecidePersons.PersonRequest;
import io.credithub.flow.roster.Persons.Proposal;
import io.credithub.flow.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One county gives a credit for two hours instead of three.
final class PlacedRulesTest {
    private static final String COUNTY = "140106";
    private static final String RULES =
            """
            division: "%s"
            hours: [{code: province-centralised, hoursPerCredit: 2}]
            """
                    .formatted(COUNTY);
    private final RosterDesk desk = new RosterDesk(rules());
    private final InMemoryFlow flow = desk.flow;

    private static RuleSet rules() {
        Policy county = Policies.over(Map.of("county", RULES)).getFirst();
        return RuleSets.of(Policies.shanxi(), county);
    }

    @Test
    void aRecordIsJudgedWhereItsTeacherIs() {
        desk.take(aTeacher("T-1").in(COUNTY).build(), aTeacher("T-2").build());
        flow.post(PROVINCE, aCompletion("R").build(), aCompletion("S").of("T-2").build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 15.00 AWARDED");
        assertThat(flow.lines("T-2")).containsExactly("AWARD 10.00 AWARDED");
    }

    @Test
    void aRecordThatWaitedIsJudgedWhereItsTeacherTurnsOutToBe() {
        flow.post(PROVINCE, aCompletion("R").build());
        desk.take(aTeacher("T-1").in(COUNTY).build());
        assertThat(flow.lines("T-1")).containsExactly("AWARD 15.00 ENROLLED");
    }

    @ParameterizedTest(name = "since {0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2023-05-09 | true  | was there on the day of the training
                    2023-05-10 | true  | came on that very day
                    2023-05-11 | false | came the day after
                    """)
    void whoMovesIsJudgedWhereTheyThenWere(LocalDate since, boolean isJudgedAnew, String why) {
        desk.take(aTeacher("T-1").build());
        flow.post(PROVINCE, aCompletion("R").build());
        desk.take(aTeacher("T-1").in(COUNTY).since(since).build());
        List<String> moved = List.of("REVERSAL -10.00 MOVED", "AWARD 15.00 MOVED");
        List<String> lines = new ArrayList<>(List.of("AWARD 10.00 AWARDED"));
        if (isJudgedAnew) lines.addAll(moved);
        assertThat(flow.lines("T-1")).as(why).isEqualTo(lines);
    }

    @Test
    void whatIsGivenToAnotherTeacherIsJudgedWhereThatOneIs() {
        desk.take(aTeacher("T-1").in(COUNTY).build(), aTeacher("T-2").build());
        flow.post(PROVINCE, aCompletion("R").of("T-2").build());
        PersonRequest one = new PersonRequest(Jurisdiction.NATION, "one");
        PersonRequest other = new PersonRequest(Jurisdiction.NATION, "other");
        var proposed = done(desk.persons.propose(one, new PersonAct.Merge("T-1", "T-2"), "同一人"));
        UUID id = ((Outcome.Done<Proposal, PersonRefusal>) proposed).value().id();
        done(desk.persons.confirm(other, id));
        assertThat(flow.lines("T-1")).containsExactly("AWARD 15.00 REASSIGNED");
    }
}
