package io.credithub.app;

import io.credithub.flow.Bank;
import io.credithub.flow.Certificates;
import io.credithub.flow.DecideYears;
import io.credithub.flow.Desk;
import io.credithub.flow.GrantExemptions;
import io.credithub.flow.IssueCertificates;
import io.credithub.flow.LendCredits;
import io.credithub.flow.Pen;
import io.credithub.flow.Policies;
import io.credithub.flow.Registry;
import io.credithub.flow.ReserveCredits;
import io.credithub.flow.Settling;
import io.credithub.flow.Signing;
import io.credithub.flow.TellStanding;
import io.credithub.flow.TellYearsInQuestion;
import io.credithub.flow.YearsInQuestion;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Wires the use cases of the credit bank, which know ports only.
final class BankBeans {
    @Produces
    @Singleton
    Desk desk(
            Registry registry, Pen pen, Settling settling, Policies policies, InstantSource clock) {
        return new Desk(registry, pen, settling, policies, clock);
    }

    @Produces
    @Singleton
    GrantExemptions exemptions(Desk desk, Bank bank) {
        return new GrantExemptions(desk, bank);
    }

    @Produces
    @Singleton
    LendCredits loans(Desk desk, Bank bank) {
        return new LendCredits(desk, bank);
    }

    @Produces
    @Singleton
    ReserveCredits reservations(Desk desk, Bank bank) {
        return new ReserveCredits(desk, bank);
    }

    @Produces
    @Singleton
    IssueCertificates certificates(
            Desk desk,
            TellStanding standings,
            ReserveCredits reservations,
            Certificates certificates,
            Signing signing,
            InstantSource clock) {
        return new IssueCertificates(desk, standings, reservations, certificates, signing, clock);
    }

    @Produces
    @Singleton
    DecideYears decisions(Desk desk, Bank bank) {
        return new DecideYears(desk, bank);
    }

    @Produces
    @Singleton
    TellYearsInQuestion questions(YearsInQuestion years, Policies policies, InstantSource clock) {
        return new TellYearsInQuestion(years, policies, clock);
    }
}
