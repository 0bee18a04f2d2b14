package io.credithub.flow;

import io.credithub.domain.ledger.Entry;
import io.credithub.domain.ledger.State;
import io.credithub.domain.ledger.Version;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.Posting.Cell;
import io.credithub.flow.Posting.CellKey;
import io.credithub.flow.Posting.Outcomes;
import io.credithub.flow.Posting.Stand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Carries ledger lines and changed states into the sums: standings, reconciliation cells and the
/// outcomes of deliveries. All sums are additive, so no order of arrival can matter.
final class Bookkeeping {
    private final Policies policies;
    private final LocalDate today;
    private final Map<Integer, Account> accounts = new HashMap<>();
    private final Map<CellKey, Cell> cells = new TreeMap<>();
    private final Map<Long, Outcomes> deliveries = new TreeMap<>();
    private final Set<Touched> touched = new LinkedHashSet<>();

    private record Touched(int teacher, int cycle) {}

    /// @param today for the standings: what is due by now
    Bookkeeping(Policies policies, Collection<Account> accounts, LocalDate today) {
        this.policies = policies;
        this.today = today;
        for (Account account : accounts) this.accounts.put(account.teacher(), account);
    }

    @Nullable Account account(int teacher) {
        return accounts.get(teacher);
    }

    /// Applies a line to its teacher's standing.
    void post(Entry entry) {
        Policy policy = policies.numbered(entry.price().policy());
        Account account = accountOf(entry.teacher());
        LocalDate completedOn = entry.worth().facts().completedOn();
        int cycle = policy.cycleOf(completedOn);
        Account.Cycle sums =
                account.cycles()
                        .computeIfAbsent(
                                cycle,
                                _ ->
                                        new Account.Cycle(
                                                true, Tally.empty(policy, cycle), new int[0]));
        sums.tally().add(award(policy, entry), entry.kind().sign());
        count(entry, account.division(), new YearSums(sums, entry.price().schoolYear() - cycle));
        sums.add(1, entry.credits());
        touched.add(new Touched(account.teacher(), cycle));
    }

    private record YearSums(Account.Cycle sums, int year) {}

    /// A person counts from the first record of a school year to the last: for the feed, and for
    /// all feeds together.
    private void count(Entry entry, String division, YearSums of) {
        int feed = entry.version().copy().origin().feed();
        boolean wasOfFeed = of.sums().has(feed, of.year());
        boolean was = of.sums().has(of.year());
        of.sums().count(feed, of.year(), entry.kind().sign());
        int year = entry.price().schoolYear();
        countPerson(new CellKey(feed, division, year), wasOfFeed, of.sums().has(feed, of.year()));
        countPerson(new CellKey(CellKey.ALL_FEEDS, division, year), was, of.sums().has(of.year()));
    }

    private void countPerson(CellKey key, boolean was, boolean is) {
        if (was != is) cells.computeIfAbsent(key, _ -> new Cell()).persons += is ? 1 : -1;
    }

    private static Award award(Policy policy, Entry entry) {
        return switch (policy.judge(entry.worth().facts())) {
            case Judgement.Awarded awarded -> awarded.award();
            case Judgement.Unjudged _ ->
                    throw new IllegalStateException(
                            "posted, yet policy "
                                    + entry.price().policy()
                                    + " cannot judge "
                                    + entry.version().copy().key());
        };
    }

    /// Has every standing of a teacher computed again: what the roster says has changed.
    void refresh(int teacher) {
        Account account = accountOf(teacher);
        for (int cycle : account.cycles().keySet()) touched.add(new Touched(teacher, cycle));
    }

    /// Carries a content's change of state into the sums of its delivery and its county.
    void move(Version version) {
        if (version.was() != null && version.was() == version.now()) return;
        Outcomes outcomes = outcomes(version.copy().origin().delivery());
        int hours = version.copy().hourHundredths();
        if (version.was() == State.WAITING) {
            outcomes.waiting--;
            outcomes.waitingHours -= hours;
        }
        if (version.now() == State.WAITING) {
            outcomes.waiting++;
            outcomes.waitingHours += hours;
        } else if (version.isNew() || version.was() == State.WAITING) {
            outcomes.accepted++;
            outcomes.acceptedHours += hours;
        }
        if (version.was() != null) count(version, version.was(), -1);
        count(version, version.now(), 1);
    }

    /// The same content of the same record once more.
    void duplicate(long delivery, int hourHundredths) {
        Outcomes outcomes = outcomes(delivery);
        outcomes.duplicate++;
        outcomes.duplicateHours += hourHundredths;
    }

    void reject(long delivery, int records) {
        outcomes(delivery).rejected += records;
    }

    private Outcomes outcomes(long delivery) {
        return deliveries.computeIfAbsent(delivery, _ -> new Outcomes());
    }

    private void count(Version version, State state, int by) {
        if (!state.isMatched() || version.copy().worth() == null) return;
        CellKey key =
                new CellKey(
                        version.copy().origin().feed(),
                        accountOf(version.teacher()).division(),
                        version.copy().worth().price().schoolYear());
        Cell cell = cells.computeIfAbsent(key, _ -> new Cell());
        int hours = by * version.copy().hourHundredths();
        if (state == State.IN_FORCE) {
            cell.posted += by;
            cell.postedHours += hours;
            cell.postedCredits += (long) by * version.copy().credits();
        } else {
            cell.aside += by;
            cell.asideHours += hours;
        }
    }

    private Account accountOf(int teacher) {
        Account account = accounts.get(teacher);
        if (account == null) throw new IllegalStateException("no account of teacher " + teacher);
        return account;
    }

    /// The standings that the lines have changed, ordered by teacher.
    List<Stand> standings() {
        Policies.Numbered policy = policies.inForce();
        List<Stand> standings = new ArrayList<>(touched.size());
        for (Touched touch : touched) {
            Account account = accountOf(touch.teacher());
            Account.Cycle sums = account.cycles().get(touch.cycle());
            if (sums == null) throw new IllegalStateException("a touched cycle has sums");
            Standing standing = Standing.of(policy.policy(), sums.tally(), account.facts(), today);
            standings.add(
                    new Stand(account.teacher(), touch.cycle(), policy.number(), sums, standing));
        }
        standings.sort(Comparator.comparingInt(Stand::teacher).thenComparingInt(Stand::cycle));
        return standings;
    }

    Map<CellKey, Cell> cells() {
        return cells;
    }

    Map<Long, Outcomes> deliveries() {
        return deliveries;
    }
}
