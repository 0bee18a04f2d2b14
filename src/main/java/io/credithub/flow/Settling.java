package io.credithub.flow;

import io.credithub.domain.ledger.Decision;
import io.credithub.domain.ledger.Entry;
import io.credithub.domain.ledger.Version;
import io.credithub.flow.Pen.Held;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// The second half of every posting, whoever began it: the copies of the trainings concerned are
/// settled, the ledger lines carried into the sums, and all of it written at once.
public final class Settling {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Policies policies;
    private final InstantSource clock;

    public Settling(Policies policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /// Makes the posting out of the settled decision and the books.
    interface Completing extends BiFunction<Decision, Bookkeeping, Posting> {}

    /// @param afresh teachers whose standings must be computed again, whatever is posted
    Uni<Posting> settle(Held held, Decision decision, Set<Integer> afresh, Completing completing) {
        return held.copies(decision.groups())
                .invoke(decision::settle)
                .chain(() -> conclude(held, decision, afresh, completing));
    }

    /// @param decision settled
    Uni<Posting> conclude(
            Held held, Decision decision, Set<Integer> afresh, Completing completing) {
        return held.accounts(teachers(decision, afresh))
                .map(accounts -> {
                    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
                    Bookkeeping books = new Bookkeeping(policies, accounts, today);
                    for (int teacher : afresh) books.refresh(teacher);
                    for (Version version : decision.changes()) books.move(version);
                    for (Entry entry : decision.entries()) books.post(entry);
                    return completing.apply(decision, books);
                })
                .call(held::write);
    }

    /// Computes the standings of teachers again, and posts nothing else.
    Uni<Posting> refresh(Held held, Set<Integer> teachers) {
        Decision nothing = new Decision((_, _) -> 0, List.of());
        return conclude(
                held,
                nothing,
                teachers,
                (_, books) ->
                        new Posting(
                                null,
                                List.of(),
                                Map.of(),
                                List.of(),
                                books.standings(),
                                books.cells(),
                                books.deliveries(),
                                List.of()));
    }

    private static Set<Integer> teachers(Decision decision, Set<Integer> afresh) {
        Set<Integer> teachers = new HashSet<>(afresh);
        for (Version version : decision.changes()) {
            if (version.teacher() != Version.NOBODY) teachers.add(version.teacher());
        }
        return teachers;
    }
}
