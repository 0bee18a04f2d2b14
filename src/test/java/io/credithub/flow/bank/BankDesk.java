package io.credithub.flow.bank;

import static io.credithub.fixtures.RosterRowBuilder.aTeacher;

import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.TeacherTransactions.TeacherRequest;
import io.credithub.flow.result.Outcome;
import java.time.Instant;

/// The acts of the bank over one registry in memory, in June 2023, on the teacher T-1 of the county
/// 140105.
final class BankDesk {
    static final TeacherRequest COUNTY =
            new TeacherRequest("T-1", new Jurisdiction("140105"), "a-key");
    final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    final TeacherTransactions transactions =
            new TeacherTransactions(
                    flow.stores().registry(),
                    flow.stores().lock(),
                    flow.stores().bankStore(),
                    flow.postings(),
                    flow.stores().policies(),
                    flow.stores().clock());

    BankDesk() {
        flow.enrol(aTeacher("T-1").build());
    }

    Bank bank() {
        return flow.stores().bank();
    }

    int teacher() {
        return flow.number("T-1");
    }

    void turnTo(String day) {
        flow.stores().clock().turnTo(Instant.parse(day + "T04:00:00Z"));
    }

    YearStanding year(int schoolYear) {
        Standing standing = flow.standing("T-1", 2022);
        return standing.years().get(schoolYear - standing.cycle());
    }

    /// Why it was refused, or what else became of it.
    static String text(Outcome<?, BankRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<?, BankRefusal> _ -> "done";
            case Outcome.NotFound<?, BankRefusal> _ -> "not found";
            case Outcome.Refused<?, BankRefusal>(var why) -> why.why().name();
        };
    }
}
