package io.credithub.flow.statement;

import io.credithub.domain.Article;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.VerdictFigures;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Policies.NumberedPolicy;
import io.credithub.flow.rules.Rulebook;
import io.credithub.flow.statement.VerdictBook.BookStep;
import io.credithub.flow.statement.VerdictBook.RowMaker;
import io.credithub.flow.statement.VerdictRow.RosterPlace;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Keeps the rows of lists what they should be: soon after something of a teacher changed, and of
/// everybody when the rules or the school year are others. Doing it twice changes nothing the
/// second time.
@Article({"二(四)", "五(一)"})
@Singleton
public final class KeepVerdicts {
    private static final int STEPS_MAX = 8;
    private static final int ASKED_STEPS_MAX = 12;

    /// So few are in the rows before whoever asks has waited long.
    private static final int CHANGES_MAX = 5_000;

    private static final Duration PAUSE = Duration.ofMillis(150);

    private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

    private final VerdictBook book;
    private final Policies policies;
    private final InstantSource clock;

    public KeepVerdicts(VerdictBook book, Policies policies, InstantSource clock) {
        this.book = book;
        this.policies = policies;
        this.clock = clock;
    }

    /// Some stretches of it.
    ///
    /// @return what the last one came to
    public Uni<BookStep> next() {
        return Multi.createBy()
                .repeating()
                .uni(this::step)
                .whilst(step -> step == BookStep.MORE || step == BookStep.CAUGHT_UP)
                .select()
                .first(STEPS_MAX)
                .collect()
                .last();
    }

    /// One stretch.
    public Uni<BookStep> step() {
        return book.next(this::maker);
    }

    /// What changed is in the rows when this ends, if it is not much: so who grants an exemption
    /// and then asks sees it.
    ///
    /// @return what is not
    public Uni<VerdictBook.PendingRows> catchUp() {
        return book.pending()
                .chain(pending ->
                        pending.changes() == 0 || pending.changes() > CHANGES_MAX
                                ? Uni.createFrom().item(pending)
                                : steps().chain(book::pending));
    }

    private Uni<BookStep> steps() {
        return Multi.createBy()
                .repeating()
                .uni(() -> step().call(step -> step == BookStep.BUSY ? pause() : NOTHING))
                .whilst(step -> step == BookStep.MORE || step == BookStep.BUSY)
                .select()
                .first(ASKED_STEPS_MAX)
                .collect()
                .last();
    }

    private static Uni<Void> pause() {
        return NOTHING.onItem().delayIt().by(PAUSE);
    }

    /// The cycle that runs, and the one before it, by their first school years.
    public List<Integer> cycles() {
        return cycles(policies.dayOf(clock.instant()));
    }

    /// The cycle that ran on a day, and the one before it.
    List<Integer> cycles(LocalDate day) {
        return cycles(policies.inForce().policy(), day);
    }

    private static List<Integer> cycles(Policy main, LocalDate today) {
        int running = main.cycleOf(today);
        return List.of(running, running - main.terms().calendar().cycleYears());
    }

    private Uni<RowMaker> maker(int rulebook) {
        return policies.rules(rulebook)
                .map(rules -> new PolicyRows(policies, rules, policies.dayOf(clock.instant())));
    }

    private static final class PolicyRows implements RowMaker {
        private final KeptCycles kept;
        private final String round;
        private final List<Integer> cycles;

        PolicyRows(Policies policies, Rulebook rules, LocalDate today) {
            this.kept = new KeptCycles(policies, rules, today);
            this.round = round(rules, today);
            this.cycles = cycles(rules.main().policy(), today);
        }

        /// The rules, the school year, and which of the rules hold today.
        private static String round(Rulebook rules, LocalDate today) {
            StringBuilder text =
                    new StringBuilder()
                            .append(rules.number())
                            .append('/')
                            .append(rules.main().policy().schoolYearOf(today));
            for (NumberedPolicy one : rules.all()) {
                boolean holds = one.policy().heading().effective().holdsOn(today);
                if (holds) text.append('/').append(one.number());
            }
            return text.toString();
        }

        @Override
        public String round() {
            return round;
        }

        @Override
        public LocalDate today() {
            return kept.today();
        }

        @Override
        public List<VerdictRow> rows(TeacherAccount account, RosterPlace place) {
            List<VerdictRow> rows = new ArrayList<>(cycles.size());
            for (int cycle : cycles) rows.add(row(account, place, cycle));
            return rows;
        }

        private VerdictRow row(TeacherAccount account, RosterPlace place, int cycle) {
            SchoolCalendar calendar = kept.sums(account, cycle).policy().terms().calendar();
            TeacherFacts facts = account.facts();
            Standing standing = kept.standing(account, cycle);
            return new VerdictRow(
                    account.teacher(),
                    cycle,
                    place,
                    VerdictFigures.of(standing, facts, calendar),
                    standing.years().stream()
                            .map(year -> VerdictFigures.of(year, facts, calendar, today()))
                            .toList());
        }
    }
}
