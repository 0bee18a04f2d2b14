package io.credithub.flow.bank;

import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.RefusalReason;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.CycleSums;
import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.YearStanding;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Runs a bank act on one teacher inside a ledger transaction: the file is found within the
/// caller's jurisdiction, and what the act changes in the standings is computed anew.
@Singleton
public final class TeacherTransactions {
    private final Registry registry;
    private final LedgerLock lock;
    private final BankStore store;
    private final PostingService postings;
    private final Policies policies;
    private final InstantSource clock;

    public TeacherTransactions(
            Registry registry,
            LedgerLock lock,
            BankStore store,
            PostingService postings,
            Policies policies,
            InstantSource clock) {
        this.registry = registry;
        this.lock = lock;
        this.store = store;
        this.postings = postings;
        this.policies = policies;
        this.clock = clock;
    }

    /// An act that somebody asks for on a teacher.
    ///
    /// @param by the id of the caller's key
    public record TeacherRequest(String teacherNo, Jurisdiction within, String by) {}

    /// A teacher's account under the ledger lock: nobody else writes until the work is done.
    public final class TeacherFile {
        private final LedgerTransaction ledger;
        private final TeacherAccount account;
        private final LocalDate today;

        private TeacherFile(LedgerTransaction ledger, TeacherAccount account) {
            this.ledger = ledger;
            this.account = account;
            this.today = today();
        }

        public LedgerTransaction ledger() {
            return ledger;
        }

        /// What the bank has, as the transaction sees it.
        Bank bank() {
            return store.in(ledger);
        }

        public int teacher() {
            return account.teacher();
        }

        public LocalDate day() {
            return today;
        }

        TeacherAccount account() {
            return account;
        }

        /// What asks of the teacher in the cycle of a school year: what its sums are of, or, where
        /// there is none yet, what holds where the teacher is.
        public Policy policy(int schoolYear) {
            int cycle = TeacherTransactions.this.policy().cycleOfSchoolYear(schoolYear);
            return kept(today).sums(account, cycle).policy();
        }

        /// Where the teacher stands now in the cycle of a school year.
        Standing standing(int schoolYear) {
            int cycle = TeacherTransactions.this.policy().cycleOfSchoolYear(schoolYear);
            return kept(today).standing(account, cycle);
        }

        /// What the ledger holds of a school year.
        public HeldFigures held(int schoolYear) {
            int cycle = TeacherTransactions.this.policy().cycleOfSchoolYear(schoolYear);
            CycleSums sums = kept(today).sums(account, cycle);
            return HeldFigures.of(sums, account.facts(), today, schoolYear);
        }

        /// One school year of that.
        YearStanding year(int schoolYear) {
            Standing standing = standing(schoolYear);
            return standing.years().get(schoolYear - standing.cycle());
        }

        /// Records an act, and what it changes in the teacher's standings.
        ///
        /// @return false if somebody had done it before: nothing was written
        Uni<Boolean> record(BankAct act) {
            return store.record(ledger, act)
                    .call(recorded ->
                            recorded && act.changesFacts()
                                    ? postings.refresh(ledger, Set.of(act.teacher()))
                                    : Uni.createFrom().nullItem());
        }

        /// @param before the answer if somebody had done it before
        <T> Uni<Outcome<T, BankRefusal>> record(
                BankAct act, T value, Outcome<T, BankRefusal> before) {
            return record(act).map(recorded -> recorded ? Outcome.done(value) : before);
        }
    }

    /// Whoever only sees the teacher, since they work there and belong elsewhere, decides nothing.
    ///
    /// @param work decides and writes; what it refuses, it must not have written
    public <T> Uni<Outcome<T, BankRefusal>> serve(
            TeacherRequest request, Function<TeacherFile, Uni<Outcome<T, BankRefusal>>> work) {
        return registry.find(request.teacherNo(), request.within())
                .chain(found -> {
                    if (found.isEmpty()) return Uni.createFrom().item(Outcome.notFound());
                    if (!found.get().answersTo(request.within())) {
                        BankRefusal refused =
                                BankRefusal.because(RefusalReason.NOT_THE_HOME_COUNTY);
                        return Uni.createFrom().item(Outcome.refused(refused));
                    }
                    return open(found.get().number(), work);
                });
    }

    /// What the place where the teacher works may do, too.
    public <T> Uni<Outcome<T, BankRefusal>> certify(
            TeacherRequest request, Function<TeacherFile, Uni<Outcome<T, BankRefusal>>> work) {
        return registry.find(request.teacherNo(), request.within())
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Outcome.notFound())
                                : open(found.get().number(), work));
    }

    private <T> Uni<Outcome<T, BankRefusal>> open(
            int teacher, Function<TeacherFile, Uni<Outcome<T, BankRefusal>>> work) {
        return lock.withLock(
                1,
                ledger ->
                        ledger.accounts(Set.of(teacher))
                                .chain(accounts ->
                                        work.apply(new TeacherFile(ledger, accounts.getFirst()))));
    }

    /// For looking only, without the ledger lock.
    public <T> Uni<Optional<T>> look(
            String teacherNo,
            Jurisdiction within,
            Function<Registry.RegisteredTeacher, Uni<T>> work) {
        return registry.find(teacherNo, within)
                .chain(found ->
                        found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : work.apply(found.get()).map(Optional::of));
    }

    /// Where a teacher stands today in a cycle, from the sums that the registry keeps.
    Uni<Standing> standing(Registry.RegisteredTeacher teacher, int cycle) {
        return registry.standings(teacher.number())
                .map(kept -> kept(today()).standing(teacher, kept, cycle));
    }

    private KeptCycles kept(LocalDate today) {
        return new KeptCycles(policies, policies.rules(), today);
    }

    public Policy policy() {
        return policies.inForce().policy();
    }

    /// What an act moves in the ledger.
    LedgerMovement movement(ActHeader act, Movement movement, Movement.MovementReason reason) {
        int policy = policies.inForce().number();
        return new LedgerMovement(act.id(), movement, reason, policy, act.by());
    }

    LocalDate today() {
        return policies.dayOf(clock.instant());
    }
}
