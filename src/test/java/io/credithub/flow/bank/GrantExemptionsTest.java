package io.credithub.flow.bank;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.GrantExemptions.ExemptionRequest;
import io.credithub.flow.bank.TeacherTransactions.TeacherRequest;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class GrantExemptionsTest {
    private static final ExemptionRequest ILLNESS = new ExemptionRequest("ILLNESS", 2022, "诊断书");
    private final BankDesk desk = new BankDesk();
    private final GrantExemptions exemptions = new GrantExemptions(desk.transactions, desk.bank());

    private Outcome<UUID, BankRefusal> grant(TeacherRequest request) {
        return done(exemptions.grant(request, ILLNESS));
    }

    private UUID granted() {
        return ((Outcome.Done<UUID, BankRefusal>) grant(BankDesk.COUNTY)).value();
    }

    @Test
    void anExemptionWaivesTheMinimumOfItsYear() {
        desk.flow.post(PROVINCE, aCompletion("R").build());
        assertThat(desk.year(2022).missing()).isEqualTo(new Credits(10_00));
        assertThat(BankDesk.text(grant(BankDesk.COUNTY))).isEqualTo("done");
        assertThat(desk.year(2022).missing()).isEqualTo(Credits.ZERO);
    }

    @Test
    void anExemptionThatIsTakenBackWaivesNothing() {
        desk.flow.post(PROVINCE, aCompletion("R").build());
        UUID id = granted();
        assertThat(BankDesk.text(done(exemptions.end(BankDesk.COUNTY, id)))).isEqualTo("done");
        assertThat(desk.year(2022).missing()).isEqualTo(new Credits(10_00));
        assertThat(BankDesk.text(done(exemptions.end(BankDesk.COUNTY, id)))).isEqualTo("not found");
    }

    @Test
    void nobodyIsLetOffTwiceForOneReason() {
        granted();
        assertThat(BankDesk.text(grant(BankDesk.COUNTY))).isEqualTo("EXEMPTED_ALREADY");
    }

    @Test
    void onlyWhoAnswersForATeacherDecides() {
        desk.flow.enrol(
                aTeacher("O").at("S-9").in("140106").build(),
                aTeacher("T-1").being(TeacherStatus.SECONDED).belongingTo("S-9").build());
        Jurisdiction other = new Jurisdiction("140107");
        assertThat(BankDesk.text(grant(new TeacherRequest("T-1", other, "k"))))
                .isEqualTo("not found");
        assertThat(BankDesk.text(grant(BankDesk.COUNTY))).isEqualTo("NOT_THE_HOME_COUNTY");
        Jurisdiction home = new Jurisdiction("140106");
        assertThat(BankDesk.text(grant(new TeacherRequest("T-1", home, "k")))).isEqualTo("done");
    }

    @Test
    void allAreToldTheEndedToo() {
        UUID id = granted();
        done(exemptions.end(BankDesk.COUNTY, id));
        granted();
        assertThat(done(exemptions.all("T-1", BankDesk.COUNTY.within())).orElseThrow())
                .extracting(one -> one.ended() == null)
                .containsExactly(false, true);
        assertThat(done(exemptions.all("T-9", BankDesk.COUNTY.within()))).isEmpty();
    }
}
