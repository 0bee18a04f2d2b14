package io.credithub.app.start;

import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.bank.DecideYears;
import io.credithub.flow.bank.GrantExemptions;
import io.credithub.flow.bank.LendCredits;
import io.credithub.flow.bank.ReserveCredits;
import io.credithub.flow.bank.TeacherTransactions;
import io.credithub.flow.bank.TellYearsInQuestion;
import io.credithub.flow.bank.YearsInQuestion;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.certificate.IssueCertificates;
import io.credithub.flow.certificate.Signing;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.StandingQuery;
import io.credithub.flow.teacher.Registry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Wires the use cases of the credit bank, which know ports only.
final class BankBeans {
    @Produces
    @Singleton
    TeacherTransactions transactions(
            Registry registry,
            LedgerLock lock,
            BankStore store,
            PostingService postings,
            Policies policies,
            InstantSource clock) {
        return new TeacherTransactions(registry, lock, store, postings, policies, clock);
    }

    @Produces
    @Singleton
    GrantExemptions exemptions(TeacherTransactions transactions, Bank bank) {
        return new GrantExemptions(transactions, bank);
    }

    @Produces
    @Singleton
    LendCredits loans(TeacherTransactions transactions, Bank bank) {
        return new LendCredits(transactions, bank);
    }

    @Produces
    @Singleton
    ReserveCredits reservations(TeacherTransactions transactions, Bank bank) {
        return new ReserveCredits(transactions, bank);
    }

    @Produces
    @Singleton
    IssueCertificates certificates(
            TeacherTransactions transactions,
            StandingQuery standings,
            ReserveCredits reservations,
            Certificates certificates,
            CertificateStore store,
            Signing signing,
            InstantSource clock) {
        return new IssueCertificates(
                transactions, standings, reservations, certificates, store, signing, clock);
    }

    @Produces
    @Singleton
    DecideYears decisions(TeacherTransactions transactions, Bank bank) {
        return new DecideYears(transactions, bank);
    }

    @Produces
    @Singleton
    TellYearsInQuestion questions(YearsInQuestion years, Policies policies, InstantSource clock) {
        return new TellYearsInQuestion(years, policies, clock);
    }
}
