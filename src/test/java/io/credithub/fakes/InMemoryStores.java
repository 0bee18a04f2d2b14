package io.credithub.fakes;

import io.credithub.contract.Stores;
import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.programme.IndexedRegister;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.hold.HoldBook;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.processing.ChunkRegister;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.programme.RegisterVersions;
import io.credithub.flow.programme.RegisteredMatching;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.recompute.MatchingStore;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute.RecomputedKinds;
import io.credithub.flow.recompute.RecomputeMatching;
import io.credithub.flow.recompute.RecomputeRegister;
import io.credithub.flow.recompute.RegisterStore;
import io.credithub.flow.recompute.RuleStore;
import io.credithub.flow.reconciliation.TouchedInstants;
import io.credithub.flow.reconciliation.TouchedTeachers;
import io.credithub.flow.register.RegisterQuery;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.TeacherIndex;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every port over one registry in memory.
public final class InMemoryStores implements Stores {
    /// Noon in the province.
    public static final Instant NOW = Instant.parse("2023-06-01T04:00:00Z");

    private static final List<String> FEEDS = List.of(PROVINCE, VENDOR);
    private final PlainIds ids = new PlainIds();
    private final TurnedClock clock = new TurnedClock(NOW);
    private final InMemoryLedger ledger = new InMemoryLedger(ids, clock);
    private final InMemoryPolicies policies = new InMemoryPolicies(ledger);
    private final InMemoryProgrammes programmes = new InMemoryProgrammes();
    private final InMemoryChunks chunks = new InMemoryChunks(ledger);
    private final InMemoryAdjustmentBook adjustments = new InMemoryAdjustmentBook(clock);
    private final InMemoryBankStore bank = new InMemoryBankStore(ledger);
    private final InMemoryDeclaredTotals totals = new InMemoryDeclaredTotals(ledger);

    public InMemoryStores(RuleSet rules) {
        policies.begin(rules);
        new InMemoryMatchings(ledger).begin(FiledMatchings.TERMS);
    }

    public TurnedClock clock() {
        return clock;
    }

    public InMemoryChunks chunks() {
        return chunks;
    }

    @Override
    public LedgerLock lock() {
        return ledger;
    }

    @Override
    public TeacherIndex teachers() {
        return ledger;
    }

    @Override
    public RosterStore roster() {
        return new InMemoryRosterStore(ledger);
    }

    @Override
    public InMemoryAdjustmentBook adjustmentBook() {
        return adjustments;
    }

    @Override
    public HoldBook holdBook() {
        return new InMemoryHoldBook(clock);
    }

    public InMemoryHolds holds() {
        return new InMemoryHolds(ledger, programmes);
    }

    public InMemoryDeclaredTotals declaredTotals() {
        return totals;
    }

    public InMemoryExpectations expectations(InMemoryEnrolmentLists lists) {
        return new InMemoryExpectations(ledger, programmes, lists);
    }

    public InMemoryRegisterRecomputations registerRecomputations() {
        return new InMemoryRegisterRecomputations(ledger, programmes);
    }

    @Override
    public Persons persons() {
        return new InMemoryPersons(ledger);
    }

    @Override
    public BankStore bankStore() {
        return bank;
    }

    @Override
    public Bank bank() {
        return bank.bank();
    }

    @Override
    public BookedLoan.Book loans() {
        return bank;
    }

    @Override
    public CertificateStore certificates() {
        return new InMemoryCertificateStore(ledger);
    }

    @Override
    public RuleStore rules() {
        return new InMemoryRuleStore(ledger);
    }

    @Override
    public Recomputations recomputations() {
        return new InMemoryRecomputations(ledger, policies);
    }

    @Override
    public ChunkRegister register() {
        return chunks;
    }

    public TouchedTeachers touched() {
        return new InMemoryTouchedTeachers(ledger);
    }

    public TouchedInstants instants() {
        return new InMemoryTouchedInstants(ledger);
    }

    /// From now on, as if it had been in force from the beginning.
    public void matchBy(MatchingVersion file) {
        new InMemoryMatchings(ledger).begin(FiledMatchings.TERMS.with(file, Map.of()));
    }

    /// By the register and the terms of each number.
    public RegisteredMatching matching() {
        return new RegisteredMatching(
                versions(),
                matchings(),
                (policy, facts) -> policies.numbered(policy).isRoleRuled(facts));
    }

    /// What each kind of change is to itself.
    public RecomputedKinds kinds() {
        return new RecomputedKinds(rules(), recomputeRegister(), recomputeMatching());
    }

    /// What another register means for records.
    public RecomputeRegister recomputeRegister() {
        return new RecomputeRegister(
                registerStore(),
                registerRecomputations(),
                new InMemoryTitles(ledger, programmes),
                programmes,
                matching());
    }

    /// What other terms of matching mean for records.
    public RecomputeMatching recomputeMatching() {
        return new RecomputeMatching(ledger, matchingStore(), matchings(), matching());
    }

    @Override
    public Matchings matchings() {
        return new InMemoryMatchings(ledger);
    }

    @Override
    public MatchingStore matchingStore() {
        return new InMemoryMatchingStore(ledger);
    }

    public InMemoryTitles titles() {
        return new InMemoryTitles(ledger, programmes);
    }

    /// The register of each number.
    public RegisterVersions versions() {
        return basis ->
                Uni.createFrom()
                        .item(() -> IndexedRegister.of(ledger.committed().register.at(basis)));
    }

    @Override
    public RegisterStore registerStore() {
        return new InMemoryRegisterStore(ledger);
    }

    @Override
    public RegisterQuery registerQuery() {
        return new InMemoryRegisterStore(ledger);
    }

    @Override
    public Programmes programmes() {
        return programmes;
    }

    @Override
    public Policies policies() {
        return policies;
    }

    @Override
    public Registry registry() {
        return new InMemoryRegistry(ledger, programmes);
    }

    @Override
    public IdProtection ids() {
        return ids;
    }

    @Override
    public LandedChunk land(String feed, int records) {
        return land(feed, records, new byte[0]);
    }

    /// @param bytes of the chunk
    public LandedChunk land(String feed, int records, byte[] bytes) {
        return chunks.land(delivery ->
                new LandedChunk(
                        new ChunkRef(feed, delivery, 0, records),
                        FEEDS.indexOf(feed) + 1,
                        feed,
                        new Source(new Format(Syntax.JSON, null, null), "UTF-8", new byte[0]),
                        new Slice(0, 0, records, bytes),
                        null,
                        clock.instant(),
                        null,
                        null));
    }

    private StoredDelivery delivery(long id) {
        return Objects.requireNonNull(ledger.committed().deliveries.get(id));
    }

    @Override
    public Outcomes outcomes(long delivery) {
        StoredDelivery.Outcomes counted = delivery(delivery).outcomes();
        return new Outcomes(
                counted.accepted(), counted.rejected(), counted.duplicate(), counted.waiting());
    }

    @Override
    public List<FindingAt> findings(long delivery) {
        return delivery(delivery).findings().stream()
                .sorted(Comparator.comparingLong(FindingAt::position))
                .toList();
    }

    @Override
    public Cell cell(String feed, String division, int schoolYear) {
        Posting.CellKey key = new Posting.CellKey(FEEDS.indexOf(feed) + 1, division, schoolYear);
        StoredCell cell = ledger.committed().cells.getOrDefault(key, StoredCell.EMPTY);
        return new Cell(cell.posted(), cell.postedCredits(), cell.aside(), cell.persons());
    }
}
