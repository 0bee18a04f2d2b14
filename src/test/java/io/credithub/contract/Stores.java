package io.credithub.contract;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.reconcile.Matching;
import io.credithub.flow.adjustment.AdjustmentBook;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.hold.HoldBook;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.processing.ChunkRegister;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.recompute.MatchingStore;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.RegisterStore;
import io.credithub.flow.recompute.RuleStore;
import io.credithub.flow.register.RegisterQuery;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.TeacherIndex;
import java.util.List;

/// The ports of the ledger transaction and those beside it, all over one registry.
public interface Stores {
    /// Comes first where both have a copy of a training.
    String PROVINCE = "province-platform";

    String VENDOR = "vendor-push";

    /// What the records of contracts are matched by.
    CopyMatcher MATCHER = Matching.by((feed, _) -> feed.equals(PROVINCE) ? 1 : 2);

    LedgerLock lock();

    TeacherIndex teachers();

    RosterStore roster();

    Persons persons();

    HoldBook holdBook();

    AdjustmentBook adjustmentBook();

    BankStore bankStore();

    /// Without the ledger lock.
    Bank bank();

    BookedLoan.Book loans();

    CertificateStore certificates();

    RuleStore rules();

    Recomputations recomputations();

    ChunkRegister register();

    RegisterStore registerStore();

    RegisterQuery registerQuery();

    Matchings matchings();

    MatchingStore matchingStore();

    Programmes programmes();

    Policies policies();

    Registry registry();

    IdProtection ids();

    /// A delivery of one chunk that has landed; nobody works on it.
    LandedChunk land(String feed, int records);

    Outcomes outcomes(long delivery);

    /// What was written about a delivery, by position.
    List<FindingAt> findings(long delivery);

    /// Of the reconciliation; zeros where there is none.
    Cell cell(String feed, String division, int schoolYear);

    /// What became of the records of a delivery.
    record Outcomes(long accepted, long rejected, long duplicate, long waiting) {}

    /// Figures of a feed in a county.
    record Cell(long posted, long postedCredits, long aside, long persons) {}
}
